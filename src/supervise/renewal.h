#pragma once
/// After an upgrade the program that has replaced this one on the disk is executed in the same process, and takes over
/// the welcome screen that stands: nobody sees it, and the process keeps its number.

#include "visitor_process.h"

namespace halte {

/// What a supervisor leaves to the one that follows it in its process.
struct Legacy {
    std::optional<Spawned> former;  ///< the process on the screen, an idle welcome screen a moment ago; `go` was said
    UniqueFd session;               ///< its memory, where the X server is the kiosk's own
    std::deque<pid_t> dead;         ///< since that server was put back
};
/// Takes it out of the environment, where the last program has put it (HALTE_FORMER). A process that is none of ours is
/// left alone.
Legacy legacy_from_environment();

/// The program of this process, and the one that stands in its place on the disk.
class OwnProgram {
public:
    /// `command` is how it was called.
    explicit OwnProgram(std::vector<std::string> command);
    [[nodiscard]] bool is_replaced() const;
    /// Executes the one on the disk, with the same arguments and environment. `on_screen` may be null. When that does
    /// not work it says so in one line, and this program goes on.
    void give_way(VisitorProcess const* on_screen, int session, std::deque<pid_t> const& dead);

private:
    void execute(std::string const& legacy);

    std::vector<std::string> m_command;
    std::string m_path;
};

}  // namespace halte
