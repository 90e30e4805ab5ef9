#pragma once
/// The frame around a snapshot: a SQLite database of Halte's own kind, and after its last page a checksum of all of it.
/// SQLite does not look at what follows its pages, so the file stays a plain database for every other tool. It knows
/// nothing of what the tables hold.

#include <halte/files.h>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace halte {

/// SQLite's application_id of a snapshot: "Halt".
constexpr std::uint32_t snapshot_application = 0x48616C74;
/// SQLite's user_version of a snapshot: raised when old programs could not read it.
constexpr std::uint32_t snapshot_schema = 9;

/// Appends the checksum to the bytes of a database.
void seal_snapshot(std::vector<std::uint8_t>& database);

/// The database within sealed bytes, sharing their life. Any byte that changed since it was sealed is found: a wrong
/// digit in a telephone number sends somebody to a stranger. `name` is what the sentence of a failure calls it.
Result<std::span<std::uint8_t const>> unseal_snapshot(std::span<std::uint8_t const> bytes, std::string const& name);

/// A snapshot as it was read, with nothing tried yet.
struct SnapshotFile {
    std::string path;
    FilledMemory memory;
};
/// Reads the whole file, so that what was verified is what is used, whatever becomes of the disk afterwards. Fails with
/// one sentence, after about three seconds at the latest. To be called while there is one thread.
Result<SnapshotFile> read_snapshot(std::string const& path);

}  // namespace halte
