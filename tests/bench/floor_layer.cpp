// floor-layer FRAMES: the bare window with one blended, textured layer over the whole screen. Prints the CPU time of
// each frame in microseconds, of all threads, and ends. The first frames build the driver's shaders and are not
// printed. With HALTE_PIPE it shows one frame, says that it is ready, and waits until it is killed.
//
// The layer's texture is noise, one texel to a pixel and unfiltered, as Halte's words and icons are: there is no
// cheaper layer, so there is no stricter floor.
#include <GL/gl.h>

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <utility>
#include <vector>

#include "floor.h"

namespace {

constexpr int warm_up = 5;
constexpr double frame_seconds = 0.016;  ///< Halte sleeps between two frames of a movement, too

void make_layer(int width, int height) {
    std::vector<std::uint8_t> texels(std::size_t(width) * std::size_t(height) * 4);
    for (std::size_t at = 0; at < texels.size(); ++at) texels[at] = std::uint8_t(at * 2654435761U >> 24U);
    unsigned texture = 0;
    glGenTextures(1, &texture);
    glBindTexture(GL_TEXTURE_2D, texture);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, texels.data());
    glEnable(GL_TEXTURE_2D);
    glEnable(GL_BLEND);
    glBlendFunc(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA);
}

void draw_layer() {
    glClear(GL_COLOR_BUFFER_BIT);
    glBegin(GL_TRIANGLE_STRIP);
    for (float const x : {0.0F, 1.0F})
        for (float const y : {0.0F, 1.0F}) {
            glTexCoord2f(x, y);
            glVertex2f(x * 2 - 1, y * 2 - 1);
        }
    glEnd();
}

/// Of all threads: the software driver draws in its own.
std::int64_t cpu_us() {
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return time.tv_sec * 1'000'000 + time.tv_nsec / 1'000;
}

/// As the start of a visitor process, and its memory at rest.
void stay(GLFWwindow* window) {
    draw_layer();
    glfwSwapBuffers(window);
    halte_bench::say_ready();
    while (glfwWindowShouldClose(window) == GLFW_FALSE) glfwWaitEvents();
}

void print_frames(GLFWwindow* window, int frames) {
    std::int64_t last = 0;
    for (int frame = 0; frame < warm_up + frames; ++frame) {
        glfwWaitEventsTimeout(frame_seconds);
        draw_layer();
        glfwSwapBuffers(window);
        std::int64_t const before = std::exchange(last, cpu_us());
        if (frame >= warm_up) std::printf("%lld\n", static_cast<long long>(last - before));
    }
}

}  // namespace

int main(int count, char** arguments) {
    int width = 0;
    int height = 0;
    GLFWwindow* const window = halte_bench::open_floor_window(width, height);
    glfwShowWindow(window);
    make_layer(width, height);
    if (std::getenv("HALTE_PIPE") != nullptr)
        stay(window);
    else
        print_frames(window, count > 1 ? std::atoi(arguments[1]) : 100);
    glfwTerminate();
}
