#include "attempts.h"

#include <fmt/format.h>

namespace halte {

void Attempts::failed_early(HowItEnded how, Instant now) {
    m_failing = true;
    bool const blamed = how != HowItEnded::no_screen && how != HowItEnded::not_confined;
    int const count = blamed ? ++m_failures : ++m_blameless;
    Restart const restart = restart_decision(how, count, m_limits);
    if (blamed && restart.directive == Directive::start_embedded && m_directive == Directive::start_given)
        log_line(fmt::format(
            "halte: {} visitor processes in a row failed to start with the directory they were given, so the embedded "
            "one serves until SIGHUP announces another.",
            count));
    if (blamed) m_directive = restart.directive;
    m_start_at = now + restart.wait;
    if (restart.wait > Milliseconds(0))
        log_line(fmt::format("halte: the next visitor process starts in {} s.", restart.wait.count() / 1000));
}

void Attempts::served() {
    m_failures = m_directive == Directive::start_embedded ? m_limits.attempts : 0;
    m_blameless = 0;
    m_failing = false;
}

void Attempts::renew() {
    m_failures = 0;
    m_blameless = 0;
    m_directive = Directive::start_given;
    m_start_at = Instant{};
}

}  // namespace halte
