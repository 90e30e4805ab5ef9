#include "pictures.h"

#include <algorithm>

namespace halte {
namespace {

constexpr std::size_t most_extents = 4'000;

template <class Value>
void append_bytes(std::string& key, Value const& value) {
    key.append(reinterpret_cast<char const*>(&value), sizeof value);
}

/// Made for every text of every frame, hence not written out. The words come last: they alone have no known length.
void write_key(std::string& key, std::string const& words, TextStyle const& style, int width) {
    key.clear();
    append_bytes(key, style.size);
    append_bytes(key, style.line_height);
    append_bytes(key, style.letter_spacing);
    append_bytes(key, style.word_spacing);
    append_bytes(key, width);
    for (int const choice : {int(style.weight), int(style.direction), int(style.alignment), int(style.digits)})
        key += char(choice);
    key.append(style.language).append(1, '|').append(words);
}

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
Span span_of(int at, float step, int side) {
    auto const from = [&](int place) { return std::clamp(int(float(place) * step), 0, side - 1); };
    return {from(at), std::max(from(at) + 1, from(at + 1))};
}

std::uint8_t mean(IconPixels const& icon, Span const& across, Span const& down) {
    unsigned sum = 0;
    unsigned count = 0;
    for (int y = down.first; y < down.end; ++y)
        for (int x = across.first; x < across.end; ++x, ++count) sum += icon.coverage[std::size_t(y * icon.side + x)];
    return std::uint8_t(sum / std::max(count, 1U));
}

/// A snapshot has each icon once, at one size. It is averaged down to the pixel size that a screen needs.
std::vector<std::uint8_t> scaled(IconPixels const& icon, int side, bool mirrored) {
    must(side > 0);
    std::vector<std::uint8_t> small(std::size_t(side) * std::size_t(side));
    float const step = float(icon.side) / float(side);
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x)
            small[std::size_t(y * side + (mirrored ? side - 1 - x : x))] =
                mean(icon, span_of(x, step, icon.side), span_of(y, step, icon.side));
    return small;
}

}  // namespace

Pictures::Pictures(Typesetter typesetter, IconSource icons, bool on_screen, int budget_px)
    : m_typesetter(std::move(typesetter)),
      m_icons(std::move(icons)),
      m_on_screen(on_screen),
      m_atlas(on_screen, budget_px) {}

TextExtent const& Pictures::extent(std::string const& words, TextStyle const& style, int width) {
    write_key(m_key, words, style, width);
    auto const known = m_extents.find(m_key);
    if (known != m_extents.end()) return known->second;
    return m_extents.emplace(m_key, m_typesetter.measure(words, style, width)).first->second;
}

Picture const& Pictures::text(std::string const& words, TextStyle const& style, int width) {
    static Picture const unseen;
    if (!m_on_screen) return unseen;
    write_key(m_key, words, style, width);
    auto const known = m_texts.find(m_key);
    if (known != m_texts.end()) return known->second;
    TextImage const image = m_typesetter.render(words, style, width);
    Picture const picture{m_atlas.place(image.coverage, image.width, image.height), image.width, image.height,
                          -image.left, -image.top};
    m_extents.emplace(m_key, image.extent);
    return m_texts.emplace(m_key, picture).first->second;
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
    if (m_extents.size() > most_extents) m_extents.clear();
    if (m_atlas.over_budget()) forget();
}

void Pictures::forget() {
    m_extents.clear();
    m_texts.clear();
    m_icon_pictures.clear();
    m_atlas.clear();
}

}  // namespace halte
