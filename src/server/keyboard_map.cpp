#include "keyboard_map.h"

#include <X11/XKBlib.h>

#include <memory>
#include <span>
#include <utility>

namespace halte {
namespace {

struct FreeKeyboard {
    void operator()(XkbDescPtr keyboard) const { XkbFreeKeyboard(keyboard, 0, True); }
};
using Keyboard = std::unique_ptr<XkbDescRec, FreeKeyboard>;

template <class Value>
void add_all(std::string& bytes, Value const* values, std::size_t count) {
    add(bytes, count);
    for (Value const& each : std::span(values, values == nullptr ? 0 : count)) add(bytes, each);
}

/// Xlib leaves what is between the fields as it was.
void add_entry(std::string& bytes, XkbKTMapEntryRec const& entry) {
    for (unsigned const each : {unsigned(entry.active), unsigned(entry.level), unsigned(entry.mods.mask)})
        add(bytes, each);
    add(bytes, entry.mods.vmods);
}

void add_types(std::string& bytes, XkbClientMapRec const& map) {
    for (XkbKeyTypeRec const& type : std::span(map.types, map.num_types)) {
        add(bytes, type.mods);
        add(bytes, type.num_levels);
        add(bytes, type.name);
        for (XkbKTMapEntryRec const& entry : std::span(type.map, type.map_count)) add_entry(bytes, entry);
        add_all(bytes, type.preserve, type.preserve == nullptr ? 0 : type.map_count);
        add_all(bytes, type.level_names, type.level_names == nullptr ? 0 : type.num_levels);
    }
}

void add_key(std::string& bytes, Keyboard const& keyboard, int key) {
    XkbDescPtr const all = keyboard.get();
    XkbSymMapRec const& about = all->map->key_sym_map[key];
    add(bytes, about.kt_index);
    add(bytes, about.group_info);
    add_all(bytes, XkbKeySymsPtr(all, key), std::size_t(XkbKeyNumSyms(all, key)));
    if (XkbKeyHasActions(all, key)) add_all(bytes, XkbKeyActionsPtr(all, key), std::size_t(XkbKeyNumActions(all, key)));
    add(bytes, all->server->behaviors[key]);
    add(bytes, all->server->c_explicit[key]);
    add(bytes, all->server->vmodmap[key]);
    add(bytes, all->map->modmap[key]);
    add_all(bytes, all->names->keys == nullptr ? nullptr : all->names->keys[key].name,
            all->names->keys == nullptr ? 0 : XkbKeyNameLength);
}

void add_interpretations(std::string& bytes, XkbCompatMapRec const& compat) {
    add(bytes, compat.groups);
    for (XkbSymInterpretRec const& each : std::span(compat.sym_interpret, compat.num_si)) {
        add(bytes, each.sym);
        for (unsigned const part : {each.flags, each.match, each.mods, each.virtual_mod}) add(bytes, part);
        add(bytes, each.act);
    }
}

void add_lights(std::string& bytes, XkbIndicatorRec const& lights) {
    add(bytes, lights.phys_indicators);
    for (XkbIndicatorMapRec const& each : lights.maps) add(bytes, each);
}

void add_names(std::string& bytes, XkbNamesRec const& names) {
    for (Atom const each : {names.keycodes, names.symbols, names.types, names.compat, names.phys_symbols})
        add(bytes, each);
    add(bytes, names.vmods);
    add(bytes, names.indicators);
    add(bytes, names.groups);
    add_all(bytes, names.radio_groups, names.radio_groups == nullptr ? 0 : names.num_rg);
    add_all(bytes, names.key_aliases, names.key_aliases == nullptr ? 0 : names.num_key_aliases);
}

Keyboard read_keyboard(Display* display, unsigned number) {
    Keyboard keyboard(XkbGetMap(display, XkbAllMapComponentsMask, number));
    bool const whole = keyboard && keyboard->map != nullptr && keyboard->server != nullptr &&
                       XkbGetCompatMap(display, XkbAllCompatMask, keyboard.get()) == Success &&
                       XkbGetIndicatorMap(display, XkbAllIndicatorsMask, keyboard.get()) == Success &&
                       XkbGetControls(display, XkbAllControlsMask, keyboard.get()) == Success &&
                       XkbGetNames(display, XkbAllNamesMask, keyboard.get()) == Success;
    return whole && keyboard->names != nullptr ? std::move(keyboard) : nullptr;
}

}  // namespace

std::string map_of(Display* display, unsigned number) {
    Keyboard const keyboard = read_keyboard(display, number);
    std::string bytes;
    if (!keyboard) return bytes;
    add(bytes, *keyboard->ctrls);
    add_types(bytes, *keyboard->map);
    for (int key = keyboard->min_key_code; key <= keyboard->max_key_code; ++key) add_key(bytes, keyboard, key);
    add(bytes, keyboard->server->vmods);
    add_interpretations(bytes, *keyboard->compat);
    add_lights(bytes, *keyboard->indicators);
    add_names(bytes, *keyboard->names);
    return bytes;
}

Named components_of(Display* display, unsigned number) {
    Named components;
    Keyboard const keyboard(XkbGetMap(display, 0, number));
    unsigned const all = XkbKeycodesNameMask | XkbTypesNameMask | XkbCompatNameMask | XkbSymbolsNameMask;
    if (!keyboard || XkbGetNames(display, all, keyboard.get()) != Success) return components;
    XkbNamesPtr const names = keyboard->names;
    for (auto const& [component, atom] : {std::pair{"keycodes", names->keycodes}, std::pair{"types", names->types},
                                          std::pair{"compat", names->compat}, std::pair{"symbols", names->symbols}})
        if (char* const name = atom == None ? nullptr : XGetAtomName(display, atom)) {
            components[component] = name;
            XFree(name);
        }
    return components;
}

void load_map(Display* display, unsigned number, Named const& components) {
    Named map = components;
    XkbComponentNamesRec names{};
    names.keycodes = map["keycodes"].data();
    names.types = map["types"].data();
    names.compat = map["compat"].data();
    names.symbols = map["symbols"].data();
    unsigned const all = XkbGBN_AllComponentsMask & ~unsigned(XkbGBN_GeometryMask);
    Keyboard const loaded(XkbGetKeyboardByName(display, number, &names, all, all, True));
}

void put_back_controls_in(Display* display, unsigned number, std::string const& map) {
    Keyboard const keyboard(XkbGetMap(display, 0, number));
    if (!keyboard || map.empty() || XkbGetControls(display, XkbAllControlsMask, keyboard.get()) != Success) return;
    std::string_view bytes = map;
    *keyboard->ctrls = take<XkbControlsRec>(bytes);
    XkbSetControls(display, XkbAllControlsMask, keyboard.get());
}

}  // namespace halte
