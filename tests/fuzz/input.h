#pragma once
/// What the fuzz targets share.

#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <string>

namespace halte::fuzz {

inline std::string text_of(std::uint8_t const* bytes, std::size_t size) {
    return {reinterpret_cast<char const*>(bytes), size};
}

/// What must hold whatever came in.
inline void demand(bool holds) {
    if (!holds) std::abort();
}

/// A file in memory for what reads files.
class InputFile {
public:
    InputFile(std::uint8_t const* bytes, std::size_t size) : m_descriptor(memfd_create("input", MFD_CLOEXEC)) {
        demand(write(m_descriptor, bytes, size) == ssize_t(size));
    }
    InputFile(InputFile const&) = delete;
    InputFile& operator=(InputFile const&) = delete;
    ~InputFile() { close(m_descriptor); }
    [[nodiscard]] std::string path() const { return "/proc/self/fd/" + std::to_string(m_descriptor); }

private:
    int m_descriptor;
};

}  // namespace halte::fuzz
