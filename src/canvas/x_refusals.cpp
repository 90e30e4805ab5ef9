#include "x_refusals.h"

#include <X11/Xlib.h>
#include <X11/Xproto.h>
#include <fmt/format.h>
#include <halte/base.h>
#include <unistd.h>

#include <algorithm>
#include <array>

/// glfw3native.h declares it, but wants headers of another library (Xrandr) for that.
extern "C" Display* glfwGetX11Display();

namespace halte {
namespace {

/// Xlib gives its handlers nothing of ours.
std::vector<int>& extensions_that_draw() {
    static std::vector<int> numbers;
    return numbers;
}

[[noreturn]] void end_without_a_screen(std::string const& sentence) {
    log_line(sentence);
    _exit(int(ExitCode::no_display));  // what is still open belongs to a server that is of no more use
}

int on_refusal(Display* /*display*/, XErrorEvent* refusal) {
    if (draws(refusal->request_code, extensions_that_draw()))
        end_without_a_screen(fmt::format("The X server refused to draw (request {}.{}, error {}).",
                                         refusal->request_code, refusal->minor_code, refusal->error_code));
    return 0;
}

int on_loss(Display* /*display*/) { end_without_a_screen("The X server is gone, or has closed this connection."); }

}  // namespace

void survive_refusals() {
    XSetErrorHandler(on_refusal);
    XSetIOErrorHandler(on_loss);
}

void learn_what_draws() {
    for (char const* const name : {"GLX", "DRI2", "DRI3", "Present", "MIT-SHM"}) {
        int number = 0, event = 0, error = 0;
        if (XQueryExtension(glfwGetX11Display(), name, &number, &event, &error) == True)
            extensions_that_draw().push_back(number);
    }
}

bool draws(int request, std::vector<int> const& extensions_that_draw) {
    constexpr std::array of_the_core{X_CreateWindow, X_MapWindow, X_CopyArea, X_PutImage};
    return std::ranges::find(of_the_core, request) != of_the_core.end() ||
           std::ranges::find(extensions_that_draw, request) != extensions_that_draw.end();
}

}  // namespace halte
