#include "touch_rules.h"

namespace halte {

/// Ghosts are looked for in every report, those that are no contact included.
std::vector<Contact> TouchRules::feel(Finger const& finger, float px_per_mm) {
    m_ghosts.feel(finger, px_per_mm);
    return m_contacts.feel(finger, px_per_mm);
}

}  // namespace halte
