#include <X11/XKBlib.h>

#include "aspects.h"

namespace halte {
namespace {

constexpr unsigned every_modifier = 0xFF;

struct Locks {
    unsigned char locked_modifiers = 0;
    unsigned char latched_modifiers = 0;
    unsigned char locked_group = 0;
    unsigned short latched_group = 0;
    unsigned lights = 0;
};

struct Controls {
    unsigned enabled = 0;
    unsigned short repeat_delay = 0;
    unsigned short repeat_interval = 0;
    int click = 0, bell = 0, bell_pitch = 0, bell_duration = 0, repeats = 0;
    char repeating_keys[32]{};
    int numerator = 0, denominator = 0, threshold = 0;
};

Locks locks_of(Display* display) {
    XkbStateRec state{};
    Locks locks;
    if (XkbGetState(display, XkbUseCoreKbd, &state) != Success) return locks;
    locks = {state.locked_mods, state.latched_mods, state.locked_group, state.latched_group, 0};
    XkbGetIndicatorState(display, XkbUseCoreKbd, &locks.lights);
    return locks;
}

Controls controls_of(Display* display) {
    Controls controls;
    XkbDescPtr const keyboard = XkbGetMap(display, 0, XkbUseCoreKbd);
    if (keyboard != nullptr && XkbGetControls(display, XkbAllControlsMask, keyboard) == Success) {
        controls.enabled = keyboard->ctrls->enabled_ctrls;
        controls.repeat_delay = keyboard->ctrls->repeat_delay;
        controls.repeat_interval = keyboard->ctrls->repeat_interval;
    }
    if (keyboard != nullptr) XkbFreeKeyboard(keyboard, 0, True);
    XKeyboardState keys{};
    XGetKeyboardControl(display, &keys);
    controls.click = keys.key_click_percent;
    controls.bell = keys.bell_percent;
    controls.bell_pitch = int(keys.bell_pitch);
    controls.bell_duration = int(keys.bell_duration);
    controls.repeats = keys.global_auto_repeat;
    std::memcpy(controls.repeating_keys, keys.auto_repeats, sizeof controls.repeating_keys);
    XGetPointerControl(display, &controls.numerator, &controls.denominator, &controls.threshold);
    return controls;
}

void put_back_xkb_controls(Display* display, Controls const& was) {
    XkbDescPtr const keyboard = XkbGetMap(display, 0, XkbUseCoreKbd);
    if (keyboard == nullptr) return;
    if (XkbGetControls(display, XkbAllControlsMask, keyboard) == Success) {
        keyboard->ctrls->enabled_ctrls = was.enabled;
        keyboard->ctrls->repeat_delay = was.repeat_delay;
        keyboard->ctrls->repeat_interval = was.repeat_interval;
        std::memcpy(keyboard->ctrls->per_key_repeat, was.repeating_keys, sizeof was.repeating_keys);
        XkbSetControls(display, XkbControlsEnabledMask | XkbRepeatKeysMask | XkbPerKeyRepeatMask, keyboard);
    }
    XkbFreeKeyboard(keyboard, 0, True);
}

}  // namespace

std::string read_locks(Display* display) {
    Locks const locks = locks_of(display);
    std::string bytes;
    add(bytes, locks.locked_modifiers);
    add(bytes, locks.latched_modifiers);
    add(bytes, locks.locked_group);
    add(bytes, locks.latched_group);
    add(bytes, locks.lights);
    return bytes;
}

void put_back_locks(Display* display, std::string const& was) {
    std::string_view bytes = was;
    auto const locked = take<unsigned char>(bytes);
    auto const latched = take<unsigned char>(bytes);
    auto const group = take<unsigned char>(bytes);
    XkbLatchModifiers(display, XkbUseCoreKbd, every_modifier, latched);
    XkbLockModifiers(display, XkbUseCoreKbd, every_modifier, locked);
    XkbLatchGroup(display, XkbUseCoreKbd, 0);
    XkbLockGroup(display, XkbUseCoreKbd, group);
}

std::string read_controls(Display* display) {
    std::string bytes;
    add(bytes, controls_of(display));
    return bytes;
}

void put_back_controls(Display* display, std::string const& was) {
    std::string_view bytes = was;
    auto const controls = take<Controls>(bytes);
    put_back_xkb_controls(display, controls);
    XKeyboardControl keys{};
    keys.key_click_percent = controls.click;
    keys.bell_percent = controls.bell;
    keys.bell_pitch = controls.bell_pitch;
    keys.bell_duration = controls.bell_duration;
    XChangeKeyboardControl(display, KBKeyClickPercent | KBBellPercent | KBBellPitch | KBBellDuration, &keys);
    XChangePointerControl(display, True, True, controls.numerator, controls.denominator, controls.threshold);
}

}  // namespace halte
