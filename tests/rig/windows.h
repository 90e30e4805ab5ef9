#pragma once
/// What stands on the root window of DISPLAY.

#include <sys/types.h>

#include <optional>
#include <vector>

namespace halte::rig {

struct RootWindow {
    unsigned long id = 0;  ///< X's number of it
    pid_t owner = 0;       ///< 0 where the window does not name one
};

/// The mapped ones, the topmost last.
std::vector<RootWindow> root_windows();
/// The topmost, when it names its process: of a kiosk, what a person sees.
std::optional<RootWindow> top_window();
/// The window's program loses its connection, as when a server gives up a client.
void cut_connection(RootWindow const& window);
/// Another program's window stands before everything there, and goes: what was behind it has lost its picture.
void cover_for_a_moment(int x, int y, int width, int height);

}  // namespace halte::rig
