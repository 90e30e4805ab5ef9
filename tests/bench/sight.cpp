#include "sight.h"

#include <algorithm>
#include <cstdlib>
#include <thread>
#include <utility>

namespace halte::rig::bench {
namespace {

constexpr int side = 32;
constexpr std::size_t most_tiles = 6;
constexpr int apart = 160;
constexpr std::chrono::microseconds between_looks(500);

std::size_t place_in(Picture const& picture, int x, int y) {
    return (std::size_t(y) * std::size_t(picture.width) + std::size_t(x)) * 3;
}

int difference(Picture const& one, Picture const& other, std::size_t at) {
    int sum = 0;
    for (std::size_t channel = 0; channel < 3; ++channel)
        sum += std::abs(one.pixels[at + channel] - other.pixels[at + channel]);
    return sum;
}

int difference(Picture const& one, Picture const& other, Rectangle const& tile) {
    int sum = 0;
    for (int y = tile.y; y < tile.y + tile.h; ++y)
        for (int x = tile.x; x < tile.x + tile.w; ++x) sum += difference(one, other, place_in(one, x, y));
    return sum;
}

bool are_apart(Rectangle const& one, Rectangle const& other) {
    return std::abs(one.x - other.x) + std::abs(one.y - other.y) >= apart;
}

/// As Eye::hash() counts, pixel by pixel.
void add(std::uint64_t& hash, std::uint64_t word) { hash = (hash ^ word) * 0x100000001B3U; }
constexpr std::uint64_t hash_of_nothing = 0xCBF29CE484222325U;

std::uint64_t hash_of(Picture const& picture, Rectangle const& tile) {
    std::uint64_t hash = hash_of_nothing;
    for (int y = tile.y; y < tile.y + tile.h; ++y)
        for (int x = tile.x; x < tile.x + tile.w; ++x) {
            auto const* pixel = &picture.pixels[place_in(picture, x, y)];
            add(hash, std::uint64_t(pixel[0]) << 16U | std::uint64_t(pixel[1]) << 8U | pixel[2]);
        }
    return hash;
}

}  // namespace

double us_between(Clock::time_point from, Clock::time_point to) {
    return std::chrono::duration<double, std::micro>(to - from).count();
}

Tiles tiles_that_differ(Picture const& one, Picture const& other) {
    std::vector<std::pair<int, Rectangle>> all;
    for (int y = 0; y + side <= one.height; y += side)
        for (int x = 0; x + side <= one.width; x += side) {
            Rectangle const tile{x, y, side, side};
            if (int const differs = difference(one, other, tile); differs > 0) all.emplace_back(differs, tile);
        }
    std::ranges::stable_sort(all, std::greater(), [](auto const& each) { return each.first; });
    Tiles tiles;
    for (auto const& [differs, tile] : all)
        if (tiles.size() < most_tiles &&
            std::ranges::all_of(tiles, [&](Rectangle const& chosen) { return are_apart(tile, chosen); }))
            tiles.push_back(tile);
    if (tiles.empty()) throw Missed("Two pages look the same: there is nothing to watch.");
    return tiles;
}

double likeness(Picture const& one, Picture const& other) {
    constexpr int hardly_seen = 60;
    if (one.pixels.size() != other.pixels.size()) return 0;
    std::size_t alike = 0;
    for (std::size_t at = 0; at < one.pixels.size(); at += 3)
        alike += difference(one, other, at) <= hardly_seen ? 1 : 0;
    return double(alike) * 3 / double(one.pixels.size());
}

Watch::Watch(Tiles tiles) : m_tiles(std::move(tiles)) {
    for (Rectangle const& tile : m_tiles) m_eyes.push_back(std::make_unique<Eye>(tile));
}

std::uint64_t Watch::now() {
    std::uint64_t hash = hash_of_nothing;
    for (auto const& eye : m_eyes) {
        eye->look();
        add(hash, eye->hash());
    }
    return hash;
}

std::uint64_t Watch::of(Picture const& picture) const {
    std::uint64_t hash = hash_of_nothing;
    for (Rectangle const& tile : m_tiles) add(hash, hash_of(picture, tile));
    return hash;
}

std::optional<Clock::time_point> Watch::first(Milliseconds limit, std::function<bool(std::uint64_t)> const& wish) {
    auto const end = Clock::now() + limit;
    while (Clock::now() < end) {
        if (wish(now())) return Clock::now();
        std::this_thread::sleep_for(between_looks);
    }
    return std::nullopt;
}

Watch::Change Watch::change(std::uint64_t before) {
    constexpr Milliseconds patience(10'000);
    constexpr Milliseconds stillness(400);
    std::uint64_t last = before;
    auto const differs = [&](std::uint64_t hash) { return std::exchange(last, hash) != hash; };
    auto const begun = first(patience, differs);
    if (!begun) throw Missed("A touch changed nothing on the screen.");
    Change change{*begun, *begun};
    while (auto const again = first(stillness, differs)) change.last = *again;
    return change;
}

}  // namespace halte::rig::bench
