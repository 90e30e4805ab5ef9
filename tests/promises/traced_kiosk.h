#pragma once
/// A kiosk over files of its own, with a trace of every process: whatever it writes, anywhere, is set aside, and
/// whatever it asks of the kernel is noted.

#include <optional>

#include "rig/kiosk.h"

namespace halte::promises {

class TracedKiosk {
public:
    /// Why there can be none on this machine; empty when there can. Only root mounts, and reads what visitor processes
    /// ask.
    static std::string reason_to_skip();

    /// Returns when there is a supervisor. Visits are made with the product's own program.
    explicit TracedKiosk(rig::KioskOptions options);
    ~TracedKiosk();
    TracedKiosk(TracedKiosk const&) = delete;
    TracedKiosk& operator=(TracedKiosk const&) = delete;

    [[nodiscard]] pid_t supervisor() const { return m_supervisor; }
    /// All that was written where it runs, in order: each path, with the sum of what a file holds.
    [[nodiscard]] std::vector<std::string> files() const;
    /// Somebody writes a file there; the path begins with no slash.
    void write(std::string const& path) const;

    /// Ends it. The lines of all traces, from where our programs began: what made its world was traced, too.
    std::vector<std::string> end();

private:
    [[nodiscard]] rig::Ran run_inside(std::string const& command, std::string const& word) const;

    std::optional<rig::Kiosk> m_kiosk;
    pid_t m_supervisor = 0;
};

}  // namespace halte::promises
