#pragma once
/// What becomes of this process when the X server refuses a request or is gone. Xlib would end it like any failure, and
/// the supervisor could not tell it from a bad directory.

#include <vector>

namespace halte {

/// From here on a lost connection ends this process with ExitCode::no_display and a sentence, and so does a refused
/// request that draws. To be called before anything connects to the server.
void survive_refusals();
/// Learns which numbers the extensions that draw have. GLFW must have been started, on X11.
void learn_what_draws();

/// Whether a picture may be missing when the request of that number was refused. Whatever else is refused was a
/// question about a window, a device or a monitor of somebody's that is gone by now.
bool draws(int request, std::vector<int> const& extensions_that_draw);

}  // namespace halte
