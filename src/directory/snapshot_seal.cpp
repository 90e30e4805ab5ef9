#include <fmt/format.h>
#include <halte/snapshot.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>

namespace halte {
namespace {

// Offsets in the header of every SQLite file, from its file format's section 1.3.
constexpr std::size_t header_size = 100;
constexpr std::size_t page_size_at = 16;
constexpr std::size_t page_count_at = 28;
constexpr std::size_t user_version_at = 60;
constexpr std::size_t application_id_at = 68;
constexpr std::string_view magic{"SQLite format 3\0", 16};

constexpr std::string_view seal_name = "HALTESUM";
constexpr std::size_t seal_size = 16;

std::uint32_t big_endian(std::span<std::uint8_t const> bytes, std::size_t at) {
    return std::uint32_t(bytes[at]) << 24 | std::uint32_t(bytes[at + 1]) << 16 | std::uint32_t(bytes[at + 2]) << 8 |
           bytes[at + 3];
}

std::size_t size_of_pages(std::span<std::uint8_t const> bytes) {
    std::size_t const page = std::size_t(bytes[page_size_at]) << 8 | bytes[page_size_at + 1];
    return (page == 1 ? 65536 : page) * std::size_t(big_endian(bytes, page_count_at));
}

std::uint64_t word_at(std::span<std::uint8_t const> bytes, std::size_t at) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, std::min(sizeof word, bytes.size() - at));
    return word;
}

void stir(std::uint64_t& sum, std::uint64_t word) {
    sum = (sum ^ word) * 0x9e3779b97f4a7c15;
    sum ^= sum >> 29;
}

/// FNV-1a's idea on eight bytes at a time, in four sums that wait for none of the others, so that a start is not spent
/// on it. It finds accidents; against malice stands the signature of whoever delivers a snapshot.
std::uint64_t checksum(std::span<std::uint8_t const> bytes) {
    constexpr std::uint64_t seed = 0xcbf29ce484222325;
    std::array<std::uint64_t, 4> sums{seed, seed + 1, seed + 2, seed + 3};
    constexpr std::size_t stride = sums.size() * sizeof(std::uint64_t);
    std::size_t at = 0;
    for (; at + stride <= bytes.size(); at += stride)
        for (std::size_t lane = 0; lane < sums.size(); ++lane) stir(sums[lane], word_at(bytes, at + 8 * lane));
    for (; at < bytes.size(); at += sizeof(std::uint64_t)) stir(sums[0], word_at(bytes, at));
    for (std::size_t lane = 1; lane < sums.size(); ++lane) stir(sums[0], sums[lane]);
    return sums[0];
}

std::array<std::uint8_t, seal_size> seal_of(std::span<std::uint8_t const> database) {
    std::array<std::uint8_t, seal_size> seal{};
    std::memcpy(seal.data(), seal_name.data(), seal_name.size());
    std::uint64_t const sum = checksum(database);
    for (std::size_t i = 0; i < sizeof sum; ++i) seal[seal_name.size() + i] = std::uint8_t(sum >> (8 * i));
    return seal;
}

Failure refused(std::string sentence) { return failure(std::move(sentence), ExitCode::bad_data); }

}  // namespace

void seal_snapshot(std::vector<std::uint8_t>& database) {
    auto const seal = seal_of(database);
    database.insert(database.end(), seal.begin(), seal.end());
}

Result<std::span<std::uint8_t const>> unseal_snapshot(std::span<std::uint8_t const> bytes, std::string const& name) {
    if (bytes.size() < header_size || std::memcmp(bytes.data(), magic.data(), magic.size()) != 0) {
        return refused(fmt::format("{} is not a database", name));
    }
    if (big_endian(bytes, application_id_at) != snapshot_application) {
        return refused(fmt::format("{} is a database, but not one of Halte", name));
    }
    std::uint32_t const schema = big_endian(bytes, user_version_at);
    if (schema != snapshot_schema) {
        return refused(
            fmt::format("{} has schema {}, and this program reads schema {}", name, schema, snapshot_schema));
    }
    std::size_t const pages = size_of_pages(bytes);
    if (bytes.size() != pages + seal_size) {
        return refused(
            fmt::format("{} is damaged: it has {} bytes and should have {}", name, bytes.size(), pages + seal_size));
    }
    auto const database = bytes.first(pages);
    if (!std::ranges::equal(bytes.subspan(pages), seal_of(database))) {
        return refused(fmt::format("{} is damaged: its checksum is wrong", name));
    }
    return database;
}

}  // namespace halte
