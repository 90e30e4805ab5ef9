#pragma once
/// What is written down of an X server, one aspect each: how it is read, and how it is put back. One more is a row of
/// the table in put_back.cpp.

#include <X11/Xlib.h>
#include <sys/types.h>

#include <cstring>
#include <string>
#include <vector>

#include "bytes.h"

namespace halte {

struct Aspect {
    char const* name;  ///< stays: a later version finds it by that
    std::string (*read)(Display* display);
    /// `was` is what read() gave.
    void (*put_back)(Display* display, std::string const& was);
    /// What of `now` is to be compared with `was`; nothing: all of it.
    std::string (*comparable)(std::string const& now, std::string const& was) = nullptr;
    /// Not only clients change it: it is put back as far as it can be, and nobody is told of the rest.
    bool moves_by_itself = false;
};

// Buttons, modifiers and keys of the core protocol.
std::string read_pointer_map(Display* display);
void put_back_pointer_map(Display* display, std::string const& was);
/// A mouse that is plugged in may bring more buttons.
std::string comparable_pointer_map(std::string const& now, std::string const& was);
std::string read_modifier_map(Display* display);
void put_back_modifier_map(Display* display, std::string const& was);
std::string read_key_map(Display* display);
void put_back_key_map(Display* display, std::string const& was);

// Locks, groups, lights, repeating keys, the speed of the pointer.
std::string read_locks(Display* display);
void put_back_locks(Display* display, std::string const& was);
std::string read_controls(Display* display);
void put_back_controls(Display* display, std::string const& was);

// Input devices: to whom each belongs, and its properties. One that was plugged in or out meanwhile is not compared.
std::string read_devices(Display* display);
void put_back_devices(Display* display, std::string const& was);
std::string comparable_devices(std::string const& now, std::string const& was);

// Each input device's own: maps and locks of keyboards, buttons of pointers. `comparable` leaves out those that were
// not there.
std::string read_keyboards(Display* display);
void put_back_keyboards(Display* display, std::string const& was);
std::string read_buttons(Display* display);
void put_back_buttons(Display* display, std::string const& was);
std::string comparable_each(std::string const& now, std::string const& was);

// What is set of outputs, and monitors that somebody has made up.
std::string read_outputs(Display* display);
void put_back_outputs(Display* display, std::string const& was);
std::string read_monitors(Display* display);
void put_back_monitors(Display* display, std::string const& was);

// Which output shows what, where, turned and magnified how, and which modes there are: as long as the safe page is the
// one from the start, because whatever fits the screen anew, when a display is plugged in, paints another one.
std::string read_arrangement(Display* display);
void put_back_arrangement(Display* display, std::string const& was);
std::string comparable_arrangement(std::string const& now, std::string const& was);

// Who may connect, the saver, the path of fonts, how bright the screen is.
std::string read_access(Display* display);
void put_back_access(Display* display, std::string const& was);
std::string read_saver(Display* display);
void put_back_saver(Display* display, std::string const& was);
std::string read_font_path(Display* display);
void put_back_font_path(Display* display, std::string const& was);
std::string read_gamma(Display* display);
void put_back_gamma(Display* display, std::string const& was);
/// Of outputs that are driven as before: a display may have been plugged in.
std::string comparable_gamma(std::string const& now, std::string const& was);

// The root window: its properties but those that name its picture, which changes when a display is plugged in; the
// picture; its background and cursor.
std::string read_root_properties(Display* display);
void put_back_root_properties(Display* display, std::string const& was);
/// Its picture is drawn over by nobody, and another one is somebody's who has painted the safe page anew.
std::string read_picture(Display* display);
void keep_picture(Display* display, std::string const& was);
std::string comparable_picture(std::string const& now, std::string const& was);
/// What nobody can ask for: background and cursor of the root window, and a saver that was called by hand.
void set_anew(Display* display);

/// How large the screen is; and what a larger one has left in the server's memory since then, where nothing is drawn
/// any more, is drawn over.
std::string read_size(Display* display);
void clear_stale_rows(Display* display, std::string const& size_at_start);

/// Whether the server has forgotten the clients of these processes.
bool end_clients_of(Display* display, std::vector<pid_t> const& dead);

/// The name of an atom by which it is found again. There can be others that only look like it: they have their number
/// behind a mark that no name has.
std::string name_of(Display* display, Atom atom);

}  // namespace halte
