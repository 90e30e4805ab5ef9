#include <fcntl.h>
#include <halte/confine.h>
#include <seccomp.h>
#include <sys/socket.h>

#include <cerrno>

#include "filter.h"
#include "places.h"

namespace halte {
namespace {

Result<MechanismState> confine_writing(std::string const& runtime_folder) {
    if (landlock_version() == 0) return MechanismState::not_offered;
    using namespace landlock;
    Ruleset rules = TRY(Ruleset::create({.files = change, .net = tcp, .outside = signals}));
    for (PlaceRule const& place : devices_of_the_screen()) TRY_VOID(rules.allow(place.path, place.rights));
    TRY_VOID(rules.allow("/dev/null", write_file));
    if (!runtime_folder.empty()) TRY_VOID(rules.allow(runtime_folder, change));
    TRY_VOID(rules.enforce());
    UniqueFd const unnamed(open("/", O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600));
    if (unnamed) return failure("Landlock is on, but lets the supervisor write.", ExitCode::not_confined);
    return MechanismState::in_force;
}

Result<MechanismState> confine_to_this_machine() {
    if (!filters_are_offered()) return MechanismState::not_offered;
    Filter filter = TRY(Filter::that_allows());
    for (CallRule const& call : calls_of_nobody()) TRY_VOID(filter.refuse(call, EPERM));
    // The X server is reached by a socket of this machine; no other kind is needed.
    TRY_VOID(filter.refuse_unless_first_is(SCMP_SYS(socket), AF_UNIX, EPERM));
    TRY_VOID(filter.enforce());
    UniqueFd const outward(socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
    if (outward || errno != EPERM)
        return failure("seccomp is on, but lets the supervisor reach the network.", ExitCode::not_confined);
    return MechanismState::in_force;
}

}  // namespace

Result<MechanismState> confine_supervisor(std::string const& runtime_folder) {
    TRY_VOID(forbid_new_privileges());
    MechanismState const writing = TRY(confine_writing(runtime_folder));
    MechanismState const calling = TRY(confine_to_this_machine());
    return writing == MechanismState::in_force && calling == MechanismState::in_force ? MechanismState::in_force
                                                                                      : MechanismState::not_offered;
}

}  // namespace halte
