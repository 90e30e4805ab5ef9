#pragma once
/// A watcher of a strip of the screen: it samples it all the time, and keeps every change with its time, and between
/// them the marks that a test sets.

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <exception>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "eye.h"

namespace halte::rig {

/// A picture that differs from the one before, or a mark.
struct Seen {
    std::int64_t epoch_ms = 0;
    std::uint64_t picture = 0;  ///< its hash
    std::string mark = {};      ///< empty: it is a picture
};

class Watch {
public:
    /// Returns after the first sample.
    explicit Watch(Rectangle const& strip);
    ~Watch();
    Watch(Watch const&) = delete;
    Watch& operator=(Watch const&) = delete;

    /// Returns when it stands between the samples before and after it.
    void mark(std::string const& words);
    /// Samples every five milliseconds until it is told to hurry again: what comes meanwhile is nothing to be judged.
    void take_its_time(bool wanted) { m_takes_its_time = wanted; }
    /// No more samples. All that was seen; throws what kept the watcher from looking.
    std::vector<Seen> const& end();
    [[nodiscard]] long samples() const { return m_samples; }  ///< once it has ended

private:
    void watch();
    void stop();

    Eye m_eye;
    std::vector<Seen> m_seen;
    long m_samples = 0;
    std::exception_ptr m_fault;
    std::atomic<bool> m_takes_its_time = false;

    std::mutex m_mutex;  ///< of what follows
    std::condition_variable m_changed;
    std::optional<std::string> m_mark;  ///< one that is to be set
    bool m_began = false;
    bool m_ends = false;

    std::thread m_thread;  ///< the last one: it finds all the others
};

/// From the top to the bottom, through the middle of the screen, beside the exit's key.
Rectangle middle_strip();

}  // namespace halte::rig
