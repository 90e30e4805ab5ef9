#include "ghosts.h"

#include "contact.h"

namespace halte {
namespace {

constexpr float spot_mm = 2;
constexpr int too_many = 12;
constexpr int many = 5;  ///< when they are spread over `steadily`: nobody touches so patiently what does nothing
constexpr Milliseconds steadily{20'000};
constexpr float trembling_mm = 6;
constexpr Milliseconds lying_too_long{30'000};

}  // namespace

void GhostWatch::feel(Finger const& finger, float px_per_mm) {
    if (finger.phase == FingerPhase::down) count(finger, px_per_mm);
    wait(finger.at);
    bool const moved = m_lying && distance(finger, *m_lying) > trembling_mm * px_per_mm;
    if (finger.phase == FingerPhase::up)
        m_lying.reset();
    else if (finger.phase == FingerPhase::down || moved)
        m_lying = finger;
}

void GhostWatch::count(Finger const& finger, float px_per_mm) {
    if (!m_first || distance(finger, *m_first) > spot_mm * px_per_mm) {
        m_first = finger;
        m_same = 0;
    }
    ++m_same;
    bool const patiently = m_same >= many && finger.at - m_first->at >= steadily;
    m_found = m_found || patiently || m_same >= too_many;
}

void GhostWatch::wait(Instant now) { m_found = m_found || (m_lying && now - m_lying->at >= lying_too_long); }

void GhostWatch::something_changed() { m_first.reset(); }

}  // namespace halte
