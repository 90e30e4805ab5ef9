#include <halte/confine.h>
#include <linux/capability.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <string>

namespace halte {

static bool may_lock_any_amount() {
    rlimit limit{};
    if (getrlimit(RLIMIT_MEMLOCK, &limit) == 0 && limit.rlim_cur == RLIM_INFINITY) return true;
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    std::array<__user_cap_data_struct, _LINUX_CAPABILITY_U32S_3> capabilities{};
    if (syscall(SYS_capget, &header, capabilities.data()) != 0) return false;
    return (capabilities[CAP_TO_INDEX(CAP_IPC_LOCK)].effective & CAP_TO_MASK(CAP_IPC_LOCK)) != 0;
}

bool has_swap() {
    std::ifstream swaps("/proc/swaps");
    std::string heading;
    std::string first;
    std::getline(swaps, heading);
    return !swaps || bool(std::getline(swaps, first));
}

Result<void> forbid_swap() {
    // A process that is small now would get its lock under a finite limit, and its next large allocation would then
    // fail: the graphics driver would take the terminal down. So the limit is read before anything is asked.
    if (!may_lock_any_amount())
        return failure(
            "Memory may be written to swap, because RLIMIT_MEMLOCK is finite. Set LimitMEMLOCK=infinity in the unit.");
    if (mlockall(MCL_CURRENT | MCL_FUTURE | MCL_ONFAULT) != 0)
        return failure(std::string("Memory may be written to swap: mlockall said \"") + std::strerror(errno) + "\".");
    return {};
}

}  // namespace halte
