#pragma once
/// What systemd is told when it is what started this supervisor: that it serves, and from then on, again and again,
/// that somebody who came now would find a screen that answers. When that stays out, systemd kills everything and
/// starts anew. It is told nothing of visits, and nothing at all when it has not asked.

#include <halte/base.h>

namespace halte {

/// The process on the screen, as far as the watchdog is concerned.
struct ScreenState {
    bool ready = false;    ///< its first frame is on the screen
    bool in_time = false;  ///< its last word came within its limit
};
/// Whether the watchdog is to be fed now. `interval` is how long systemd lets it go hungry, zero when there is none; it
/// was last fed `since_last` ago, if ever. Pure: a table that tests read line by line.
bool is_to_be_fed(ScreenState screen, Milliseconds interval, std::optional<Milliseconds> since_last);

class Systemd {
public:
    Systemd();
    /// A program before this one in the same process has said so.
    void has_served() { m_said_ready = true; }
    /// To be called when a word may have come; it says what is new, and costs nothing when nothing is.
    void see(ScreenState screen, Instant now);
    /// Process after process fails.
    void see_failures();
    void stopping() const;

private:
    enum class Said { nothing, drawn, failing };
    void say(Said what, std::string const& lines);

    Milliseconds m_interval{0};
    std::optional<Instant> m_fed;
    Said m_said = Said::nothing;
    bool m_said_ready = false;
};

}  // namespace halte
