#pragma once
/// The least that a program with a full-screen OpenGL window can do: what Halte's figures are compared with. It opens
/// its window exactly as src/canvas/window.cpp does, and knows nothing else of Halte.

struct GLFWwindow;

namespace halte_bench {

/// A borderless window over the whole first screen, hidden, with its OpenGL context current. Ends the program with a
/// sentence when there is none to be had.
GLFWwindow* open_floor_window(int& width, int& height);

/// Says `ready` on the pipe that HALTE_PIPE names, as a visitor process does, so that one clock serves both.
void say_ready();

}  // namespace halte_bench
