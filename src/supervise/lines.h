#pragma once
/// What a visitor process prints, on its way to the log. A driver's complaint, or the sentence of a start that failed,
/// is for the technician; what could depend on a visitor, or count visits, goes nowhere.

#include <halte/base.h>

namespace halte {

/// Which lines of a process are for the log.
enum class LogLines {
    as_they_come,  ///< until somebody touches the screen
    if_it_fails,   ///< before it is ready
};
/// What becomes of the lines that wait in the pipe now.
enum class LogPolicy {
    pass_on,  ///< to the log of this process, line by line
    hold,     ///< for finish()
    drop,
};

class Lines {
public:
    explicit Lines(UniqueFd pipe) : m_pipe(std::move(pipe)) {}

    /// The pipe to poll; -1 once the process has closed it.
    [[nodiscard]] int descriptor() const { return m_pipe.get(); }
    /// Reads all that waits in the pipe.
    void take(LogPolicy policy);
    /// The process has failed: what was held, and a last line without its end, are for the log unless they are dropped.
    void finish(LogPolicy policy);

private:
    void pass_on_whole_lines();

    UniqueFd m_pipe;
    std::string m_held;
};

}  // namespace halte
