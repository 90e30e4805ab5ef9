#include <halte/files.h>
#include <sys/mman.h>
#include <sys/stat.h>

namespace halte {

FilledMemory FilledMemory::of(int descriptor) {
    FilledMemory filled;
    struct stat about{};
    if (fstat(descriptor, &about) != 0 || about.st_size == 0) return filled;
    std::size_t const size(about.st_size);
    // All of it is read at once, for its checksum: one call brings the pages that a thousand faults would.
    void* const at = mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, descriptor, 0);
    if (at != MAP_FAILED) filled.m_bytes = {static_cast<std::uint8_t const*>(at), size};
    return filled;
}

FilledMemory& FilledMemory::operator=(FilledMemory&& other) noexcept {
    std::swap(m_bytes, other.m_bytes);
    return *this;
}

FilledMemory::~FilledMemory() {
    if (!m_bytes.empty()) munmap(const_cast<std::uint8_t*>(m_bytes.data()), m_bytes.size());
}

}  // namespace halte
