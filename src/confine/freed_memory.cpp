#include <halte/confine.h>
#include <malloc.h>

namespace halte {

Result<void> overwrite_freed_memory() {
    // Any value but 0, which means not to do it.
    if (mallopt(M_PERTURB, 0x5A) == 0)
        return failure("The C library refused to overwrite freed memory (M_PERTURB).", ExitCode::not_confined);
    return {};
}

}  // namespace halte
