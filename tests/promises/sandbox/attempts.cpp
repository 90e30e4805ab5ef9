#include "attempts.h"

#include <fcntl.h>
#include <halte/base.h>
#include <sys/mman.h>

#include <cerrno>
#include <thread>

#include "groups.h"

namespace halte::sandbox {
namespace {

constexpr std::size_t page = 4096;

/// Two steps, as a compiler of shaders does it, and both at once, as Mesa asks for it.
int memory_that_is_written_and_executed() {
    int const both = PROT_READ | PROT_WRITE | PROT_EXEC;
    void* const memory = mmap(nullptr, page, both, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) return errno;
    int const changed = worked(mprotect(memory, page, PROT_READ | PROT_EXEC));
    munmap(memory, page);
    return changed;
}

int face_of_a_script() {
    UniqueFd const face(open("/usr/share/fonts/truetype/noto/NotoSansArabic-Regular.ttf", O_RDONLY | O_CLOEXEC));
    return face ? 0 : errno;
}

int thread_of_its_own() try {
    int ran = 0;
    std::thread([&] { ran = 1; }).join();
    return ran == 1 ? 0 : ECHILD;
} catch (std::system_error const& fault) {
    return fault.code().value();
}

}  // namespace

int worked(long result) { return result == 0 ? 0 : errno; }

std::vector<Attempt> attempts_in(std::string const& folder) {
    std::vector<Attempt> all = file_attempts(folder);
    for (auto const& group : {network_attempts(), process_attempts(), kernel_attempts()})
        all.insert(all.end(), group.begin(), group.end());
    return all;
}

std::vector<Attempt> needs() {
    return {
        {"to start a thread", only_seccomp, thread_of_its_own},
        {"to compile shaders", only_seccomp, memory_that_is_written_and_executed},
        {"to open a face", only_seccomp, face_of_a_script},
    };
}

}  // namespace halte::sandbox
