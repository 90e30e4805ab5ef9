#include <arpa/inet.h>
#include <halte/base.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <cerrno>

#include "groups.h"

namespace halte::sandbox {
namespace {

int socket_of(int domain, int kind) {
    UniqueFd const opened(socket(domain, kind | SOCK_CLOEXEC, 0));
    return opened ? 0 : errno;
}

sockaddr_in here(std::uint16_t port) {
    sockaddr_in address{.sin_family = AF_INET, .sin_port = htons(port)};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

/// A server of this process, from the time when it was free: what is tried is to reach it.
UniqueFd const& listener() {
    static UniqueFd const open = [] {
        UniqueFd server(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
        sockaddr_in const any = here(0);
        bind(server.get(), reinterpret_cast<sockaddr const*>(&any), sizeof any);
        listen(server.get(), 8);
        return server;
    }();
    return open;
}

/// Sockets that were open before the confinement: only what is done with them is tried.
UniqueFd& spare_socket(std::size_t which) {
    static UniqueFd tcp[] = {UniqueFd(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)),
                             UniqueFd(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)),
                             UniqueFd(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)),
                             UniqueFd(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))};
    return tcp[which];
}
std::size_t next_spare = 0;

int reached_by_tcp() {
    sockaddr_in server{};
    socklen_t size = sizeof server;
    if (getsockname(listener().get(), reinterpret_cast<sockaddr*>(&server), &size) != 0) return errno;
    return worked(connect(spare_socket(next_spare++).get(), reinterpret_cast<sockaddr const*>(&server), size));
}

int offered_by_tcp() {
    sockaddr_in const any = here(0);
    return worked(bind(spare_socket(next_spare++).get(), reinterpret_cast<sockaddr const*>(&any), sizeof any));
}

}  // namespace

std::vector<Attempt> network_attempts() {
    listener();
    spare_socket(0);
    return {
        {"to open a TCP socket", only_seccomp, [] { return socket_of(AF_INET, SOCK_STREAM); }},
        {"to open a UDP socket", only_seccomp, [] { return socket_of(AF_INET, SOCK_DGRAM); }},
        {"to open a socket of this machine", only_seccomp, [] { return socket_of(AF_UNIX, SOCK_STREAM); }},
        {"to open a socket to the kernel", only_seccomp, [] { return socket_of(AF_NETLINK, SOCK_RAW); }},
        {"to reach a TCP port with a socket from before", 4, reached_by_tcp},
        {"to offer a TCP port with a socket from before", 4, offered_by_tcp},
    };
}

}  // namespace halte::sandbox
