// floor-window: a bare window that is cleared and shown once, and then waits until it is killed. The floor of the
// start, of the memory and of the swap.
#include <GL/gl.h>

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include "floor.h"

int main() {
    int width = 0;
    int height = 0;
    GLFWwindow* const window = halte_bench::open_floor_window(width, height);
    glfwShowWindow(window);
    glClearColor(0.9F, 0.9F, 0.8F, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    glfwSwapBuffers(window);
    halte_bench::say_ready();
    while (glfwWindowShouldClose(window) == GLFW_FALSE) glfwWaitEvents();
}
