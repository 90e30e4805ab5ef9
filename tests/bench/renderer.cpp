// gl-renderer: prints what draws with OpenGL on this display, as the driver calls itself.
#include <GL/gl.h>

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <cstdio>

#include "floor.h"

int main() {
    int width = 0;
    int height = 0;
    halte_bench::open_floor_window(width, height);
    std::printf("%s\n", reinterpret_cast<char const*>(glGetString(GL_RENDERER)));
    glfwTerminate();
}
