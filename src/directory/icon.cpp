#include <stb_image.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <set>

#include "inside.h"

namespace halte {
namespace {

/// Those of a snapshot have 128 pixels on a side. What claims to be much larger would take the machine's memory.
constexpr int largest_side = 2'048;

/// Nothing for bytes that are no square picture: a file that somebody else has made may hold anything.
std::optional<IconImage> decoded(std::span<std::uint8_t const> png) {
    int width = 0, height = 0, channels = 0;
    auto const size = int(png.size());
    if (stbi_info_from_memory(png.data(), size, &width, &height, &channels) == 0) return std::nullopt;
    if (width != height || width > largest_side) return std::nullopt;
    std::unique_ptr<stbi_uc, void (*)(void*)> const grey(
        stbi_load_from_memory(png.data(), size, &width, &height, &channels, 1), stbi_image_free);
    if (grey == nullptr) return std::nullopt;
    return IconImage{width, {grey.get(), grey.get() + std::size_t(width) * std::size_t(height)}};
}

}  // namespace

std::optional<IconImage> Directory::icon(std::string_view name) const {
    FoundRows rows = m_inside->connection.ask("SELECT png FROM icon WHERE name = ?", name);
    if (!rows.next()) return std::nullopt;
    return decoded(rows.blob(0));
}

std::vector<std::string> Directory::undrawable_icons(Directory const& own) const {
    auto const names = own.m_inside->ids("SELECT name FROM icon");
    std::set<std::string> wanted(names.begin(), names.end());
    for (std::string const& name : m_inside->ids(
             "SELECT name FROM icon UNION SELECT icon FROM taxonomy_term WHERE door UNION SELECT icon FROM guidance"))
        wanted.insert(name);
    std::vector<std::string> undrawable;
    std::ranges::copy_if(wanted, std::back_inserter(undrawable), [&](auto const& name) { return !icon(name); });
    return undrawable;
}

}  // namespace halte
