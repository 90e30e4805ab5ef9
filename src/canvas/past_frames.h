#pragma once
/// The frames drawn last, newest first, as far back as a buffer of a window may hold one.

#include "frame_sums.h"

#include <deque>

namespace halte {

class PastFrames {
public:
    /// Nothing where that frame is not known; 1 is the newest.
    [[nodiscard]] FrameSums const* of_age(int age) const {
        return age > 0 && std::size_t(age) <= m_frames.size() ? &m_frames[std::size_t(age) - 1] : nullptr;
    }
    void remember(FrameSums frame) {
        m_frames.push_front(std::move(frame));
        if (m_frames.size() <= most) return;
        m_frames.back().overwrite();
        m_frames.pop_back();
    }
    void forget() {
        for (FrameSums& frame : m_frames) frame.overwrite();
        m_frames.clear();
    }

private:
    static constexpr std::size_t most = 4;  ///< buffers that a window has, in the drivers of Mesa
    std::deque<FrameSums> m_frames;
};

}  // namespace halte
