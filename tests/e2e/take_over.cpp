#include "take_over.h"

#include <X11/XKBlib.h>
#include <X11/Xatom.h>
#include <X11/extensions/XInput.h>
#include <X11/extensions/XInput2.h>
#include <X11/extensions/Xcomposite.h>
#include <X11/extensions/Xrandr.h>
#include <X11/extensions/shape.h>
#include <X11/keysym.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <span>
#include <string>

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

/// It outlives who has added it, with a name of free choice.
void add_a_master(Display* display) {
    XIAnyHierarchyChangeInfo change{};
    std::string name = "what was looked at";
    change.add = {XIAddMaster, name.data(), True, True};
    XIChangeHierarchy(display, &change, 1);
}

void call_the_saver(Display* display) { XForceScreenSaver(display, ScreenSaverActive); }

void let_a_user_in(Display* display) {
    std::string type = "localuser", value = "root";
    XServerInterpretedAddress told{int(type.size()), int(value.size()), type.data(), value.data()};
    XHostAddress host{FamilyServerInterpreted, 0, reinterpret_cast<char*>(&told)};
    XAddHost(display, &host);
}

/// The picture that the root window has while no visitor process can draw.
void draw_over_the_safe_page(Display* display) {
    Atom type = None;
    int format = 0;
    unsigned long count = 0, left = 0;
    unsigned char* data = nullptr;
    Window const root = DefaultRootWindow(display);
    XGetWindowProperty(display, root, XInternAtom(display, "_XROOTPMAP_ID", False), 0, 1, False, XA_PIXMAP, &type,
                       &format, &count, &left, &data);
    if (data == nullptr || count == 0) return;
    Pixmap const page = *reinterpret_cast<Pixmap*>(data);
    GC const pen = XCreateGC(display, page, 0, nullptr);
    XFillRectangle(display, page, pen, 0, 0, side, side);
    XFree(data);
}

/// Of windows that are there and not shown: that of the process that waits behind this one.
void dress_what_waits(Display* display, Window window) {
    XSetWindowBackground(display, window, 0xFF'00'00);
    XSetWindowBorder(display, window, 0xFF'00'00);
    XSetWindowBorderWidth(display, window, 30);
    XMoveWindow(display, window, 200, 200);
    XRectangle corner{0, 0, 10, 10};
    char const* const words = "what was looked at";
    for (char const* const name : {"WM_NAME", "HALTE_WAS_HERE"})
        XChangeProperty(display, window, XInternAtom(display, name, False), XA_STRING, 8, PropModeReplace,
                        reinterpret_cast<unsigned char const*>(words), int(std::strlen(words)));
    XShapeCombineRectangles(display, window, ShapeBounding, 0, 0, &corner, 1, ShapeSet, Unsorted);
    XShapeCombineRectangles(display, window, ShapeInput, 0, 0, nullptr, 0, ShapeSet, Unsorted);
}

void dress_all_that_wait(Display* display) {
    Window root = None, parent = None;
    Window* children = nullptr;
    unsigned count = 0;
    XQueryTree(display, DefaultRootWindow(display), &root, &parent, &children, &count);
    for (Window const window : std::span(children, count)) {
        XWindowAttributes is{};
        bool const there = XGetWindowAttributes(display, window, &is) != 0;
        if (there && is.map_state == IsUnmapped && is.c_class == InputOutput && is.width > 100)
            dress_what_waits(display, window);
    }
    if (children != nullptr) XFree(children);
}

/// What keysyms do not tell: a key that locks, what was set explicitly, a light that is on without a lock, a name of
/// free choice, keys that repeat late.
void change_what_keys_do(Display* display) {
    unsigned const parts = XkbKeyBehaviorsMask | XkbExplicitComponentsMask;
    XkbDescPtr const keyboard = XkbGetMap(display, XkbAllMapComponentsMask, XkbUseCoreKbd);
    int const key = XKeysymToKeycode(display, XK_a);
    keyboard->server->behaviors[key].type = XkbKB_Lock;
    keyboard->server->c_explicit[key] |= XkbExplicitBehaviorMask;
    XkbMapChangesRec changes{};
    changes.changed = parts;
    changes.first_key_behavior = changes.first_key_explicit = KeyCode(key);
    changes.num_key_behaviors = changes.num_key_explicit = 1;
    XkbChangeMap(display, keyboard, &changes);
    XkbGetIndicatorMap(display, XkbAllIndicatorsMask, keyboard);
    keyboard->indicators->maps[1] = {XkbIM_NoAutomatic, 0, 0, 0, {}, 0};
    XkbSetIndicatorMap(display, 1UL << 1, keyboard);
    XkbGetNames(display, XkbGroupNamesMask, keyboard);
    keyboard->names->groups[0] = XInternAtom(display, "what was looked at", False);
    XkbSetNames(display, XkbGroupNamesMask, 0, 0, keyboard);
    XkbGetControls(display, XkbAllControlsMask, keyboard);
    keyboard->ctrls->slow_keys_delay = 5'000;
    XkbSetControls(display, XkbSlowKeysMask, keyboard);
    XkbFreeKeyboard(keyboard, 0, True);
}

/// Of each keyboard and pointer below the master's.
void change_each_device(Display* display) {
    int count = 0;
    XIDeviceInfo* const devices = XIQueryDevice(display, XIAllDevices, &count);
    for (XIDeviceInfo const& device : std::span(devices, std::size_t(count))) {
        if (device.use == XISlaveKeyboard) XkbLockModifiers(display, unsigned(device.deviceid), LockMask, LockMask);
        XDevice* const pointer = device.use == XISlavePointer ? XOpenDevice(display, XID(device.deviceid)) : nullptr;
        if (pointer == nullptr) continue;
        std::array<unsigned char, 256> map{};
        int const buttons = XGetDeviceButtonMapping(display, pointer, map.data(), unsigned(map.size()));
        std::swap(map[0], map[1]);
        if (buttons > 1) XSetDeviceButtonMapping(display, pointer, map.data(), buttons);
        XCloseDevice(display, pointer);
    }
    XIFreeDeviceInfo(devices);
}

