#include "floor.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

namespace halte_bench {
namespace {

[[noreturn]] void give_up(char const* sentence) {
    std::fprintf(stderr, "%s\n", sentence);
    std::exit(1);
}

void ask_for_the_same_window() {
    glfwWindowHint(GLFW_VISIBLE, GLFW_FALSE);
    glfwWindowHint(GLFW_RESIZABLE, GLFW_FALSE);
    glfwWindowHint(GLFW_DECORATED, GLFW_FALSE);
    glfwWindowHint(GLFW_FLOATING, GLFW_TRUE);
    glfwWindowHint(GLFW_AUTO_ICONIFY, GLFW_FALSE);
    glfwWindowHint(GLFW_DEPTH_BITS, 0);
    glfwWindowHint(GLFW_STENCIL_BITS, 0);
}

}  // namespace

GLFWwindow* open_floor_window(int& width, int& height) {
    if (glfwInit() == GLFW_FALSE) give_up("There is no X server to show a window on.");
    GLFWmonitor* const monitor = glfwGetPrimaryMonitor();
    GLFWvidmode const* const mode = monitor != nullptr ? glfwGetVideoMode(monitor) : nullptr;
    if (mode == nullptr) give_up("The X server has no screen.");
    width = mode->width;
    height = mode->height;
    ask_for_the_same_window();
    GLFWwindow* const window = glfwCreateWindow(width, height, "Floor", nullptr, nullptr);
    if (window == nullptr) give_up("OpenGL does not start on this screen.");
    glfwSetWindowPos(window, 0, 0);
    glfwMakeContextCurrent(window);
    glfwSwapInterval(0);
    return window;
}

void say_ready() {
    char const* const pipe = std::getenv("HALTE_PIPE");
    if (pipe != nullptr && write(std::atoi(pipe), "r", 1) != 1) give_up("Nobody reads that the window is ready.");
}

}  // namespace halte_bench
