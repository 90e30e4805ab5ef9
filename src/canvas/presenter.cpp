#include "presenter.h"

#include <GL/glx.h>
#include <GL/glxext.h>
#include <X11/Xlib.h>
#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

/// glfw3native.h declares it, but wants headers of another library (Xrandr) for that.
extern "C" void* glfwGetX11Display();

namespace halte {
namespace {

using Copy = PFNGLXCOPYSUBBUFFERMESAPROC;
using CurrentDrawable = GLXDrawable (*)();
using QueryDrawable = void (*)(Display*, GLXDrawable, int, unsigned*);

/// GLFW has loaded libGLX; nothing else of ours links it.
template <class Function>
Function function_named(char const* name) {
    return reinterpret_cast<Function>(glfwGetProcAddress(name));
}

Display* display() { return static_cast<Display*>(glfwGetX11Display()); }
GLXDrawable drawable() { return function_named<CurrentDrawable>("glXGetCurrentDrawable")(); }

/// Where a driver offers both, the age is the one that its hardware is made for.
Presenter::Way way_of_driver() {
    if (glfwExtensionSupported("GLX_EXT_buffer_age") == GLFW_TRUE) return Presenter::Way::by_age;
    if (glfwExtensionSupported("GLX_MESA_copy_sub_buffer") == GLFW_TRUE) return Presenter::Way::by_copy;
    return Presenter::Way::whole;
}

int age_of_buffer() {
    unsigned age = 0;
    function_named<QueryDrawable>("glXQueryDrawable")(display(), drawable(), GLX_BACK_BUFFER_AGE_EXT, &age);
    return int(age);
}

}  // namespace

Presenter::Presenter(GLFWwindow* window, int height_px)
    : m_window(window), m_height_px(height_px), m_way(way_of_driver()) {}

int Presenter::age() const {
    if (!m_known || m_way == Way::whole) return 0;
    return m_way == Way::by_age ? age_of_buffer() : 1;
}

void Presenter::present(std::vector<PixelRect> const& painted) {
    if (painted.empty()) return;
    m_known = true;
    if (m_way != Way::by_copy) return glfwSwapBuffers(m_window);
    // In one piece: between two copies somebody would see half of a page beside half of another.
    PixelRect all = painted.front();
    for (PixelRect const& rect : painted) all = hull(all, rect);
    function_named<Copy>("glXCopySubBufferMESA")(display(), drawable(), all.x, m_height_px - all.bottom(), all.w,
                                                 all.h);
}

}  // namespace halte
