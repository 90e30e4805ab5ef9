#include "watch.h"

#include <utility>

#include "await.h"
#include "rig.h"

namespace halte::rig {

Watch::Watch(Rectangle const& strip) : m_eye(strip), m_thread([this] { watch(); }) {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_began || m_fault; });
}

Watch::~Watch() { stop(); }

void Watch::stop() {
    {
        std::scoped_lock const lock(m_mutex);
        m_ends = true;
    }
    if (m_thread.joinable()) m_thread.join();
}

void Watch::mark(std::string const& words) {
    std::unique_lock lock(m_mutex);
    m_mark = words;
    m_changed.wait(lock, [this] { return !m_mark || m_fault; });
}

std::vector<Seen> const& Watch::end() {
    stop();
    if (m_fault) std::rethrow_exception(m_fault);
    return m_seen;
}

/// The thread's own. What was seen is its alone until it has ended.
void Watch::watch() try {
    std::uint64_t last = 0;
    for (;;) {
        m_eye.look();
        ++m_samples;
        std::uint64_t const now = m_eye.hash();
        if (now != std::exchange(last, now)) m_seen.push_back({epoch_ms(), now});
        if (m_takes_its_time) std::this_thread::sleep_for(std::chrono::milliseconds(5));
        std::scoped_lock const lock(m_mutex);
        m_began = true;
        if (m_mark) m_seen.push_back({.epoch_ms = epoch_ms(), .mark = *std::exchange(m_mark, std::nullopt)});
        m_changed.notify_all();
        if (m_ends) return;
    }
} catch (std::exception const&) {
    std::scoped_lock const lock(m_mutex);
    m_fault = std::current_exception();
    m_changed.notify_all();
}

Rectangle middle_strip() { return {rig().options().width / 2 - 8, 0, 16, rig().options().height}; }

}  // namespace halte::rig
