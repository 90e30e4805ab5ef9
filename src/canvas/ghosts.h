#pragma once
/// Whether a touchscreen reports touches that nobody makes, as one with a cracked glass, a drop of water or a bad cable
/// does. People are not that exact, and do not keep still for that long. It says yes or no for the whole screen, never
/// where or when.

#include <halte/input.h>

#include <optional>

namespace halte {

class GhostWatch {
public:
    void feel(Finger const& finger, float px_per_mm);
    /// Time passes while a contact may be lying there.
    void wait(Instant now);
    /// The contact pressed a key or scrolled.
    void something_changed();
    [[nodiscard]] bool found() const { return m_found; }

private:
    void count(Finger const& finger, float px_per_mm);

    std::optional<Finger> m_lying;  ///< the contact that is there, since it has last moved
    std::optional<Finger> m_first;  ///< of those that came down on one spot, one after the other, and changed nothing
    int m_same = 0;                 ///< how many those are
    bool m_found = false;
};

}  // namespace halte
