#pragma once
/// The visitor processes that have ended since the X server was last put back: what they left there is ended by whoever
/// comes after them. A plain value.

#include <halte/base.h>
#include <sys/types.h>

#include <algorithm>
#include <deque>
#include <map>

namespace halte {

class TheDead {
public:
    TheDead() = default;
    /// Of a supervisor before this one.
    explicit TheDead(std::deque<pid_t> numbers) : m_dead(std::move(numbers)) {}

    /// It was killed, and has not ended yet.
    void dies(pid_t pid, Instant now) { m_dying.emplace(pid, now); }
    void is_dead(pid_t pid) {
        // More than die in days if nothing can be shown; a pipe holds their numbers. A number comes again after
        // millions of others.
        constexpr std::size_t most = 4'096;
        m_dying.erase(pid);
        m_dead.push_back(pid);
        if (m_dead.size() <= most) return;
        m_dead.pop_front();
        m_told -= std::min<std::size_t>(m_told, 1);
    }
    [[nodiscard]] bool are_all_gone() const { return m_dying.empty(); }
    /// When the first was killed of those that have not ended.
    [[nodiscard]] std::optional<Instant> dying_since() const {
        std::optional<Instant> since;
        for (auto const& [pid, killed] : m_dying) since = std::min(killed, since.value_or(killed));
        return since;
    }
    [[nodiscard]] std::deque<pid_t> const& numbers() const { return m_dead; }
    [[nodiscard]] std::deque<pid_t> with_the_dying() const {
        std::deque<pid_t> all = m_dead;
        for (auto const& [pid, killed] : m_dying) all.push_back(pid);
        return all;
    }
    /// Somebody has been told all of them.
    void are_told() { m_told = m_dead.size(); }
    /// Whoever was told has ended what they had left.
    void are_forgotten() {
        m_dead.erase(m_dead.begin(), m_dead.begin() + std::ptrdiff_t(m_told));
        m_told = 0;
    }

private:
    std::map<pid_t, Instant> m_dying;
    std::deque<pid_t> m_dead;
    std::size_t m_told = 0;  ///< the first of m_dead
};

}  // namespace halte
