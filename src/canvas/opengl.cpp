#include "opengl.h"

#include <GL/gl.h>
#include <fmt/format.h>

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <cstdio>

namespace halte {
namespace {

/// ImGui's shader is written for it, and textures of one channel came with it.
constexpr int needed_major = 3;

std::string told(GLenum what) {
    auto const* const words = reinterpret_cast<char const*>(glGetString(what));
    return words == nullptr ? "" : words;
}

}  // namespace

char const* const cure_of_opengl =
    "Install libgl1-mesa-dri, start the X server with its GLX extension and 16, 24 or 30 bits to a pixel, and where "
    "the "
    "graphics card's own driver is at fault, write Environment=LIBGL_ALWAYS_SOFTWARE=1 with systemctl edit "
    "halte-kiosk.";

OpenGl ask_opengl() {
    return {.version = told(GL_VERSION),
            .renderer = told(GL_RENDERER),
            .swizzles = glfwExtensionSupported("GL_ARB_texture_swizzle") == GLFW_TRUE ||
                        glfwExtensionSupported("GL_EXT_texture_swizzle") == GLFW_TRUE};
}

std::string fault_of(OpenGl const& opengl) {
    int major = 0, minor = 0;
    bool const known = std::sscanf(opengl.version.c_str(), "%d.%d", &major, &minor) == 2;
    std::string const there = fmt::format("OpenGL {} of {}", known ? opengl.version : "of an unknown version",
                                          opengl.renderer.empty() ? "an unknown driver" : opengl.renderer);
    if (!known || major < needed_major)
        return fmt::format("{} is too old: Halte draws with OpenGL {}.0 or newer. {}", there, needed_major,
                           cure_of_opengl);
    bool const swizzles = opengl.swizzles || major > 3 || minor >= 3;
    if (swizzles) return {};
    return fmt::format("{} lacks texture swizzles (OpenGL 3.3), which Halte draws with. {}", there, cure_of_opengl);
}

}  // namespace halte
