#include <fcntl.h>
#include <fmt/format.h>
#include <halte/snapshot.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "inside.h"

namespace halte {
namespace {

/// More than any directory of services will ever be; a wrong path may name something endless.
constexpr off_t largest_snapshot = 256 << 20;

Failure unreadable(std::string const& path, int fault) {
    return failure(fmt::format("{} cannot be read: {}", path, std::strerror(fault)), ExitCode::bad_data);
}

/// Reads the whole file, so that what was verified is what is used, whatever becomes of the disk afterwards.
Result<std::vector<std::uint8_t>> read_file(std::string const& path) {
    UniqueFd const file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
    struct stat about{};
    if (!file || fstat(file.get(), &about) != 0) return unreadable(path, errno);
    if (!S_ISREG(about.st_mode)) return failure(fmt::format("{} is not a file", path), ExitCode::bad_data);
    if (about.st_size > largest_snapshot) {
        return failure(fmt::format("{} is too large for a snapshot", path), ExitCode::bad_data);
    }
    std::vector<std::uint8_t> bytes(std::size_t(about.st_size));
    for (std::size_t have = 0; have < bytes.size();) {
        ssize_t const got = read(file.get(), bytes.data() + have, bytes.size() - have);
        if (got < 0 && errno != EINTR) return unreadable(path, errno);
        if (got == 0) bytes.resize(have);
        if (got > 0) have += std::size_t(got);
    }
    return bytes;
}

}  // namespace

Result<Directory> Directory::open(std::string const& path) {
    std::vector<std::uint8_t> file = TRY(read_file(path));
    auto const database = TRY(unseal_snapshot(file, path));
    Questions questions = TRY(Questions::open(database, path));
    return Directory(std::make_unique<Inside>(Inside{std::move(file), std::move(questions), {}, {}, {}, {}}));
}

Result<Directory> Directory::open_bytes(std::span<std::uint8_t const> bytes) {
    std::string const name = "the snapshot in memory";
    auto const database = TRY(unseal_snapshot(bytes, name));
    Questions questions = TRY(Questions::open(database, name));
    return Directory(std::make_unique<Inside>(Inside{{}, std::move(questions), {}, {}, {}, {}}));
}

Directory::Directory(std::unique_ptr<Inside> inside) : m_inside(std::move(inside)) {}
Directory::Directory(Directory&&) noexcept = default;
Directory& Directory::operator=(Directory&&) noexcept = default;
Directory::~Directory() = default;

}  // namespace halte
