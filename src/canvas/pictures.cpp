#include "pictures.h"

#include "append_bytes.h"
#include "scaled_icon.h"

namespace halte {
namespace {

void write_key(std::string& key, std::string_view icon, int side, bool mirrored) {
    key.assign(1, char(mirrored));
    append_bytes(key, side);
    key.append(icon);
}

}  // namespace

Pictures::Pictures(Typesetter typesetter, IconSource icons, bool on_screen, int budget_px)
    : m_icons(std::move(icons)),
      m_shown(on_screen ? Shown::later : Shown::never),
      m_atlas(budget_px),
      m_texts(std::move(typesetter)) {}

Picture Pictures::text(std::string const& words, TextStyle const& style, int width) {
    if (m_shown == Shown::now) return m_texts.picture(words, style, width, m_atlas);
    if (m_shown == Shown::later) m_texts.prepare(words, style, width);
    return {};
}

void Pictures::open() {
    if (m_shown != Shown::later) return;
    m_shown = Shown::now;
    m_atlas.open();
    m_texts.place_prepared(m_atlas);
    for (auto const& [picture, coverage] : std::exchange(m_waiting_icons, {}))
        picture->sprite = m_atlas.place(coverage, picture->width, picture->height);
}

IconPixels const* Pictures::decoded(std::string_view icon) {
    auto const [known, is_new] = m_decoded.try_emplace(std::string(icon));
    if (is_new && m_icons) known->second = m_icons(icon);
    return known->second ? &*known->second : nullptr;
}

std::optional<Picture>& Pictures::add_icon(std::string_view name, int side, bool mirrored) {
    std::optional<Picture>& added = m_icon_pictures[m_key];
    IconPixels const* const icon = decoded(name);
    if (icon == nullptr) return added;
    auto coverage = scaled(*icon, side, mirrored);
    added = Picture{m_atlas.place(coverage, side, side), side, side, 0, 0};
    if (m_shown == Shown::later) m_waiting_icons.push_back({&*added, std::move(coverage)});
    return added;
}

Picture const* Pictures::icon(std::string_view name, int side, bool mirrored) {
    write_key(m_key, name, side, mirrored);
    auto const known = m_icon_pictures.find(m_key);
    auto const& picture = known != m_icon_pictures.end() ? known->second : add_icon(name, side, mirrored);
    return picture ? &*picture : nullptr;
}

void Pictures::tidy() {
    m_texts.tidy();
    if (m_atlas.over_budget()) forget();
}

void Pictures::forget() {
    m_texts.forget();
    m_waiting_icons.clear();
    m_icon_pictures.clear();
    m_decoded.clear();
    m_atlas.clear();
}

}  // namespace halte
