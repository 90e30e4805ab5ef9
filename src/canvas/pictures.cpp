#include "pictures.h"

#include <algorithm>
#include <functional>
#include <numeric>

#include "append_bytes.h"

namespace halte {
namespace {

void write_key(std::string& key, std::string_view icon, int side, bool mirrored) {
    key.assign(1, char(mirrored));
    append_bytes(key, side);
    key.append(icon);
}

/// Which pixels of a larger picture one pixel of the smaller covers, along one side: never none.
struct Span {
    int first;
    int end;
};
std::vector<Span> spans(int side, int larger_side) {
    float const step = float(larger_side) / float(side);
    std::vector<Span> all;
    for (int at = 0; at < side; ++at) {
        auto const from = [&](int place) { return std::clamp(int(float(place) * step), 0, larger_side - 1); };
        all.push_back({from(at), std::max(from(at) + 1, from(at + 1))});
    }
    return all;
}

/// The sums of some rows, for each column of them.
void add_rows(IconPixels const& icon, Span const& rows, std::vector<unsigned>& columns) {
    columns.assign(std::size_t(icon.side), 0);
    for (int y = rows.first; y < rows.end; ++y) {
        std::uint8_t const* const row = &icon.coverage[std::size_t(y) * std::size_t(icon.side)];
        std::transform(columns.begin(), columns.end(), row, columns.begin(), std::plus<>());
    }
}

/// A snapshot has each icon once, at one size. It is averaged down to the pixel size that a screen needs.
std::vector<std::uint8_t> scaled(IconPixels const& icon, int side, bool mirrored) {
    must(side > 0);
    std::vector<std::uint8_t> small;
    small.reserve(std::size_t(side) * std::size_t(side));
    std::vector<Span> const down = spans(side, icon.side);
    std::vector<Span> across = down;
    if (mirrored) std::reverse(across.begin(), across.end());
    std::vector<unsigned> columns;
    for (Span const& rows : down) {
        add_rows(icon, rows, columns);
        for (Span const& span : across) {
            unsigned const sum = std::accumulate(columns.begin() + span.first, columns.begin() + span.end, 0U);
            small.push_back(std::uint8_t(sum / unsigned((rows.end - rows.first) * (span.end - span.first))));
        }
    }
    return small;
}

}  // namespace

Pictures::Pictures(Typesetter typesetter, IconSource icons, bool on_screen, int budget_px)
    : m_icons(std::move(icons)),
      m_on_screen(on_screen),
      m_atlas(on_screen, budget_px),
      m_texts(std::move(typesetter)) {}

Picture Pictures::text(std::string const& words, TextStyle const& style, int width) {
    return m_on_screen ? m_texts.picture(words, style, width, m_atlas) : Picture{};
}

Picture const* Pictures::icon(std::string_view name, int side, bool mirrored) {
    write_key(m_key, name, side, mirrored);
    auto known = m_icon_pictures.find(m_key);
    if (known == m_icon_pictures.end()) {
        std::optional<Picture> picture;
        if (auto const icon = m_icons ? m_icons(name) : std::nullopt)
            picture = Picture{m_atlas.place(scaled(*icon, side, mirrored), side, side), side, side, 0, 0};
        known = m_icon_pictures.emplace(m_key, picture).first;
    }
    return known->second ? &*known->second : nullptr;
}

void Pictures::tidy() {
    m_texts.tidy();
    if (m_atlas.over_budget()) forget();
}

void Pictures::forget() {
    m_texts.forget();
    m_icon_pictures.clear();
    m_atlas.clear();
}

}  // namespace halte
