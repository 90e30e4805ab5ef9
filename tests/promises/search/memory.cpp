#include "memory.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace halte::test {
namespace {

constexpr std::size_t page = 4096;
constexpr std::size_t piece = 4 << 20;

UniqueFd opened(std::string const& path) {
    UniqueFd file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file) throw std::runtime_error(fmt::format("{} cannot be read: {}", path, std::strerror(errno)));
    return file;
}

/// A line of /proc/PID/maps: "BEGIN-END RIGHTS OFFSET DEVICE INODE      NAME".
Range range_of(std::string const& line) {
    std::istringstream fields(line);
    Range range;
    char dash = 0;
    std::string rights, skipped, name;
    fields >> std::hex >> range.begin >> dash >> range.end >> rights >> skipped >> skipped >> skipped >> std::ws;
    std::getline(fields, name);
    range.name = (name.empty() ? "anonymous" : name) + " " + rights;
    return range;
}

std::vector<Range> ranges_of(pid_t pid) {
    std::ifstream maps(fmt::format("/proc/{}/maps", pid));
    std::vector<Range> ranges;
    for (std::string line; std::getline(maps, line);) ranges.push_back(range_of(line));
    return ranges;
}

std::string name_of(pid_t pid) {
    std::ifstream comm(fmt::format("/proc/{}/comm", pid));
    std::string name;
    std::getline(comm, name);
    return name;
}

}  // namespace

Memory::Memory(UniqueFd bytes, std::string owner, std::vector<Range> ranges, bool is_a_file)
    : m_bytes(std::move(bytes)), m_owner(std::move(owner)), m_ranges(std::move(ranges)), m_is_a_file(is_a_file) {}

Memory Memory::of_process(pid_t pid) {
    UniqueFd bytes = opened(fmt::format("/proc/{}/mem", pid));
    auto ranges = ranges_of(pid);
    if (ranges.empty()) throw std::runtime_error(fmt::format("Process {} has no memory", pid));
    return {std::move(bytes), fmt::format("{} {}", pid, name_of(pid)), std::move(ranges), false};
}

Memory Memory::of_file(std::string const& path) {
    UniqueFd bytes = opened(path);
    struct stat about{};
    fstat(bytes.get(), &about);
    return {std::move(bytes), path, {{0, std::uint64_t(about.st_size), "file"}}, true};
}

std::size_t Memory::read_into(std::uint8_t* bytes, std::size_t count, std::uint64_t address) const {
    std::size_t have = 0;
    while (have < count) {
        ssize_t const got = pread(m_bytes.get(), bytes + have, count - have, off_t(address + have));
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) break;
        have += std::size_t(got);
    }
    return have;
}

std::vector<std::uint8_t> Memory::read(std::uint64_t address, std::size_t count) const {
    std::vector<std::uint8_t> bytes(count);
    bytes.resize(read_into(bytes.data(), count, address));
    return bytes;
}

/// A page that cannot be read ends a piece, and the next one begins behind it.
std::uint64_t Memory::stream(Range const& range, std::size_t overlap, Window const& window) const {
    std::vector<std::uint8_t> bytes(overlap + piece);
    std::uint64_t unread = 0;
    std::size_t seen = 0;
    for (std::uint64_t at = range.begin; at < range.end;) {
        auto const wanted = std::size_t(std::min<std::uint64_t>(piece, range.end - at));
        std::size_t const got = read_into(&bytes[seen], wanted, at);
        if (got > 0) window({bytes.data(), seen + got}, at - seen, seen);
        at += got;
        std::size_t const kept = got == wanted ? std::min(overlap, seen + got) : 0;
        std::memmove(bytes.data(), &bytes[seen + got - kept], kept);
        seen = kept;
        if (got == wanted) continue;
        std::uint64_t const next = std::min<std::uint64_t>((at / page + 1) * page, range.end);
        unread += next - at;
        at = next;
    }
    return unread;
}

}  // namespace halte::test
