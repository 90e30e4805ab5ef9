#include "attempts.h"

#include <fmt/format.h>

namespace halte {

void Attempts::failed_early(HowItEnded how, Shown shown, Instant now) {
    m_failing = true;
    bool const blamed = may_be_the_snapshots_fault(how);
    int const count = blamed ? ++m_failures : ++m_blameless;
    Restart const restart = restart_decision(how, count, m_limits);
    if (blamed && restart.directive == Directive::start_embedded && m_directive == Directive::start_given)
        log_line(fmt::format(
            "halte: {} visitor processes in a row failed to start{}, so the embedded one serves until SIGHUP announces "
            "another.",
            count,
            shown == Shown::given ? " with the directory they were given"
                                  : ", perhaps because of a directory they were given"));
    if (blamed) m_directive = restart.directive;
    m_start_at = now + restart.wait;
    if (restart.wait > Milliseconds(0))
        log_line(fmt::format("halte: the next visitor process starts in {} s.", restart.wait.count() / 1000));
}

void Attempts::ended_in_use(HowItEnded how, Shown shown, Instant now) {
    bool const went_wrong = how == HowItEnded::crashed || how == HowItEnded::hung;
    if (!went_wrong || shown != Shown::given || m_directive == Directive::start_embedded) return;
    std::erase_if(m_crashes, [&](Instant crash) { return now - crash > m_limits.crash_window; });
    m_crashes.push_back(now);
    if (int(m_crashes.size()) < m_limits.crashes) return;
    log_line(
        fmt::format("halte: {} visitor processes crashed or hung within an hour with the directory they were given, so "
                    "the embedded "
                    "one serves until SIGHUP announces another.",
                    m_crashes.size()));
    m_directive = Directive::start_embedded;
    m_failures = m_limits.attempts;
}

void Attempts::served() {
    m_failures = m_directive == Directive::start_embedded ? m_limits.attempts : 0;
    m_blameless = 0;
    m_failing = false;
}

void Attempts::renew() {
    m_failures = 0;
    m_blameless = 0;
    m_crashes.clear();
    m_directive = Directive::start_given;
    m_start_at = Instant{};
}

}  // namespace halte
