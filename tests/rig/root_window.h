#pragma once
/// The root window of DISPLAY as programs that are gone may have left it, or as one that runs keeps it.

#include <memory>

namespace halte::rig {

enum class RootLeft {
    dead_manager,       ///< the mark of a window manager whose window is gone
    manager_that_lies,  ///< the mark names a window that has none
    garbage,            ///< properties that desktops leave, of wrong types and formats, empty and huge
    retained,           ///< a black window that stays when its program has ended, a cursor and a background
};
/// By a program that has ended when this returns. Throws std::runtime_error without a server.
void leave_root(RootLeft as);

/// A window manager that runs, and its mark.
class RunningManager {
public:
    RunningManager();
    ~RunningManager();
    RunningManager(RunningManager const&) = delete;
    RunningManager& operator=(RunningManager const&) = delete;

private:
    struct Connection;
    std::unique_ptr<Connection> m_connection;
};

}  // namespace halte::rig
