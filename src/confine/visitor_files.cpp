#include <arpa/inet.h>
#include <fcntl.h>
#include <halte/confine.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <cerrno>

#include "places.h"

namespace halte {
namespace {

Failure not_held(char const* to_what) {
    return failure(std::string("Landlock is on, but does not hold this process to ") + to_what + ".",
                   ExitCode::not_confined);
}

bool is_refused(char const* path, int flags) {
    UniqueFd const file(open(path, flags | O_CLOEXEC));
    return !file && errno == EACCES;
}

/// True too where there is no TCP at all.
bool tcp_is_refused() {
    UniqueFd const socket_of_none(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (!socket_of_none) return true;
    sockaddr_in nobody{.sin_family = AF_INET, .sin_port = htons(9)};
    nobody.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    auto const* const address = reinterpret_cast<sockaddr const*>(&nobody);
    return connect(socket_of_none.get(), address, sizeof nobody) != 0 && errno == EACCES;
}

/// What exists on every machine and is on no list.
Result<MechanismState> tried_out() {
    if (!is_refused("/", O_RDONLY | O_DIRECTORY)) return not_held("the places it may read");
    if (!is_refused("/dev/null", O_WRONLY)) return not_held("writing nowhere");
    if (landlock_version() >= 4 && !tcp_is_refused()) return not_held("no network");
    return MechanismState::in_force;
}

}  // namespace

Result<MechanismState> confine_files(std::vector<std::string> const& also_readable) {
    if (landlock_version() == 0) return MechanismState::not_offered;
    using namespace landlock;
    Ruleset rules =
        TRY(Ruleset::create({.files = execute | read | change | control_device, .net = tcp, .outside = signals}));
    for (PlaceRule const& place : places_of_a_visitor()) TRY_VOID(rules.allow(place.path, place.rights));
    for (PlaceRule const& place : devices_of_the_screen()) TRY_VOID(rules.allow(place.path, place.rights));
    for (std::string const& path : also_readable) TRY_VOID(rules.allow(path, read_file));
    TRY_VOID(rules.enforce());
    return tried_out();
}

}  // namespace halte
