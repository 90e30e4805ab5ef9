#pragma once
/// How many starts in a row have failed, how many visits went wrong within an hour, and what follows for the next
/// start. It applies restart_decision and says in one sentence when something is given up.

#include <halte/supervise.h>

namespace halte {

/// Which directory a process showed, as far as it came to say so.
enum class Shown { unknown, given };

class Attempts {
public:
    explicit Attempts(Limits const& limits) : m_limits(limits) {}

    /// A process failed before it was ready, or just after.
    void failed_early(HowItEnded how, Shown shown, Instant now);
    /// A process that had been ready ended like this, soon or after hours. A page that crashes would otherwise end the
    /// visit of everybody who opens it, because between two such visits every process starts well.
    void ended_in_use(HowItEnded how, Shown shown, Instant now);
    /// A process served: whatever failed before it is forgotten, except which directory was given up.
    void served();
    /// A new directory is there: it gets every chance.
    void renew();

    [[nodiscard]] Directive directive() const { return m_directive; }
    /// Whether the last process failed.
    [[nodiscard]] bool failing() const { return m_failing; }
    /// Before this no process is started.
    [[nodiscard]] Instant start_at() const { return m_start_at; }

private:
    Limits m_limits;
    int m_failures = 0;
    int m_blameless = 0;
    std::vector<Instant> m_crashes;  ///< of processes that showed a given directory, within the last hour
    bool m_failing = false;
    Directive m_directive = Directive::start_given;
    Instant m_start_at{};
};

}  // namespace halte
