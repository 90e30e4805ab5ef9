#pragma once
/// How a call to a number begins, derived from what its record says already: a name that its label tells to ask for,
/// questions of law, a place that is open day and night, an authority. Nothing here is written by hand per record.

#include <halte/facts.h>

#include <halte/records.h>

namespace halte {

struct CallOpening {
    Opening opening = Opening::listening;
    std::string asked_for{};  ///< what stands in a switchboard's label between « and »; else empty
    std::string asked_in{};   ///< its language: that of the service's own name which contains it, else French
};
CallOpening opening_of(Record const& record, PhoneSource const& phone);

}  // namespace halte
