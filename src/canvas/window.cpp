#include <GL/gl.h>
#include <halte/server.h>
#include <halte/window.h>

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <algorithm>
#include <tuple>

#include "opengl.h"
#include "pointer_past.h"
#include "presenter.h"
#include "presses.h"
#include "screen_place.h"
#include "window_manager_mark.h"
#include "x_refusals.h"

/// glfw3native.h declares it, but wants headers of another library (Xrandr) for that.
extern "C" unsigned long glfwGetX11Window(GLFWwindow* window);
extern "C" void* glfwGetX11Display();

namespace halte {

static constexpr char const* window_title = "Halte";

struct Window::Inside {
    GLFWwindow* handle = nullptr;
    int width = 0;
    int height = 0;
    ScreenPlace screen;
    bool whole_screen = false;
    std::optional<Presenter> presenter;
    bool damaged = false;
    bool failed = false;
    float cursor_x = 0;
    float cursor_y = 0;
    SystemClock machine;
    Clock const* clock = &machine;
    KeyTable keys;
    std::vector<Input> inputs;

    ~Inside() {
        if (handle != nullptr) glfwDestroyWindow(handle);
        glfwTerminate();
    }
    /// GLFW tells of no move when the pointer has not moved since the window was shown: a finger may have been, a
    /// moment before, where the first finger that is felt comes down.
    void find_cursor() {
        double x = 0;
        double y = 0;
        glfwGetCursorPos(handle, &x, &y);
        cursor_x = float(x);
        cursor_y = float(y);
    }
    void listen();
    void set_anew();
    void add(FingerPhase phase) { inputs.push_back(Finger{phase, cursor_x, cursor_y, clock->now()}); }
};

namespace {

Window::Inside& inside_of(GLFWwindow* handle) {
    return *static_cast<Window::Inside*>(glfwGetWindowUserPointer(handle));
}

void on_move(GLFWwindow* handle, double x, double y) {
    auto& in = inside_of(handle);
    in.cursor_x = float(x);
    in.cursor_y = float(y);
    in.add(FingerPhase::move);
}

/// A finger counts where it was, not where the pointer is by now (glfwGetCursorPos would say that).
void on_button(GLFWwindow* handle, int button, int action, int /*mods*/) {
    if (button != GLFW_MOUSE_BUTTON_LEFT) return;
    auto& in = inside_of(handle);
    auto const place = action == GLFW_PRESS ? place_of_this_press() : std::nullopt;
    if (place) std::tie(in.cursor_x, in.cursor_y) = std::tie(place->x, place->y);
    in.add(action == GLFW_PRESS ? FingerPhase::down : FingerPhase::up);
}

/// By the X server's number of it: GLFW has no name for the keys of some keypads. That a key repeats itself while it is
/// held is not told: KeyRules has its own, slower pace for that. With Control, Alt or Super a key means nothing.
void on_key(GLFWwindow* handle, int /*key*/, int code, int action, int mods) {
    bool const with_another = (mods & (GLFW_MOD_CONTROL | GLFW_MOD_ALT | GLFW_MOD_SUPER)) != 0;
    if (action == GLFW_REPEAT || (with_another && action == GLFW_PRESS)) return;
    auto& in = inside_of(handle);
    bool const shifted =
        action == GLFW_PRESS && (mods & GLFW_MOD_SHIFT) != 0;  // a key goes up whatever is held with it
    if (auto const meaning = in.keys.find(code, shifted))
        in.inputs.emplace_back(KeyPress{*meaning, in.clock->now(), code, action == GLFW_PRESS});
}

void on_damage(GLFWwindow* handle) {
    inside_of(handle).damaged = true;
    inside_of(handle).presenter->forget();
}

Failure glfw_failure(std::string const& what, ExitCode code) {
    char const* why = nullptr;
    glfwGetError(&why);
    return failure(what + (why != nullptr ? std::string(" (") + why + ")." : "."), code);
}

Failure without_opengl() {
    Failure fault = glfw_failure("OpenGL does not start on this screen", ExitCode::no_graphics);
    fault.value().sentence += std::string(" ") + cure_of_opengl;
    return fault;
}

void ask_for_a_kiosk_window(bool fullscreen) {
    glfwWindowHint(GLFW_VISIBLE, GLFW_FALSE);
    glfwWindowHint(GLFW_RESIZABLE, GLFW_FALSE);
    glfwWindowHint(GLFW_DECORATED, fullscreen ? GLFW_FALSE : GLFW_TRUE);
    glfwWindowHint(GLFW_FLOATING, fullscreen ? GLFW_TRUE : GLFW_FALSE);
    glfwWindowHint(GLFW_AUTO_ICONIFY, GLFW_FALSE);
    glfwWindowHint(GLFW_DEPTH_BITS, 0);
    glfwWindowHint(GLFW_STENCIL_BITS, 0);
}

}  // namespace

void Window::Inside::listen() {
    note_presses(glfwGetX11Window(handle));
    glfwSetWindowUserPointer(handle, this);
    glfwSetCursorPosCallback(handle, on_move);
    glfwSetMouseButtonCallback(handle, on_button);
    glfwSetKeyCallback(handle, on_key);
    glfwSetWindowRefreshCallback(handle, on_damage);
}

/// The process that ran while this one waited may have changed its window.
void Window::Inside::set_anew() {
    if (!whole_screen) return;
    set_window_anew(glfwGetX11Display(), glfwGetX11Window(handle), {screen.x, screen.y, screen.width, screen.height});
}

Window::Window(std::unique_ptr<Inside> inside) : m_inside(std::move(inside)) {}
Window::Window(Window&&) noexcept = default;
Window& Window::operator=(Window&&) noexcept = default;
Window::~Window() = default;

/// Connects to the X server.
static Result<void> start_glfw() {
#ifdef GLFW_PLATFORM
    glfwInitHint(GLFW_PLATFORM, GLFW_PLATFORM_X11);  // GLFW's Wayland side receives no touches
#endif
    survive_refusals();
    remove_mark_of_dead_window_manager();
    if (glfwInit() == GLFW_FALSE) return glfw_failure("There is no X server to show a window on", ExitCode::no_display);
    learn_what_draws();
    return {};
}

Result<Window> Window::create(Options const& options) {
    auto inside = std::make_unique<Inside>();
    TRY_VOID(start_glfw());
    bool const fullscreen = options.width_px == 0;
    inside->screen = ask_screen_place();
    inside->width = fullscreen ? inside->screen.width : options.width_px;
    inside->height = fullscreen ? inside->screen.height : options.height_px;
    inside->whole_screen = fullscreen;
    inside->keys = options.keys;
    if (options.clock != nullptr) inside->clock = options.clock;
    ask_for_a_kiosk_window(fullscreen);
    // A borderless window over the whole screen, not a mode change: the next visitor's window can be laid over it.
    inside->handle = glfwCreateWindow(inside->width, inside->height, window_title, nullptr, nullptr);
    if (inside->handle == nullptr) return without_opengl();
    if (fullscreen) glfwSetWindowPos(inside->handle, inside->screen.x, inside->screen.y);
    glfwMakeContextCurrent(inside->handle);
    if (std::string fault = fault_of(ask_opengl()); !fault.empty())
        return failure(std::move(fault), ExitCode::no_graphics);
    glfwSwapInterval(0);
    inside->presenter.emplace(inside->handle, inside->height);
    inside->listen();
    if (fullscreen) glfwSetInputMode(inside->handle, GLFW_CURSOR, GLFW_CURSOR_HIDDEN);
    return Window(std::move(inside));
}

int Window::width_px() const { return m_inside->width; }
int Window::height_px() const { return m_inside->height; }
/// Mapping damages the whole window, and whoever shows it draws it next anyway: once is enough. What the last visitor
/// touched is forgotten before, so that not even the pointer's crossing into this window tells of it.
void Window::show() {
    if (m_inside->whole_screen) overwrite_pointer_past();
    m_inside->set_anew();
    glfwShowWindow(m_inside->handle);
    glfwPollEvents();
    m_inside->find_cursor();
    m_inside->damaged = false;
    m_inside->presenter->forget();
}
int Window::buffer_age() const { return m_inside->presenter->age(); }
int Window::buffers() const { return m_inside->presenter->buffers(); }
void Window::present(std::vector<PixelRect> const& painted) {
    m_inside->failed |= glGetError() != GL_NO_ERROR;
    if (!m_inside->failed) m_inside->presenter->present(painted);
}
bool Window::failed() const { return m_inside->failed; }
bool Window::fits_screen() const { return ask_screen_place() == m_inside->screen || !m_inside->whole_screen; }
bool Window::closed() const { return !m_inside->whole_screen && glfwWindowShouldClose(m_inside->handle) == GLFW_TRUE; }
bool Window::needs_drawing() const { return std::exchange(m_inside->damaged, false); }

std::string Window::server_state() const { return halte::server_state(glfwGetX11Display()); }
bool Window::is_of_this_server(std::string const& state) const {
    return halte::is_of_this_server(glfwGetX11Display(), state);
}

std::string Window::fault_of_server() const { return halte::fault_of_server(glfwGetX11Display()); }

std::vector<std::string> Window::put_server_back(std::string const& state, std::vector<pid_t> const& dead) {
    auto spoilt = halte::put_server_back(glfwGetX11Display(), state, dead);
    m_inside->set_anew();
    if (m_inside->whole_screen) {
        set_properties_anew(glfwGetX11Display(), glfwGetX11Window(m_inside->handle));
        glfwSetWindowTitle(m_inside->handle, window_title);
    }
    glfwFocusWindow(m_inside->handle);
    return spoilt;
}

std::string Window::graphics() const {
    OpenGl const there = ask_opengl();
    return "OpenGL " + there.version + ", " + there.renderer;
}

std::vector<Input> Window::wait(std::optional<Milliseconds> longest) {
    if (!longest)
        glfwWaitEvents();
    else if (longest->count() <= 0)
        glfwPollEvents();
    else
        glfwWaitEventsTimeout(double(longest->count()) / 1000);
    return std::exchange(m_inside->inputs, {});
}

std::vector<std::uint8_t> Window::pixels() const {
    auto const row = std::size_t(m_inside->width) * 3;
    std::vector<std::uint8_t> bottom_up(row * std::size_t(m_inside->height));
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, m_inside->width, m_inside->height, GL_RGB, GL_UNSIGNED_BYTE, bottom_up.data());
    std::vector<std::uint8_t> top_down;
    top_down.reserve(bottom_up.size());
    for (auto at = bottom_up.end(); at != bottom_up.begin(); at -= std::ptrdiff_t(row))
        top_down.insert(top_down.end(), at - std::ptrdiff_t(row), at);
    return top_down;
}

}  // namespace halte
