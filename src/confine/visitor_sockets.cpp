#include <halte/confine.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <cerrno>

#include "landlock.h"

namespace halte {
namespace {

constexpr int first_version_with_scopes = 6;

/// A socket of this process as it was before it gave anything up, listening on an abstract name that the kernel chose:
/// for what the process is afterwards it is somebody else's.
struct Listener {
    UniqueFd socket_of_before;
    sockaddr_un name{};
    socklen_t name_size = sizeof name;
};

Result<Listener> listen_somewhere() {
    Listener listener;
    listener.socket_of_before = UniqueFd(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    int const descriptor = listener.socket_of_before.get();
    sockaddr const any{.sa_family = AF_UNIX, .sa_data = {}};
    auto* const name = reinterpret_cast<sockaddr*>(&listener.name);
    if (bind(descriptor, &any, sizeof any.sa_family) != 0 || listen(descriptor, 1) != 0 ||
        getsockname(descriptor, name, &listener.name_size) != 0)
        return failure("No socket to try the confinement out with.", ExitCode::not_confined);
    return listener;
}

bool is_refused(Listener const& listener) {
    UniqueFd const caller(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    auto const* const name = reinterpret_cast<sockaddr const*>(&listener.name);
    return connect(caller.get(), name, listener.name_size) != 0 && errno == EPERM;
}

}  // namespace

Result<MechanismState> confine_abstract_sockets() {
    if (landlock_version() < first_version_with_scopes) return MechanismState::not_offered;
    Listener const listener = TRY(listen_somewhere());
    auto rules = TRY(landlock::Ruleset::create({.outside = landlock::abstract_sockets}));
    TRY_VOID(rules.enforce());
    if (!is_refused(listener))
        return failure("Landlock is on, but does not keep this process from abstract sockets.", ExitCode::not_confined);
    return MechanismState::in_force;
}

}  // namespace halte
