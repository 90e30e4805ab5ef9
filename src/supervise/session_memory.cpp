#include "session_memory.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace halte {

static constexpr int for_ever = F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE;

UniqueFd make_session_memory() { return UniqueFd(memfd_create("halte-session", MFD_CLOEXEC | MFD_ALLOW_SEALING)); }

bool keep_in(int memory, std::string const& words) {
    return ftruncate(memory, 0) == 0 && pwrite(memory, words.data(), words.size(), 0) == ssize_t(words.size()) &&
           fcntl(memory, F_ADD_SEALS, for_ever) == 0;
}

bool is_kept(int memory) {
    int const seals = fcntl(memory, F_GET_SEALS);
    return seals >= 0 && (seals & F_SEAL_WRITE) != 0;
}

std::string words_in(int memory) {
    struct stat about{};
    if (fstat(memory, &about) != 0) return {};
    std::string words(std::size_t(about.st_size), '\0');
    return pread(memory, words.data(), words.size(), 0) == ssize_t(words.size()) ? words : std::string();
}

}  // namespace halte
