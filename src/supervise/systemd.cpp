#include "systemd.h"

#include <systemd/sd-daemon.h>

namespace halte {

bool is_to_be_fed(ScreenState screen, Milliseconds interval, std::optional<Milliseconds> since_last) {
    if (!screen.ready || !screen.in_time || interval <= Milliseconds(0)) return false;
    // More often would wake systemd for nothing; seldomer would let one late beat count as a hang.
    return !since_last || *since_last >= interval / 3;
}

/// The environment keeps what systemd put there, for a program that is executed in the place of this one.
static constexpr int keep_environment = 0;

Systemd::Systemd() {
    std::uint64_t microseconds = 0;
    if (sd_watchdog_enabled(keep_environment, &microseconds) > 0)
        m_interval = std::chrono::duration_cast<Milliseconds>(std::chrono::microseconds(microseconds));
}

void Systemd::say(Said what, std::string const& lines) {
    if (std::exchange(m_said, what) != what) sd_notify(keep_environment, lines.c_str());
}

void Systemd::see(ScreenState screen, Instant now) {
    if (!screen.ready) return;
    bool const first = !std::exchange(m_said_ready, true);
    say(Said::drawn, std::string(first ? "READY=1\n" : "") + "STATUS=A visitor process is on the screen.");
    std::optional<Milliseconds> since_last;
    if (m_fed) since_last = now - *m_fed;
    if (!is_to_be_fed(screen, m_interval, since_last)) return;
    sd_notify(keep_environment, "WATCHDOG=1");
    m_fed = now;
}

void Systemd::see_failures() { say(Said::failing, "STATUS=No visitor process can draw."); }

void Systemd::stopping() const { sd_notify(keep_environment, "STOPPING=1"); }

}  // namespace halte
