#include <X11/Xlib.h>
// It needs the other one before it.
#include <X11/extensions/XRes.h>

#include <halte/server.h>
#include <poll.h>

#include <algorithm>
#include <span>
#include <utility>

#include "aspects.h"

namespace halte {
namespace {

/// Only from 1.2 on a server tells whose its clients are. Xlib asks an older one all the same.
bool tells_clients(Display* display) {
    int event = 0, error = 0, major = 0, minor = 0;
    return XResQueryExtension(display, &event, &error) == True && XResQueryVersion(display, &major, &minor) != 0 &&
           std::pair(major, minor) >= std::pair(1, 2);
}

/// Of every client of these processes: a number by which the server knows it.
std::vector<XID> clients_of(Display* display, std::vector<pid_t> const& processes) {
    XResClientIdSpec every{None, XRES_CLIENT_ID_PID_MASK};
    long count = 0;
    XResClientIdValue* values = nullptr;
    std::vector<XID> clients;
    if (XResQueryClientIds(display, 1, &every, &count, &values) != Success) return clients;
    for (XResClientIdValue& each : std::span(values, std::size_t(count)))
        if (std::ranges::find(processes, XResGetClientPid(&each)) != processes.end())
            clients.push_back(each.spec.client);
    XResClientIdsDestroy(count, values);
    return clients;
}

/// The server's own mark on numbers that it gives to what a client owns without having named it.
constexpr XID given_by_server = 1U << 30;

/// Something that the client owns: it is ended by the number of that, and of nothing else. Another one at each turn,
/// because not all that is owned can be named. None when it owns nothing.
XID something_of(Display* display, XID client, std::size_t turn) {
    XResResourceIdSpec anything{None, None};
    long count = 0;
    XResResourceSizeValue* values = nullptr;
    std::vector<XID> owned;
    if (XResQueryResourceBytes(display, client, 1, &anything, &count, &values) != Success) return None;
    for (XResResourceSizeValue const& each : std::span(values, std::size_t(count)))
        if ((each.size.spec.resource & given_by_server) == 0) owned.push_back(each.size.spec.resource);
    XResResourceSizeValuesDestroy(count, values);
    return owned.empty() ? None : owned[turn % owned.size()];
}

}  // namespace

std::string fault_of_server(XConnection connection) {
    if (tells_clients(static_cast<Display*>(connection))) return {};
    return "The X server does not tell whose its clients are (X-Resource 1.2): windows that a dead visitor process "
           "asked "
           "it to keep stay until it ends. Start it without \"-extension X-Resource\".";
}

bool end_clients_of(Display* display, std::vector<pid_t> const& dead) {
    constexpr std::size_t turns = 100;
    constexpr int pause_ms = 10;
    if (!tells_clients(display)) return true;
    // A connection that the kernel has closed is ended by the server when it comes to it.
    for (std::size_t turn = 0; turn < turns; ++turn) {
        for (XID const client : clients_of(display, dead))
            if (XID const owned = something_of(display, client, turn); owned != None) XKillClient(display, owned);
        XSync(display, False);
        if (clients_of(display, dead).empty()) return true;
        poll(nullptr, 0, pause_ms);
    }
    return false;
}

}  // namespace halte
