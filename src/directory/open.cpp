#include <fmt/format.h>
#include <halte/snapshot.h>

#include <cerrno>

#include "inside.h"

namespace halte {

/// More than any directory of services will ever be; a wrong path may name something endless.
static constexpr std::size_t largest_snapshot = 256 << 20;

/// More than the slowest disk takes, and less than a start may take.
static constexpr Milliseconds longest_wait{3'000};

static std::string why_not(std::string const& path, Unread const& why) {
    bool const folder = why.kind == Unread::Kind::refused && why.number == EISDIR;
    if (folder || why.kind == Unread::Kind::no_file) return fmt::format("{} is not a file", path);
    if (why.kind == Unread::Kind::too_large) return fmt::format("{} is too large for a snapshot", path);
    return fmt::format("{} cannot be read: {}", path, describe(why));
}

Result<SnapshotFile> read_snapshot(std::string const& path) {
    auto memory = begin_reading(path, largest_snapshot).memory(SystemClock().now() + longest_wait);
    if (!memory) return failure(why_not(path, memory.error()), ExitCode::bad_data);
    return SnapshotFile{path, std::move(*memory)};
}

Result<Directory> Directory::open(SnapshotFile file) {
    auto const database = TRY(unseal_snapshot(file.memory.bytes(), file.path));
    Connection connection = TRY(Connection::open(database, file.path));
    return Directory(std::make_unique<Inside>(Inside(std::move(file.memory), std::move(connection))));
}

Result<Directory> Directory::open(std::string const& path) { return open(TRY(read_snapshot(path))); }

Result<Directory> Directory::open_bytes(std::span<std::uint8_t const> bytes) {
    std::string const name = "the snapshot in memory";
    auto const database = TRY(unseal_snapshot(bytes, name));
    Connection connection = TRY(Connection::open(database, name));
    return Directory(std::make_unique<Inside>(Inside({}, std::move(connection))));
}

Directory::Directory(std::unique_ptr<Inside> inside) : m_inside(std::move(inside)) {}
Directory::Directory(Directory&&) noexcept = default;
Directory& Directory::operator=(Directory&&) noexcept = default;
Directory::~Directory() = default;

}  // namespace halte
