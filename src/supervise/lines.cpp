#include "lines.h"

#include <unistd.h>

#include <array>
#include <cerrno>

namespace halte {

/// A process that prints without end must not fill the supervisor's memory: what comes first tells most.
static constexpr std::size_t most_held = 8'192;

void Lines::take(LogPolicy policy) {
    std::array<char, 4'096> bytes{};
    while (m_pipe) {
        ssize_t const count = read(m_pipe.get(), bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0 && errno == EAGAIN) break;
        // A closed pipe would wake the loop for ever.
        if (count <= 0) m_pipe.close();
        if (count > 0 && m_held.size() < most_held) m_held.append(bytes.data(), std::size_t(count));
        if (policy == LogPolicy::pass_on) pass_on_whole_lines();
    }
    if (policy == LogPolicy::drop) m_held.clear();
}

void Lines::pass_on_whole_lines() {
    for (std::size_t end = m_held.find('\n'); end != std::string::npos; end = m_held.find('\n')) {
        log_line(m_held.substr(0, end));
        m_held.erase(0, end + 1);
    }
}

void Lines::finish(LogPolicy policy) {
    if (policy != LogPolicy::drop) {
        pass_on_whole_lines();
        if (!m_held.empty()) log_line(m_held);
    }
    m_held.clear();
}

}  // namespace halte
