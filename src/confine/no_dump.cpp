#include <halte/confine.h>
#include <sys/prctl.h>
#include <sys/resource.h>

namespace halte {

Result<void> forbid_core_dumps() {
    if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0)
        return failure("The kernel refused to make this process undumpable (PR_SET_DUMPABLE).", ExitCode::not_confined);
    // Both are needed: a core pattern that is a pipe ignores the limit, and a program started from here is dumpable
    // again, but keeps the limit.
    rlimit const none{0, 0};
    if (setrlimit(RLIMIT_CORE, &none) != 0)
        return failure("The kernel refused to forbid core files (RLIMIT_CORE).", ExitCode::not_confined);
    return {};
}

}  // namespace halte
