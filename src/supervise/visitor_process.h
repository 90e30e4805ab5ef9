#pragma once
/// One visitor process: its pipes, and its state as its words have moved it so far. It decides nothing.

#include <deque>

#include "spawn.h"
#include "visitor_state.h"

namespace halte {

class VisitorProcess {
public:
    /// `session` is the memory that it may keep something in as the first of a session; it may be empty.
    VisitorProcess(Spawned spawned, VisitorState const& state, UniqueFd session = {});

    /// Reads every word that waits in its pipe, passes on the lines that may be, and returns those words.
    std::vector<Word> listen(Instant now);
    /// The same for the last time, and then it is gone. `how` is asked of the state after its last words.
    std::vector<Word> listen_to_the_end(Instant now);
    /// Whether a program before this one has started it: there is no way to tell it anything.
    [[nodiscard]] bool is_former() const { return !m_go; }
    void is_gone(HowItEnded how) { m_state.gone = how; }
    /// Lets it map its window.
    void say_go(Instant now);
    /// That these are dead, and none is left beside it. It is told once.
    void say_alone(std::deque<pid_t> const& dead);
    [[nodiscard]] bool was_told_alone() const { return m_told_alone; }

    /// What it has kept as the first of a session: once it is prepared, and only once, because until then nobody has
    /// touched it. Empty when it has kept nothing.
    [[nodiscard]] UniqueFd kept_session();

    [[nodiscard]] VisitorState const& state() const { return m_state; }
    [[nodiscard]] pid_t pid() const { return m_pid; }
    /// The pipe to poll; -1 once the process has closed it.
    [[nodiscard]] int words() const { return m_words.get(); }
    [[nodiscard]] int lines() const { return m_lines.descriptor(); }

private:
    std::vector<Word> hear_all(Instant now);

    pid_t m_pid;
    UniqueFd m_words;
    UniqueFd m_go;
    UniqueFd m_session;
    bool m_told_alone = false;
    Lines m_lines;
    VisitorState m_state;
};

}  // namespace halte
