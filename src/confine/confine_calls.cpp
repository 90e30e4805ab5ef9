#include <fcntl.h>
#include <halte/confine.h>
#include <linux/sched.h>
#include <seccomp.h>
#include <sys/socket.h>

#include <cerrno>

#include "filter.h"

namespace halte {

static bool is_refused_now() {
    UniqueFd const writable(open("/dev/null", O_WRONLY | O_CLOEXEC));
    bool const no_writing = !writable && errno == EPERM;
    UniqueFd const outward(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    return no_writing && !outward && errno == EPERM;
}

Result<MechanismState> confine_calls() {
    if (!filters_are_offered()) return MechanismState::not_offered;
    Filter filter = TRY(Filter::that_refuses());
    for (CallRule const& call : calls_of_a_visitor()) TRY_VOID(filter.allow(call));
    TRY_VOID(filter.refuse({SCMP_SYS(clone3), "the C library then asks clone()"}, ENOSYS));
    TRY_VOID(filter.enforce());
    if (!is_refused_now()) return failure("seccomp is on, but does not refuse what it must.", ExitCode::not_confined);
    return MechanismState::in_force;
}

}  // namespace halte