/// So much that whoever reads all of it is taken for a process that hangs.
void flood(Display* display) {
    constexpr std::size_t many = 12'000;
    constexpr std::size_t many_of_a_device = 1'000;
    std::vector<std::string> names;
    for (std::size_t at = 0; at < many; ++at) names.push_back("FLOOD " + std::to_string(at));
    std::vector<char*> pointers;
    for (std::string& name : names) pointers.push_back(name.data());
    std::vector<Atom> atoms(many);
    XInternAtoms(display, pointers.data(), int(many), False, atoms.data());
    unsigned char byte = 'x';
    for (Atom const name : atoms)
        XChangeProperty(display, DefaultRootWindow(display), name, XA_STRING, 8, PropModeReplace, &byte, 1);
    int pointer = 0;
    XIGetClientPointer(display, None, &pointer);
    for (Atom const name : std::span(atoms).first(many_of_a_device))
        XIChangeProperty(display, pointer, name, XA_STRING, 8, XIPropModeReplace, &byte, 1);
}

void mark_the_outputs(Display* display) {
    XRRScreenResources* const resources = XRRGetScreenResourcesCurrent(display, DefaultRootWindow(display));
    std::string words = "what was looked at";
    Atom const name = XInternAtom(display, "HALTE_WAS_HERE", False);
    for (RROutput const output : std::span(resources->outputs, std::size_t(resources->noutput)))
        XRRChangeOutputProperty(display, output, name, XA_STRING, 8, PropModeReplace,
                                reinterpret_cast<unsigned char*>(words.data()), int(words.size()));
    XRRFreeScreenResources(resources);
}

/// Larger screens would be covered in part only.
void make_up_a_monitor(Display* display) {
    XRRMonitorInfo made{};
    made.name = XInternAtom(display, "what was looked at", False);
    made.primary = True;
    made.width = made.mwidth = 400;
    made.height = made.mheight = 300;
    XRRSetMonitor(display, DefaultRootWindow(display), &made);
}

/// The picture stands elsewhere, and a mode has a name of free choice.
void move_the_picture(Display* display) {
    Window const root = DefaultRootWindow(display);
    std::string name = "what was looked at";
    XRRModeInfo made{};
    made.width = 500;
    made.height = 400;
    made.dotClock = 20'000'000;
    made.hSyncStart = 510;
    made.hSyncEnd = 520;
    made.hTotal = 530;
    made.vSyncStart = 410;
    made.vSyncEnd = 420;
    made.vTotal = 430;
    made.name = name.data();
    made.nameLength = unsigned(name.size());
    RRMode const mode = XRRCreateMode(display, root, &made);
    XRRScreenResources* const resources = XRRGetScreenResourcesCurrent(display, root);
    RROutput const output = resources->outputs[0];
    XRROutputInfo* const about = XRRGetOutputInfo(display, resources, output);
    XRRAddOutputMode(display, output, mode);
    XRRSetCrtcConfig(display, resources, about->crtc, CurrentTime, 100, 50, mode, RR_Rotate_0, &resources->outputs[0],
                     1);
    XRRFreeOutputInfo(about);
    XRRFreeScreenResources(resources);
}

void change_fonts(Display* display) {
    std::string built_in = "built-ins";
    std::array<char*, 2> twice{built_in.data(), built_in.data()};
    XSetFontPath(display, twice.data(), int(twice.size()));
}

/// Of every output: the screen is dark.
void dim(Display* display) {
    XRRScreenResources* const resources = XRRGetScreenResourcesCurrent(display, DefaultRootWindow(display));
    for (RRCrtc const crtc : std::span(resources->crtcs, std::size_t(resources->ncrtc))) {
        XRRCrtcGamma* const dark = XRRAllocGamma(XRRGetCrtcGammaSize(display, crtc));
        if (dark == nullptr) continue;
        XRRSetCrtcGamma(display, crtc, dark);
        XRRFreeGamma(dark);
    }
    XRRFreeScreenResources(resources);
}

struct Way {
    char const* name;
    void (*go)(Display* display);
    bool with_every_frame = false;  ///< the process that waits is there later only
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
    Way{"a master is added", add_a_master},
    Way{"the saver is called", call_the_saver},
    Way{"a user is let in", let_a_user_in},
    Way{"the next window is dressed up", dress_all_that_wait, true},
    Way{"properties are many", flood},
    Way{"the outputs are marked", mark_the_outputs},
    Way{"fonts are elsewhere", change_fonts},
    Way{"the picture is dimmed", dim},
    Way{"keys do something else", change_what_keys_do},
    Way{"each device is changed", change_each_device},
};

}  // namespace

std::vector<std::string> ways() {
    std::vector<std::string> names;
    for (Way const& each : all) names.emplace_back(each.name);
    return names;
}

void take_over(XConnection connection, std::string const& way, bool again) {
    auto* const display = static_cast<Display*>(connection);
    if (way == safe_page_is_drawn_over) return draw_over_the_safe_page(display);
    if (way == picture_is_moved) return again ? void() : move_the_picture(display);
    if (way == monitor_is_made_up) return make_up_a_monitor(display);
    auto const found = std::ranges::find(all, way, [](Way const& each) { return std::string(each.name); });
    if (found == all.end() || (again && !found->with_every_frame)) return;
    found->go(display);
    XSync(display, False);
}

}  // namespace halte::taken_over
