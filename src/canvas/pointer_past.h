#pragma once
/// What the X server remembers of fingers: the last 256 places of the pointer, with their times. It tells them to any
/// program that asks (XGetMotionEvents), and whoever knows the screens could read from them what was touched.

namespace halte {

/// Puts places that mean nothing over all of them, and leaves the pointer in the corner. GLFW must have been started,
/// on X11. The window below is told of every move.
void overwrite_pointer_past();

}  // namespace halte
