#pragma once
/// One visit that leads everywhere: a language, a subject, a service, a larger text, another language, the end of a
/// long page, a QR code.

#include "canary_directory.h"
#include "rig/kiosk.h"
#include "route.h"

namespace halte::promises {

struct Everything {
    Route route;
    std::size_t first_page = 0;  ///< the step at which the service's page was drawn first
    /// What was drawn on its screens, in the form of search/canaries.h.
    std::string drawn;
};

/// A scout makes it on the rig. The pictures that `drawn` names come into the folder.
Everything scout_everything(Canaries const& canaries, std::filesystem::path const& snapshot,
                            rig::KioskSettings const& settings, std::filesystem::path const& pictures);

}  // namespace halte::promises
