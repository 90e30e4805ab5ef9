#include "story.h"

#include "rig.h"

namespace halte::rig {

void Story::play(std::string const& stage, std::function<void()> const& deed) {
    if (!m_failed.empty()) return;
    try {
        deed();
        m_played[stage] = nullptr;
    } catch (...) {
        m_failed = stage;
        m_played[stage] = std::current_exception();
        rig().keep_look(rig().folder() / "kiosk/screen.ppm");
    }
}

void Story::tell(std::string const& stage) const {
    auto const played = m_played.find(stage);
    if (played == m_played.end())
        throw Missed("The story did not come to \"" + stage + "\": \"" + m_failed + "\" failed.");
    if (played->second) std::rethrow_exception(played->second);
}

void insist(bool holds, std::string const& what) {
    if (!holds) throw Missed(what + ".");
}

}  // namespace halte::rig
