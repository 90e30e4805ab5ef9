#pragma once
/// A file that nobody finds half-written, whenever the power is cut.

#include <halte/base.h>

#include <cstdint>
#include <filesystem>
#include <vector>

namespace halte {

/// Writes `bytes` beside `output`, makes the disk hold them, and renames them over it. A failure leaves the old file.
Result<void> write_atomically(std::filesystem::path const& output, std::vector<std::uint8_t> const& bytes);

}  // namespace halte
