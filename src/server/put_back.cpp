#include <halte/server.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>

#include "aspects.h"

namespace halte {
namespace {

constexpr std::array aspects{
    Aspect{"access", read_access, put_back_access},
    Aspect{"input devices", read_devices, put_back_devices, comparable_devices},
    Aspect{"buttons of devices", read_buttons, put_back_buttons, comparable_each},
    Aspect{"keyboards", read_keyboards, put_back_keyboards, comparable_each},
    Aspect{"pointer map", read_pointer_map, put_back_pointer_map, comparable_pointer_map},
    Aspect{"key map", read_key_map, put_back_key_map},
    Aspect{"modifier map", read_modifier_map, put_back_modifier_map},
    Aspect{"locks", read_locks, put_back_locks},
    Aspect{"keyboard and pointer controls", read_controls, put_back_controls},
    Aspect{"screen saver", read_saver, put_back_saver},
    Aspect{"font path", read_font_path, put_back_font_path},
    Aspect{"gamma", read_gamma, put_back_gamma, comparable_gamma},
    Aspect{"arrangement", read_arrangement, put_back_arrangement, comparable_arrangement},
    Aspect{"monitors", read_monitors, put_back_monitors},
    Aspect{"outputs", read_outputs, put_back_outputs, nullptr, true},
    Aspect{"root properties", read_root_properties, put_back_root_properties},
    Aspect{"safe page", read_picture, keep_picture, comparable_picture},
};

/// It is no aspect: a screen changes its size when another display is plugged in, and keeps that.
constexpr char const* size_at_start = "screen size";

/// Which process the server is. The last of all names: a state that was cut short lacks it.
constexpr char const* which_server = "x server";
static_assert(std::ranges::all_of(aspects,
                                  [](Aspect const& each) { return std::string_view(each.name) < which_server; }));

/// The kernel says so. Nothing where it does not, as of a server on another machine: then one is taken for the other.
std::string process_of(Display* display) {
    ucred server{};
    socklen_t size = sizeof server;
    if (getsockopt(ConnectionNumber(display), SOL_SOCKET, SO_PEERCRED, &server, &size) != 0) return {};
    std::string bytes;
    add(bytes, server.pid);
    return bytes;
}

bool is_as(Aspect const& aspect, Display* display, std::string const& was) {
    std::string const now = aspect.read(display);
    if (aspect.comparable == nullptr) return now == was;
    return aspect.comparable(now, was) == aspect.comparable(was, now);
}

/// A button that is held, or a device that is being plugged in, makes a server refuse once.
bool put_back(Aspect const& aspect, Display* display, std::string const& was) {
    constexpr int tries = 3;
    for (int at = 0; at < tries; ++at) {
        if (is_as(aspect, display, was)) return true;
        aspect.put_back(display, was);
        XSync(display, False);
    }
    return aspect.moves_by_itself || is_as(aspect, display, was);
}

}  // namespace

std::string name_of(Display* display, Atom atom) {
    constexpr char no_letter = '\x01';
    char* const told = atom == None ? nullptr : XGetAtomName(display, atom);
    std::string name = told == nullptr ? "" : told;
    if (told != nullptr) XFree(told);
    bool const itself = XInternAtom(display, name.c_str(), True) == atom;
    return itself ? name : name + no_letter + std::to_string(atom);
}

std::string written(Named const& values) {
    std::string bytes;
    for (auto const& [name, value] : values) {
        for (std::string const& each : {name, value}) {
            add(bytes, each.size());
            bytes += each;
        }
    }
    return bytes;
}

Named named_in(std::string_view bytes) {
    auto const take_words = [&] {
        auto const size = take<std::size_t>(bytes);
        std::string words(bytes.substr(0, size));
        bytes.remove_prefix(words.size());
        return words;
    };
    Named values;
    while (!bytes.empty()) {
        std::string name = take_words();
        values[std::move(name)] = take_words();
    }
    return values;
}

std::string server_state(XConnection connection) {
    auto* const display = static_cast<Display*>(connection);
    Named state;
    for (Aspect const& aspect : aspects) {
        std::string const now = aspect.read(display);
        // What changes by itself cannot be kept, and must not be found spoilt again and again.
        if (is_as(aspect, display, now)) state[aspect.name] = now;
    }
    state[size_at_start] = read_size(display);
    state[which_server] = process_of(display);
    return written(state);
}

bool is_of_this_server(XConnection connection, std::string const& state) {
    Named const written = named_in(state);
    auto const found = written.find(which_server);
    return found != written.end() && found->second == process_of(static_cast<Display*>(connection));
}

std::vector<std::string> put_server_back(XConnection connection, std::string const& state,
                                         std::vector<pid_t> const& dead) {
    auto* const display = static_cast<Display*>(connection);
    std::vector<std::string> spoilt;
    if (!end_clients_of(display, dead)) spoilt.emplace_back("clients");
    Named const before = named_in(state);
    for (Aspect const& aspect : aspects) {
        auto const was = before.find(aspect.name);
        if (was != before.end() && !put_back(aspect, display, was->second)) spoilt.emplace_back(aspect.name);
    }
    if (before.empty()) return spoilt;
    set_anew(display);
    if (before.contains(size_at_start)) clear_stale_rows(display, before.at(size_at_start));
    XSync(display, False);
    return spoilt;
}

}  // namespace halte
