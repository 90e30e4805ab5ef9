#pragma once
/// The memory of a process, or a file that holds some, as ranges of bytes to read. Reading it needs root, or to be its
/// owner where it is dumpable; a visitor process is not.

#include <halte/base.h>
#include <sys/types.h>

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace halte::test {

/// Bytes from `begin` to `end`: addresses of a process, or places in a file.
struct Range {
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
    std::string name;  ///< what /proc/PID/maps says of it: rights and a file, [heap], [stack] or "anonymous"
};

class Memory {
public:
    /// Throw std::runtime_error with a sentence when it cannot be opened.
    static Memory of_process(pid_t pid);
    static Memory of_file(std::string const& path);

    [[nodiscard]] std::string const& owner() const { return m_owner; }  ///< "1234 halte", or the file
    [[nodiscard]] bool is_a_file() const { return m_is_a_file; }
    [[nodiscard]] std::vector<Range> const& ranges() const { return m_ranges; }

    /// What can be read of `count` bytes from `address` on, up to the first that cannot.
    [[nodiscard]] std::vector<std::uint8_t> read(std::uint64_t address, std::size_t count) const;

    /// Calls `window(bytes, address, seen)` for all there is of a range, in order and piece by piece. The first `seen`
    /// bytes of a piece are the last ones of the piece before, `overlap` at most. Gives how many bytes could not be
    /// read.
    using Window = std::function<void(std::span<std::uint8_t const> bytes, std::uint64_t address, std::size_t seen)>;
    std::uint64_t stream(Range const& range, std::size_t overlap, Window const& window) const;

private:
    Memory(UniqueFd bytes, std::string owner, std::vector<Range> ranges, bool is_a_file);
    [[nodiscard]] std::size_t read_into(std::uint8_t* bytes, std::size_t count, std::uint64_t address) const;

    UniqueFd m_bytes;
    std::string m_owner;
    std::vector<Range> m_ranges;
    bool m_is_a_file;
};

}  // namespace halte::test
