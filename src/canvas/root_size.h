#pragma once
/// How large the screen is, as the X server has it now.

namespace halte {

struct RootSize {
    int width = 0;
    int height = 0;
    bool operator==(RootSize const&) const = default;
};

/// One round trip to the X server. GLFW must have been started, on X11.
RootSize ask_root_size();

}  // namespace halte
