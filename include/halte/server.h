#pragma once
/// What a process can leave behind in an X server when it is dead: windows and pictures that it asked to be kept, maps
/// of keys and buttons, locks and their lights, properties of input devices and of the root window, who may connect. It
/// is written down when a session starts and put back before each visitor is felt. It knows no visit; of our own
/// window it knows what others can change.
///
/// Only for a server that is the kiosk's alone: on somebody's desk such things are that person's.

#include <sys/types.h>

#include <string>
#include <vector>

namespace halte {

/// Xlib's Display*, whose header makes macros of words that others use.
using XConnection = void*;

/// The state of a server as bytes, to be compared and to be put back by this program or a later version of it. It costs
/// the server some hundred questions.
std::string server_state(XConnection connection);
/// Whether it is the whole state of this server, and not that of one that ran before.
bool is_of_this_server(XConnection connection, std::string const& state);

/// What cannot be put back on this server at all, and what would help, in a sentence or two; empty on most.
std::string fault_of_server(XConnection connection);

/// Ends what the processes of these numbers have left to the server, and puts everything back that is not as in
/// `state`; background and cursor of the root window are set anew in any case, since nobody can ask for them. `state`
/// may be empty: then nothing is known of the server, and only what the dead have left is ended.
///
/// Gives the names of what could not be put back: "pointer map". The connection is the caller's and stays.
std::vector<std::string> put_server_back(XConnection connection, std::string const& state,
                                         std::vector<pid_t> const& dead);

/// In pixels of the screen.
struct WindowPlace {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
};
/// What any client can change of another's window, and nobody can ask for: background, border, shapes, place, parent.
/// What its owner alone has, its events and its pointer, stays. To be called before it is mapped, and again when nobody
/// is left who could have changed it meanwhile.
void set_window_anew(XConnection connection, unsigned long window, WindowPlace const& place);
/// Every client can write to its properties, too: they are those of a window of this process that was just made, and
/// need a title. Only where there is no window manager.
void set_properties_anew(XConnection connection, unsigned long window);

}  // namespace halte
