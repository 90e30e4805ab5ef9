#pragma once
/// One round of one contestant: everything that is measured of it, beginning with nothing running.

#include "consumption.h"
#include "contestant.h"
#include "sight.h"

namespace halte::rig::bench {

struct Round {
    double start_us = 0;      ///< from exec to the first right picture
    double welcome_kb = 0;    ///< memory of all processes at rest: PSS
    double visit_kb = 0;      ///< the same on a service's page, with the next process waiting where there is one
    double idle_cpu_us = 0;   ///< of all processes, in ten seconds
    double press_us = 0;      ///< from the finger that lands to the first changed pixel; medians of all touches
    double answer_us = 0;     ///< from the lifted finger to the first changed pixel
    double still_us = 0;      ///< from the lifted finger to the last changed pixel
    double touch_cpu_us = 0;  ///< of the processes that were there when the visit began, per touch
    double touch_and_new_cpu_us = 0;  ///< the same with those that were started in the visit
    double touch_server_cpu_us = 0;   ///< of the X server, per touch
    double visit_cpu_us = 0;   ///< of all processes: all touches, the reset, and what starts for the next visitor
    double reset_us = 0;       ///< from the end of a visit to the first right picture for the next one
    double reset_felt_us = 0;  ///< the same, until a touch shows on the screen
};

/// Looks at every page once, so that a round knows what a right picture is; nothing of it runs afterwards. Throws
/// Missed when a page does not look like the walk's.
void learn_pictures(Contestant& contestant, Walk const& walk);

Round measure_round(Contestant& contestant, Walk const& walk);

}  // namespace halte::rig::bench
