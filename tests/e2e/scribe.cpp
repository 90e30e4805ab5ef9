#include "scribe.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <fstream>

namespace halte {
namespace {

bool read_all(int descriptor, char* to, std::size_t size) {
    for (std::size_t have = 0; have < size;) {
        ssize_t const got = read(descriptor, to + have, size - have);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return false;
        have += std::size_t(got);
    }
    return true;
}

void write_all(int descriptor, char const* from, std::size_t size) {
    for (std::size_t done = 0; done < size;) {
        ssize_t const put = ::write(descriptor, from + done, size - done);
        if (put < 0 && errno == EINTR) continue;
        if (put <= 0) return;
        done += std::size_t(put);
    }
}

[[noreturn]] void serve(int pipe, std::filesystem::path const& file) {
    // The supervisor's pipes are not the scribe's: their other ends must see the visitor process end.
    dup2(pipe, STDERR_FILENO + 1);
    close_range(STDERR_FILENO + 2, ~0U, 0);
    close_range(STDIN_FILENO, STDERR_FILENO, 0);
    std::filesystem::path const draft = file.parent_path() / ("." + file.filename().string() + ".draft");
    for (std::uint32_t size = 0; read_all(STDERR_FILENO + 1, reinterpret_cast<char*>(&size), sizeof size);) {
        std::string text(size, '\0');
        if (!read_all(STDERR_FILENO + 1, text.data(), size)) break;
        std::ofstream(draft) << text;
        std::error_code lost;
        std::filesystem::rename(draft, file, lost);
    }
    std::_Exit(0);
}

}  // namespace

Scribe::Scribe(std::filesystem::path const& file) {
    std::array<int, 2> ends{};
    must(pipe2(ends.data(), O_CLOEXEC) == 0);
    pid_t const pid = fork();
    must(pid >= 0);
    if (pid == 0) serve(ends[0], file);
    close(ends[0]);
    m_pipe = UniqueFd(ends[1]);
}

void Scribe::write(std::string const& text) const {
    auto const size = std::uint32_t(text.size());
    write_all(m_pipe.get(), reinterpret_cast<char const*>(&size), sizeof size);
    write_all(m_pipe.get(), text.data(), text.size());
}

}  // namespace halte
