#include <fmt/format.h>
#include <halte/version.h>

#include "check.h"

namespace halte {
namespace {

/// Records are from 2000 on: a number that was read before is shown to nobody.
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

static void check_date(std::optional<Date> const& date, Where const& place, Today const& today, ProblemLog& problems) {
    if (!date) return;
    std::string const why = why_impossible(*date, today);
    if (why.empty()) return;
    problems.error(place, fmt::format("the day {} {}", iso(*date), why), cure_for(today));
}

void check_dates(Sources const& sources, Today const& today, ProblemLog& problems) {
    for (Record const& record : sources.records) {
        check_date(record.assured_date, record.assured_at, today, problems);
        for (PhoneSource const& phone : record.phones) check_date(phone.called_on, phone.called_at, today, problems);
    }
    for (GuidanceSource const& guidance : sources.guidance)
        check_date(guidance.reviewed_on, guidance.reviewed_at, today, problems);
}

}  // namespace halte
