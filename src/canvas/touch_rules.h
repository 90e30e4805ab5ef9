#pragma once
/// From the raw reports of a touchscreen to what a person did: contacts that bounce, samples that are wild, fingers
/// that meant the page before, and touches that nobody makes. All rules of touch that need no key and no list meet
/// here. Pixels and times in, contacts out: it knows no window, no widget and no drawing, and tests play recordings to
/// it.

#include "contact.h"
#include "ghosts.h"

namespace halte {

class TouchRules {
public:
    /// In order; nothing for a sample that the next report has to confirm.
    std::vector<Contact> feel(Finger const& finger, float px_per_mm);
    /// Time passes while a contact may be lying there.
    void wait(Instant now) { m_ghosts.wait(now); }
    /// Another page is on the screen since then.
    void page_shown(Instant at) { m_contacts.page_shown(at); }
    /// The last contact pressed a key or scrolled: it is no ghost.
    void something_changed() { m_ghosts.something_changed(); }
    /// Whether touches that nobody makes were ever reported.
    [[nodiscard]] bool found_ghosts() const { return m_ghosts.found(); }

private:
    ContactRules m_contacts;
    GhostWatch m_ghosts;
};

}  // namespace halte
