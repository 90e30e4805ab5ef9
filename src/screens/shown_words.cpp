#include <algorithm>
#include <array>
#include <span>

#include "list.h"
#include "sentences.h"

namespace halte {
namespace {

constexpr float sheet_pad = 60;
/// Read across a desk. Where a long word would be broken, or the request not to read it aloud would stand on another
/// page, the next smaller ones are taken.
constexpr std::array first_sizes{78.0F, 60.0F, 46.0F};
constexpr std::array others_sizes{54.0F, 46.0F, 38.0F};
constexpr float own_size = 32;
constexpr float sheet_gap = space::xxl;
constexpr float sentence_disc = 92;
constexpr float sentence_icon = 56;

struct Sheet {
    Sentence const& sentence;
    std::string number;       ///< may be empty
    std::size_t largest = 0;  ///< which of the sizes is the largest that may be taken
};

/// What of the sheet is in one language of who reads it.
struct InOneLanguage {
    Text sentence;
    std::vector<Text> more;  ///< small, under it
};

InOneLanguage in_language_of(ScreenContext const& screen, Sentence const& sentence, std::string const& language) {
    if (sentence.shown.empty()) return {screen.say_in(language, sentence.phrase), {}};
    std::string const spoken = screen.say_in(language, "name_in_sentence." + screen.visit.language).words;
    InOneLanguage said{screen.say_in(language, sentence.shown, {{"language", spoken}}),
                       {screen.say_in(language, sentence.more)}};
    std::string const& phone = screen.terminal.interpreter_phone;
    if (!phone.empty()) said.more.push_back(screen.say_in(language, "show.interpreter_phone", {{"number", phone}}));
    return said;
}

/// The sheet is read the way of who reads it, also in a frame that is mirrored.
Type on_sheet(ScreenContext const& screen, Type type, Text const& text) {
    type = screen.type_of(type, text);
    bool const mirrored = screen.canvas.style().right_to_left();
    std::string const& language = text.language;
    auto const reader = std::ranges::find(screen.terminal.show_languages, language, &Language::code);
    bool const right_to_left = reader != screen.terminal.show_languages.end() && reader->right_to_left;
    if (right_to_left != mirrored) type.alignment = Alignment::end;
    return type;
}

/// In the largest size in which no word is broken.
Type fitted(ScreenContext& screen, float width, std::string const& words, Type type, std::span<float const> sizes) {
    auto const fits = [&](float size) {
        type.size = size;
        return screen.canvas.fits(width, words, type);
    };
    if (std::ranges::none_of(sizes, fits)) type.size = sizes.back();
    return type;
}

float draw_one_language(ScreenContext& screen, Box const& box, InOneLanguage const& said, bool first,
                        std::size_t largest) {
    Flow flow(without_height(box));
    Type type{.role = TypeRole::title, .weight = Weight::regular};
    if (first) type = {.role = TypeRole::title, .heading = true};
    type = fitted(screen, box.w, said.sentence.words, on_sheet(screen, type, said.sentence),
                  std::span(first ? first_sizes : others_sizes).subspan(largest));
    flow.add(screen.canvas.words(flow.rest(), said.sentence.words, type));
    for (Text const& more : said.more)
        flow.skip(space::xs).add(
            screen.canvas.words(flow.rest(), more.words, on_sheet(screen, {.role = TypeRole::lead}, more)));
    return flow.height();
}

float draw_number(ScreenContext& screen, Box const& box, Sheet const& sheet, std::string const& language) {
    Type type = on_sheet(screen, {.role = TypeRole::hero, .colour = Colour::accent, .digits = true}, {{}, language});
    bool const smallest = sheet.largest + 1 == first_sizes.size();
    if (smallest || !screen.canvas.fits(box.w, sheet.number, type)) type.role = TypeRole::number;
    return screen.canvas.words(box, sheet.number, type);
}

/// The sentence in each language of the place, the first one largest, and under it the number that it asks to call.
float draw_sentences(ScreenContext& screen, Box const& box, Sheet const& sheet) {
    Flow flow(without_height(box));
    bool first = true;
    for (Language const& language : screen.terminal.show_languages) {
        if (!first) flow.skip(sheet_gap);
        flow.add(draw_one_language(screen, flow.rest(), in_language_of(screen, sheet.sentence, language.code), first,
                                   sheet.largest));
        if (first && !sheet.number.empty())
            flow.skip(space::s).add(draw_number(screen, flow.rest(), sheet, language.code));
        first = false;
    }
    return flow.height();
}

IconAndWords own_words(ScreenContext& screen, Sentence const& sentence) {
    std::string const more = sentence.more.empty() ? "" : " " + screen.say(sentence.more);
    return {.icon = std::string(sentence.icon),
            .words = screen.say(sentence.phrase) + more,
            .type = {.role = TypeRole::lead, .size = own_size},
            .side = screen.icon(icon::panel),
            .gap = space::xl};
}

/// The visitor's own words, so that they know what the others read.
float draw_own_words(ScreenContext& screen, Box const& box, Sentence const& sentence) {
    IconAndWords const words = own_words(screen, sentence);
    float const inside = box.w - 2 * space::xl;
    float const height = std::max({box.h, key::high, height_of(screen.canvas, inside, words) + 2 * space::xl});
    Box const panel{box.x, box.y, box.w, height};
    screen.canvas.panel(panel, corner::panel, Colour::tint, [&] {
        Box const place = centred(inset(panel, space::xl, 0), height_of(screen.canvas, inside, words));
        draw(screen.canvas, place, words);
    });
    return height;
}

/// To who reads it, in their languages: not to read it aloud.
float draw_request(ScreenContext& screen, Box const& box) {
    Type const soft{.role = TypeRole::caption, .colour = Colour::ink_soft};
    Row row(without_height(box), space::l);
    Box const place = row.start(screen.icon(icon::note));
    Flow flow(row.rest());
    for (Language const& language : screen.terminal.show_languages) {
        Text const request = screen.say_in(language.code, "show.request");
        flow.add(screen.canvas.words(flow.rest(), request.words, screen.type_of(soft, request)));
    }
    screen.canvas.icon(square_at_top(place), "info", Colour::accent);
    return flow.height();
}

/// Whether the sheet says the sentence in the visitor's own language already.
bool says_it_in_own_language(ScreenContext const& screen) {
    auto const& shown = screen.terminal.show_languages;
    return std::ranges::find(shown, screen.visit.language, &Language::code) != shown.end();
}

/// Beside each other where a line has room for both.
float draw_foot(ScreenContext& screen, Box const& box, Sentence const& sentence) {
    constexpr float own_share = 0.36F;
    bool const beside = screen.shape() == ShapeClass::landscape && screen.scale() == TypeScale::normal;
    if (says_it_in_own_language(screen)) return draw_request(screen, box);
    Flow flow(without_height(box));
    if (!beside) {
        flow.add(draw_own_words(screen, flow.rest(), sentence)).skip(space::l);
        return flow.add(draw_request(screen, flow.rest())).height();
    }
    Row row(without_height(box), space::xxxl);
    Box own = row.start(box.w * own_share);
    float const request = screen.canvas.measure([&] { return draw_request(screen, row.rest()); });
    own.h = request;
    float const height = draw_own_words(screen, own, sentence);
    draw_request(screen, centred({row.rest().x, box.y, row.rest().w, height}, request));
    return height;
}

struct SheetHeights {
    float said = 0;
    float foot = 0;
    [[nodiscard]] float least() const { return said + foot + 2 * sheet_gap + space::xxl; }
};

/// With the largest letters with which it stands on one page; where it does on none, it scrolls.
SheetHeights fit(ScreenContext& screen, Box const& page, Box const& inside, Box const& below, Sheet& sheet) {
    SheetHeights heights;
    heights.foot = screen.canvas.measure([&] { return draw_foot(screen, below, sheet.sentence); });
    for (std::size_t const largest : {0U, 1U, 2U, 0U}) {
        sheet.largest = largest;
        heights.said = screen.canvas.measure([&] { return draw_sentences(screen, inside, sheet); });
        if (heights.least() <= page.h) break;
    }
    return heights;
}

/// The sentences in the middle of what the foot leaves.
float draw_sheet(ScreenContext& screen, Box const& box, Sheet sheet) {
    float const pad = screen.canvas.theme().compact() ? space::xl : sheet_pad;
    Box const inside = inset(without_height(box), pad, 0);
    Box const below = inset(without_height(box), says_it_in_own_language(screen) ? pad : space::xxl, 0);
    SheetHeights const heights = fit(screen, box, inside, below, sheet);
    float const height = std::max(box.h, heights.least());
    screen.canvas.panel({box.x, box.y, box.w, height}, corner::panel, Colour::card, [&] {
        float const room = height - heights.foot - space::xxl;
        draw_sentences(screen, centred({inside.x, box.y, inside.w, room}, heights.said), sheet);
        draw_foot(screen, {below.x, box.y + room, below.w, heights.foot}, sheet.sentence);
    });
    return height;
}

}  // namespace

void draw_shown_words(ScreenContext& screen) {
    Sentence const* const sentence = sentence_of(screen.visit.here().subject);
    std::string const number = sentence != nullptr && sentence->with_number ? number_to_call(screen) : "";
    draw_page(screen, {}, [&](Box const& box) {
        if (sentence == nullptr) return 0.0F;
        float const note = screen.canvas.measure([&] { return unreviewed_note(screen, box); });
        float const below = space::xl + (note > 0 ? space::l + note : 0);
        Flow flow(without_height(box));
        flow.add(draw_sheet(screen, {box.x, box.y, box.w, box.h - below}, {*sentence, number}));
        if (note > 0) flow.skip(space::l).add(unreviewed_note(screen, flow.rest()));
        return flow.skip(space::xl).height();
    });
}

}  // namespace halte
