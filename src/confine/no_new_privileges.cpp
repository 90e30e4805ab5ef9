#include <halte/confine.h>
#include <sys/prctl.h>

namespace halte {

Result<void> forbid_new_privileges() {
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) != 1)
        return failure("The kernel refused to forbid new privileges (PR_SET_NO_NEW_PRIVS).", ExitCode::not_confined);
    return {};
}

}  // namespace halte
