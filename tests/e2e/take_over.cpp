#include "take_over.h"

#include <X11/XKBlib.h>
#include <X11/Xatom.h>
#include <X11/extensions/XInput2.h>
#include <X11/extensions/Xcomposite.h>
#include <X11/keysym.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <span>

extern "C" Display* glfwGetX11Display();

namespace halte::taken_over {
namespace {

constexpr unsigned side = 4'000;  ///< of a window over every screen that tests have

Window window_over_all(Display* display) {
    XSetWindowAttributes wanted{};
    wanted.override_redirect = True;
    wanted.background_pixel = 0xFF'00'00;
    Window const made = XCreateWindow(display, DefaultRootWindow(display), 0, 0, side, side, 0, CopyFromParent,
                                      InputOutput, CopyFromParent, CWOverrideRedirect | CWBackPixel, &wanted);
    // Under the visit's own, so that it is seen when that is gone.
    XLowerWindow(display, made);
    XMapWindow(display, made);
    return made;
}

void keep_windows(Display* display) {
    window_over_all(display);
    XSetCloseDownMode(display, RetainPermanent);
}

/// What a page shows is drawn nowhere any more; the root's background is.
void redirect_all(Display* display) {
    Window const root = DefaultRootWindow(display);
    Pixmap const picture = XCreatePixmap(display, root, side, side, unsigned(DefaultDepth(display, 0)));
    XSetWindowBackgroundPixmap(display, root, picture);
    XCompositeRedirectSubwindows(display, root, CompositeRedirectManual);
    XSetCloseDownMode(display, RetainPermanent);
}

void keep_temporarily(Display* display) {
    window_over_all(display);
    XSetCloseDownMode(display, RetainTemporary);
}

void exchange_buttons(Display* display) {
    std::array<unsigned char, 256> map{};
    int const count = XGetPointerMapping(display, map.data(), int(map.size()));
    std::swap(map[0], map[1]);
    XSetPointerMapping(display, map.data(), count);
}

void exchange_keys(Display* display) {
    std::array<KeySym, 2> escape_and_tab{XK_Tab, XK_Escape};
    XChangeKeyboardMapping(display, XKeysymToKeycode(display, XK_Escape), 1, escape_and_tab.data(), 1);
    XModifierKeymap* map = XGetModifierMapping(display);
    map = XInsertModifiermapEntry(map, XKeysymToKeycode(display, XK_a), ControlMapIndex);
    XSetModifierMapping(display, map);
    XFreeModifiermap(map);
}

void lock_keys(Display* display) {
    XkbLockModifiers(display, XkbUseCoreKbd, LockMask | Mod2Mask, LockMask | Mod2Mask);
    XkbLatchModifiers(display, XkbUseCoreKbd, ShiftMask, ShiftMask);
    XChangePointerControl(display, True, True, 9, 1, 1);
    XKeyboardControl control{};
    control.bell_percent = 100;
    XChangeKeyboardControl(display, KBBellPercent, &control);
}

void let_everybody_in(Display* display) {
    std::array<char, 4> loopback{127, 0, 0, 1};
    XHostAddress host{FamilyInternet, int(loopback.size()), loopback.data()};
    XAddHost(display, &host);
    XSetAccessControl(display, DisableAccess);
}

void mark_the_root(Display* display) {
    char const* const words = "a number that was looked at";
    Window const root = DefaultRootWindow(display);
    for (char const* const name : {"RESOURCE_MANAGER", "HALTE_WAS_HERE", "_NET_SUPPORTING_WM_CHECK"})
        XChangeProperty(display, root, XInternAtom(display, name, False), XA_STRING, 8, PropModeReplace,
                        reinterpret_cast<unsigned char const*>(words), int(std::strlen(words)));
}

void darken(Display* display) {
    XSetScreenSaver(display, 1, 1, PreferBlanking, AllowExposures);
    XSetWindowBackground(display, DefaultRootWindow(display), 0);
}

/// The touchscreen too.
void switch_devices_off(Display* display) {
    Atom const enabled = XInternAtom(display, "Device Enabled", False);
    int count = 0;
    XIDeviceInfo* const devices = XIQueryDevice(display, XIAllDevices, &count);
    for (XIDeviceInfo const& device : std::span(devices, std::size_t(count))) {
        unsigned char off = 0;
        if (device.use == XISlavePointer)
            XIChangeProperty(display, device.deviceid, enabled, XA_INTEGER, 8, XIPropModeReplace, &off, 1);
    }
    XIFreeDeviceInfo(devices);
}

struct Way {
    char const* name;
    void (*go)(Display* display);
};
constexpr std::array all{
    Way{"windows are kept", keep_windows},
    Way{"windows are redirected", redirect_all},
    Way{"windows are kept for a while", keep_temporarily},
    Way{"buttons are exchanged", exchange_buttons},
    Way{"keys are exchanged", exchange_keys},
    Way{"keys are locked", lock_keys},
    Way{"everybody is let in", let_everybody_in},
    Way{"the root is marked", mark_the_root},
    Way{"the screen is darkened", darken},
    Way{"devices are switched off", switch_devices_off},
};

}  // namespace

std::vector<std::string> ways() {
    std::vector<std::string> names;
    for (Way const& each : all) names.emplace_back(each.name);
    return names;
}

void take_over(std::string const& way) {
    auto const found = std::ranges::find(all, way, [](Way const& each) { return std::string(each.name); });
    if (found == all.end()) return;
    found->go(glfwGetX11Display());
    XSync(glfwGetX11Display(), False);
}

}  // namespace halte::taken_over
