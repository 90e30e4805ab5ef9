#pragma once
/// Where the presses happen that are about to be told. GLFW tells of a press without its place, and a device that knows
/// places (a touchscreen that acts as a mouse, the tablet of a virtual machine) may press somewhere without any move to
/// there before.

#include <deque>
#include <optional>

namespace halte {

/// In pixels of the window.
struct PressPlace {
    float x = 0;
    float y = 0;
};

/// Begins to note the places of all presses of the first button in the window `x_window`, as they come from the X
/// server. There is one such window in a process. GLFW must have been started, on X11.
void note_presses(unsigned long x_window);
/// The place of the press that GLFW tells of now: they come in the same order. Nothing when none is known.
std::optional<PressPlace> place_of_this_press();

/// Of so many noted presses only the last ones can still be among the events that wait.
void forget_presses_told(std::deque<PressPlace>& noted, std::size_t waiting_events);

}  // namespace halte
