#include <fmt/format.h>
#include <halte/version.h>

#include "check.h"

namespace halte {
namespace {

/// Halte is younger than its records, and no number that was read in another century is shown to anybody.
constexpr Date oldest{2000, 1, 1};

std::string cure_for(Today const& today) {
    if (!today.clock_is_wrong()) return "Write the day on which the record was read";
    return "Set the clock of this machine. If the day is still to come then, write the one on which the record was "
           "read";
}

}  // namespace

Today today() { return {newest_day(std::time(nullptr)), released()}; }

std::string why_impossible(Date const& date, Today const& today) {
    if (date < oldest) return fmt::format("is before {}", oldest.year);
    if (date <= today.day()) return {};
    if (!today.clock_is_wrong()) return fmt::format("is still to come: today is {}", iso(today.clock));
    return fmt::format("cannot be judged by a clock that says {}, and this program is of {}", iso(today.clock),
                       iso(today.program));
}

void check_dates(Sources const& sources, Today const& today, Findings& findings) {
    auto const check = [&](std::optional<Date> const& date, Place const& place) {
        std::string const why = date ? why_impossible(*date, today) : "";
        if (!why.empty()) findings.error(place, fmt::format("the day {} {}", iso(*date), why), cure_for(today));
    };
    for (Record const& record : sources.records) check(record.assured_date, record.assured_at);
    for (GuidanceSource const& guidance : sources.guidance) check(guidance.reviewed_on, guidance.reviewed_at);
}

}  // namespace halte
