#include "texts.h"

#include <array>

#include "append_bytes.h"

namespace halte {
namespace {

constexpr std::size_t most_texts = 4'000;

constexpr int any_width = 0;

/// What a key begins with.
struct Measures {
    int width;
    float size;
    float line_height;
    float letter_spacing;
    float word_spacing;
    std::array<char, 4> choices;
};
static_assert(sizeof(Measures) == 24, "its bytes are compared: there must be none between its values");

/// Made for every text of every frame, hence not written out. The words come last: they alone have no known length.
void write_key(std::string& key, std::string const& words, TextStyle const& style) {
    key.clear();
    append_bytes(key, Measures{any_width,
                               style.size,
                               style.line_height,
                               style.letter_spacing,
                               style.word_spacing,
                               {char(style.weight), char(style.direction), char(style.alignment), char(style.digits)}});
    key.append(style.language).append(1, '|').append(words);
}

void write_width(std::string& key, int width) {
    key.replace(0, sizeof width, reinterpret_cast<char const*>(&width), sizeof width);
}

/// Whether the text looks in that width as it does where nothing breaks it.
bool has_room(TextExtent const& extent, int width) {
    return width == any_width || (extent.lines == 1 && !extent.too_wide && extent.width <= width);
}

Picture picture_of(TextImage const& image, Atlas& atlas) {
    Sprite const sprite = atlas.place(image.coverage, image.width, image.height);
    return {sprite, image.width, image.height, -image.left, -image.top};
}

}  // namespace

Texts::Text* Texts::known(int width) {
    auto const on_one_line = m_texts.find(m_key);
    if (on_one_line != m_texts.end() && has_room(on_one_line->second.extent, width)) return &on_one_line->second;
    write_width(m_key, width);
    auto const broken = m_texts.find(m_key);
    return broken == m_texts.end() ? nullptr : &broken->second;
}

Texts::Text& Texts::add(TextLayout layout, int width) {
    constexpr std::size_t most_layouts = 256;
    if (m_laid_out.size() == most_layouts) forget_layouts();
    TextExtent const extent = layout.extent();
    int const box = has_room(extent, width) ? any_width : width;
    write_width(m_key, box);
    Text& text = m_texts[m_key];
    text = {extent, box, std::move(layout), std::nullopt, std::nullopt};
    m_laid_out.push_back(&text);
    return text;
}

Texts::Text& Texts::find(std::string const& words, TextStyle const& style, int width) {
    write_key(m_key, words, style);
    Text* const text = known(width);
    return text != nullptr ? *text : add(m_typesetter.lay_out(words, style, width), width);
}

TextExtent const& Texts::extent(std::string const& words, TextStyle const& style, int width) {
    return find(words, style, width).extent;
}

TextImage Texts::ink(Text& text, std::string const& words, TextStyle const& style, int width) {
    if (!text.layout) text.layout = m_typesetter.lay_out(words, style, width);
    TextImage image = text.layout->image(text.box);
    text.layout.reset();
    return image;
}

void Texts::prepare(std::string const& words, TextStyle const& style, int width) {
    Text& text = find(words, style, width);
    if (!text.ink) text.ink = ink(text, words, style, width);
}

void Texts::place_prepared(Atlas& atlas) {
    for (auto& [key, text] : m_texts) {
        if (!text.ink) continue;
        text.picture = picture_of(*text.ink, atlas);
        text.ink.reset();
    }
}

Picture Texts::picture(std::string const& words, TextStyle const& style, int width, Atlas& atlas) {
    Text& text = find(words, style, width);
    if (!text.picture) text.picture = picture_of(ink(text, words, style, width), atlas);
    Picture picture = *text.picture;
    bool const aligned = text.box == width;
    if (!aligned) picture.dx += line_start(text.extent.width, style, width);
    return picture;
}

void Texts::forget_layouts() {
    for (Text* const text : m_laid_out) text->layout.reset();
    m_laid_out.clear();
}

void Texts::tidy() {
    if (m_texts.size() <= most_texts) return;
    forget_layouts();
    std::erase_if(m_texts, [](auto const& one) { return !one.second.picture; });
}

void Texts::forget() {
    m_laid_out.clear();
    m_texts.clear();
}

}  // namespace halte
