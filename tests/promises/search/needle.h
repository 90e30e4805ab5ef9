#pragma once
/// What is looked for in memory: the bytes of a secret in one of the forms it may take. A canary is a secret that only
/// a test knows; each gives many needles. Nothing here knows a process.

#include <cstdint>
#include <iosfwd>
#include <string>
#include <vector>

namespace halte::test {

/// Invariants: `bytes` is a whole number of chunks, two bytes at least, and chunk <= stride.
struct Needle {
    std::string canary;    ///< which secret
    std::string encoding;  ///< in which form
    std::vector<std::uint8_t> bytes;
    /// The bytes lie in pieces of `chunk`, one every `stride` bytes, as a field does in an array of structs; what is
    /// between them is not looked at.
    std::size_t chunk = 1;
    std::size_t stride = 1;

    /// From its first byte to its last one in memory.
    [[nodiscard]] std::size_t extent() const { return (bytes.size() / chunk - 1) * stride + chunk; }
    [[nodiscard]] std::size_t place_of(std::size_t byte) const { return byte / chunk * stride + byte % chunk; }
    /// `memory` has extent() bytes at least.
    [[nodiscard]] bool stands_at(std::uint8_t const* memory) const;
};

/// One needle on a line: canary, encoding, chunk, stride and the bytes in hexadecimal, with tabs between them.
void write_needles(std::ostream& out, std::vector<Needle> const& needles);
/// Throws std::runtime_error with a sentence when a line is none.
std::vector<Needle> read_needles(std::istream& in);

}  // namespace halte::test
