#pragma once
/// The visitor processes that have ended lately: what they left in the X server is ended by whoever comes after them. A
/// plain value.

#include <sys/types.h>

#include <algorithm>
#include <deque>
#include <set>

namespace halte {

class TheDead {
public:
    /// It was killed, and has not ended yet.
    void dies(pid_t pid) { m_dying.insert(pid); }
    void is_dead(pid_t pid) {
        // A number comes again after millions of others; these are few and new.
        constexpr std::size_t most = 16;
        m_dying.erase(pid);
        m_dead.push_back(pid);
        if (m_dead.size() > most) m_dead.pop_front();
    }
    [[nodiscard]] bool are_all_gone() const { return m_dying.empty(); }
    [[nodiscard]] std::deque<pid_t> const& numbers() const { return m_dead; }

private:
    std::set<pid_t> m_dying;
    std::deque<pid_t> m_dead;
};

}  // namespace halte
