#pragma once
/// The mark that a window manager leaves on the root window, by which programs know that it runs.

namespace halte {

/// Takes a mark away that nobody stands behind any more. A window manager that was killed leaves its mark, and GLFW,
/// which looks for the window that it names, ends this process then. Says nothing when there is no X server.
void remove_mark_of_dead_window_manager();

}  // namespace halte
