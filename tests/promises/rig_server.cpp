// rig-server: what an X server keeps for whoever asks, beside windows and their properties; for tests. One line each:
// who holds the selections (the clipboard is one), which window has the keyboard, the keyboard's locks and lights, and
// the pointer's map. Windows are numbers that differ from run to run, so only "nobody" and "somebody" are told apart.
#include <X11/Xatom.h>
#include <X11/Xlib.h>

#include <array>
#include <cstdio>
#include <memory>

namespace {

void tell_selections(Display* display) {
    for (char const* const name : {"PRIMARY", "SECONDARY", "CLIPBOARD", "CLIPBOARD_MANAGER"}) {
        Window const owner = XGetSelectionOwner(display, XInternAtom(display, name, False));
        std::printf("selection %s: %s\n", name, owner == None ? "nobody" : "somebody");
    }
}

void tell_keyboard(Display* display) {
    Window focus = None;
    int revert = 0;
    XGetInputFocus(display, &focus, &revert);
    char const* const who = focus == None          ? "nothing"
                            : focus == PointerRoot ? "the window under the pointer"
                                                   : "a window";
    std::printf("keyboard: %s, then %d\n", who, revert);
    XKeyboardState state{};
    XGetKeyboardControl(display, &state);
    std::printf("lights: %lx, repeating: %d, volume of keys: %d\n", state.led_mask, state.global_auto_repeat,
                state.key_click_percent);
    std::array<char, 32> keys{};
    XQueryKeymap(display, keys.data());
    for (char const byte : keys) std::printf("%02x", static_cast<unsigned char>(byte));
    std::printf(" keys are down\n");
}

void tell_pointer(Display* display) {
    Window root = None;
    Window child = None;
    int x = 0, y = 0, x_in_root = 0, y_in_root = 0;
    unsigned buttons = 0;
    XQueryPointer(display, DefaultRootWindow(display), &root, &child, &x_in_root, &y_in_root, &x, &y, &buttons);
    std::array<unsigned char, 32> map{};
    int const count = XGetPointerMapping(display, map.data(), int(map.size()));
    std::printf("buttons: %x are down of %d\n", buttons, count);
}

}  // namespace

int main() {
    std::unique_ptr<Display, int (*)(Display*)> const display{XOpenDisplay(nullptr), XCloseDisplay};
    if (!display) return std::fputs("There is no X server on this display.\n", stderr), 1;
    tell_selections(display.get());
    tell_keyboard(display.get());
    tell_pointer(display.get());
    return 0;
}
