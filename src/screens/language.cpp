#include <algorithm>
#include <optional>

#include "card.h"
#include "list.h"

namespace halte {
namespace {

constexpr float between_sections = 32;

struct LanguageChoice {
    std::string label;
    Type type;
    bool chosen = false;
    What what;
};

/// How close the keys stand. Two touches are to reach every language, the key for languages and its own: many stand
/// closer than few, and where that is not enough they do without titles, as the page has one.
struct Spacing {
    float gap = space::l;
    float pad = space::xxl;
    float lowest = 108;
    int most_columns = 4;
    bool titles = true;
    std::optional<float> letters{};  ///< of the languages' names
    float tick = 40;
    float before_tick = space::s;
    bool room_for_ticks = true;  ///< on every key, so that no word changes when it is chosen

    /// What of a key's width is left to its word.
    [[nodiscard]] float room_in(float width, bool chosen) const {
        return width - 2 * pad - (room_for_ticks || chosen ? tick + before_tick : 0);
    }
};
constexpr Spacing few{};
constexpr Spacing many{.gap = space::m, .pad = space::m, .lowest = key::low, .most_columns = 7};
constexpr Spacing crowded{.gap = space::m,
                          .pad = space::m,
                          .lowest = key::low,
                          .most_columns = 6,
                          .titles = false,
                          .letters = 24,
                          .tick = 26,
                          .before_tick = space::tight,
                          .room_for_ticks = false};

/// A key with one word; the chosen one carries a tick as well as a ring.
void draw_choice(ScreenContext& screen, Box const& box, LanguageChoice const& choice, Spacing const& spacing) {
    Canvas& canvas = screen.canvas;
    Key const key{.name = choice.label,
                  .id = screen.act(choice.what),
                  .look = choice.chosen ? KeyLook::chosen : KeyLook::plain,
                  .is_one_of = true};
    canvas.key(box, key, [&] {
        Row row(inset(face(box), spacing.pad, 0), spacing.before_tick);
        Box const end = choice.chosen ? row.end(spacing.tick) : Box{};
        Type const type = canvas.squeezed({0, 0, row.rest().w, 0}, choice.label, choice.type);
        canvas.words(centred(row.rest(), canvas.height_of(row.rest().w, choice.label, type)), choice.label, type);
        if (choice.chosen) canvas.icon(centred(end, spacing.tick), "check", Colour::accent);
    });
}

struct Width {
    float narrowest;
    int most;  ///< columns
};
constexpr Width size_width{340, 3};
Width language_width(Spacing const& spacing) { return {380, spacing.most_columns}; }

/// In one column fewer where a word would be broken, and in one more where it still fits.
int columns_of(ScreenContext& screen, Box const& box, std::vector<LanguageChoice> const& choices, Width const& keys,
               Spacing const& spacing) {
    int const comfortable = columns_in(box.w, keys.narrowest * screen.em(), spacing.gap, keys.most);
    for (int columns = keys.most; columns > comfortable; --columns) {
        float const width = column_width(box.w, columns, spacing.gap);
        bool const all_fit = std::ranges::all_of(choices, [&](LanguageChoice const& choice) {
            return screen.canvas.width_of(choice.label, choice.type) <= spacing.room_in(width, false);
        });
        if (all_fit) return columns;
    }
    return comfortable;
}

float draw_choices(ScreenContext& screen, Box const& box, std::vector<LanguageChoice> const& choices, Width const& keys,
                   Spacing const& spacing) {
    constexpr float air = 40;  ///< above and below a word together
    Tiles tiles = Tiles::across(box, columns_of(screen, box, choices, keys, spacing), spacing.gap);
    auto const height = [&](LanguageChoice const& choice) {
        float const room = spacing.room_in(tiles.first.w, choice.chosen);
        Type const type = screen.canvas.squeezed({0, 0, room, 0}, choice.label, choice.type);
        return screen.canvas.height_of(room, choice.label, type) + air;
    };
    tiles.first.h = largest(choices, height, spacing.lowest);
    return draw_list(screen.canvas, tiles, choices, [&](Box const& place, LanguageChoice const& choice) {
        draw_choice(screen, place, choice, spacing);
    });
}

std::vector<LanguageChoice> language_choices(ScreenContext& screen, Spacing const& spacing) {
    std::vector<LanguageChoice> choices;
    for (Language const& language : screen.terminal.languages) {
        Type const type{.role = TypeRole::card_title,
                        .alignment = language.right_to_left == screen.canvas.style().right_to_left() ? Alignment::start
                                                                                                     : Alignment::end,
                        .line_height = metrics_of(language.script).tall ? letters::taller_line : letters::close_line,
                        .size = spacing.letters,
                        .written = Written{language.code, language.script}};
        choices.push_back(
            {language.endonym, type, language.code == screen.visit.language, ChooseLanguage{language.code}});
    }
    return choices;
}

/// Each in letters of its own size; `share` brings the three nearer to each other.
std::vector<LanguageChoice> size_choices(ScreenContext& screen, float share) {
    struct Size {
        TextSize size;
        std::string_view key;
        float em;
    };
    static constexpr std::array sizes{Size{TextSize::normal, "language.normal", letters::key},
                                      Size{TextSize::large, "language.large", 36},
                                      Size{TextSize::largest, "language.largest", 46}};
    constexpr float smallest = 24;
    std::vector<LanguageChoice> choices;
    for (Size const& one : sizes)
        choices.push_back({screen.say(one.key),
                           {.role = TypeRole::card_title, .size = smallest + (one.em - smallest) * share},
                           one.size == screen.visit.appearance.text_size,
                           ChooseTextSize{one.size}});
    return choices;
}

/// In one row where their words can be brought to stand in it.
std::vector<LanguageChoice> size_choices_in(ScreenContext& screen, Box const& box, Spacing const& spacing) {
    for (float const share : {1.0F, 0.75F, 0.5F}) {
        auto choices = size_choices(screen, share);
        if (columns_of(screen, box, choices, size_width, spacing) == size_width.most) return choices;
    }
    return size_choices(screen, 1);
}

float draw_languages(ScreenContext& screen, Box const& box, Spacing const& spacing) {
    Flow flow(box);
    if (spacing.titles) flow.add(draw_section(screen, flow.rest(), "language", screen.say("language.language")));
    return flow
        .add(draw_choices(screen, flow.rest(), language_choices(screen, spacing), language_width(spacing), spacing))
        .height();
}

float draw_sizes(ScreenContext& screen, Box const& box, Spacing const& spacing) {
    Flow flow(box);
    if (spacing.titles) flow.add(draw_section(screen, flow.rest(), "text-size", screen.say("language.text_size")));
    return flow.add(draw_choices(screen, flow.rest(), size_choices_in(screen, box, spacing), size_width, spacing))
        .height();
}

std::vector<LanguageChoice> contrast_choices(ScreenContext& screen) {
    static constexpr std::array contrasts{std::pair{Contrast::soft, "language.soft"},
                                          std::pair{Contrast::black_on_white, "language.black_on_white"},
                                          std::pair{Contrast::white_on_black, "language.white_on_black"}};
    std::vector<LanguageChoice> choices;
    for (auto const& [contrast, key] : contrasts)
        choices.push_back({screen.say(key),
                           {.role = TypeRole::card_title, .size = letters::key},
                           contrast == screen.visit.appearance.contrast,
                           ChooseContrast{contrast}});
    return choices;
}

/// Each with its letters as far apart as they will be.
std::vector<LanguageChoice> spacing_choices(ScreenContext& screen) {
    static constexpr std::array spacings{std::pair{TextSpacing::usual, "language.normal"},
                                         std::pair{TextSpacing::airy, "language.airy"}};
    std::vector<LanguageChoice> choices;
    for (auto const& [spacing, key] : spacings)
        choices.push_back({screen.say(key),
                           {.role = TypeRole::card_title, .size = letters::key, .spacing = spacing},
                           spacing == screen.visit.appearance.spacing,
                           ChooseSpacing{spacing}});
    return choices;
}

/// What stands last, with a title in any case: whoever looks for it has turned the page.
struct LastSection {
    char const* icon;
    std::string_view title;
    std::vector<LanguageChoice> choices;
    [[nodiscard]] Width keys() const { return {size_width.narrowest, int(choices.size())}; }
};

/// Its title in one line, and its keys in one row.
bool is_low(ScreenContext& screen, Box const& box, LastSection const& section, Spacing const& spacing) {
    IconAndWords const head = section_head(section.icon, screen.say(section.title));
    return width_of(screen.canvas, head) <= box.w &&
           columns_of(screen, box, section.choices, section.keys(), spacing) == section.keys().most;
}

float draw_last(ScreenContext& screen, Box const& box, LastSection const& section, Spacing const& spacing) {
    Flow flow(box);
    flow.add(draw_section(screen, flow.rest(), section.icon, screen.say(section.title)));
    return flow.add(draw_choices(screen, flow.rest(), section.choices, section.keys(), spacing)).height();
}

/// Contrast and space between letters: beside each other, with keys of one width, where each is low then.
float draw_last_sections(ScreenContext& screen, Box const& box, Spacing const& spacing) {
    LastSection const contrast{"contrast", "language.contrast", contrast_choices(screen)};
    LastSection const air{"text-spacing", "language.spacing", spacing_choices(screen)};
    int const keys = contrast.keys().most + air.keys().most;
    float const key = column_width(box.w - space::columns + spacing.gap, keys, spacing.gap);
    Row row(box, space::columns);
    Box const first = row.start(float(contrast.keys().most) * (key + spacing.gap) - spacing.gap);
    if (is_low(screen, first, contrast, spacing) && is_low(screen, row.rest(), air, spacing))
        return std::max(draw_last(screen, first, contrast, spacing), draw_last(screen, row.rest(), air, spacing));
    Flow flow(box);
    flow.add(draw_last(screen, flow.rest(), contrast, spacing)).skip(between_sections);
    return flow.add(draw_last(screen, flow.rest(), air, spacing)).height();
}

/// What can be seen of a page before it is scrolled.
float page_height(ScreenContext& screen) {
    Theme const& theme = screen.canvas.theme();
    return theme.sill().y - theme.content().y - space::xs - space::m;
}

/// Whether languages and sizes stand on the first page.
bool is_one_page(ScreenContext& screen, Box const& column, Spacing const& spacing) {
    float const languages = screen.canvas.measure([&] { return draw_languages(screen, column, spacing); });
    float const sizes = screen.canvas.measure([&] { return draw_sizes(screen, column, spacing); });
    return languages + between_sections + sizes <= page_height(screen);
}

Spacing spacing_of(ScreenContext& screen, Box const& column) {
    constexpr std::size_t most_of_few = 12;
    if (screen.terminal.languages.size() <= most_of_few) return few;
    bool const must_crowd = !is_one_page(screen, column, many) && is_one_page(screen, column, crowded);
    return must_crowd ? crowded : many;
}

}  // namespace

/// The keys for larger letters stand on the first page: below the languages, or above them where these fill it.
void draw_language(ScreenContext& screen) {
    draw_page(screen, {heading(screen)}, [&](Box const& box) {
        Box const column = without_height(box);
        Spacing const spacing = spacing_of(screen, column);
        bool const in_order = is_one_page(screen, column, spacing);
        Flow flow(column);
        flow.skip(space::xs);
        flow.add(in_order ? draw_languages(screen, flow.rest(), spacing) : draw_sizes(screen, flow.rest(), spacing))
            .skip(between_sections);
        flow.add(in_order ? draw_sizes(screen, flow.rest(), spacing) : draw_languages(screen, flow.rest(), spacing))
            .skip(between_sections);
        flow.add(draw_last_sections(screen, flow.rest(), spacing));
        return flow.skip(space::m).height();
    });
}

}  // namespace halte
