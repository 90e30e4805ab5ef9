#pragma once
/// Where on the X server's screen visitors look, as the server has it now.

#include <optional>
#include <vector>

namespace halte {

/// In pixels of the root window.
struct ScreenPlace {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
    bool operator==(ScreenPlace const&) const = default;
};

struct Monitor {
    ScreenPlace place;
    bool main = false;
};

/// Of the monitors that share a root window, the main one's place, else the first one's. Nothing when there is none, or
/// it has no size.
std::optional<ScreenPlace> place_of_main(std::vector<Monitor> const& monitors);

/// All of the root window where no monitor has a place: a screen that is just being changed has none for a moment. One
/// round trip to the X server, or two then. GLFW must have been started, on X11.
ScreenPlace ask_screen_place();

}  // namespace halte
