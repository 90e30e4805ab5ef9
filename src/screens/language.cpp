#include <algorithm>

#include "card.h"
#include "list.h"

namespace halte {
namespace {

constexpr float tick = 40;
constexpr float between_sections = 32;

struct LanguageChoice {
    std::string label;
    Type type;
    bool chosen = false;
    What what;
};

bool has_many_languages(ScreenContext const& screen) {
    constexpr std::size_t many = 12;
    return screen.terminal.languages.size() > many;
}

/// Many languages stand closer together, so that two touches reach each of them: the key for languages, and its own.
struct Spacing {
    float gap = space::l;
    float pad = space::xxl;
    float lowest = 108;
    /// What of a key's width is left to its word beside a tick.
    [[nodiscard]] float room_in(float width) const { return width - 2 * pad - tick - space::s; }
};
Spacing spacing_of(ScreenContext const& screen) {
    return has_many_languages(screen) ? Spacing{space::m, space::m, key::low} : Spacing{};
}

/// A key with one word; the chosen one carries a tick as well as a ring.
void draw_choice(ScreenContext& screen, Box const& box, LanguageChoice const& choice) {
    Canvas& canvas = screen.canvas;
    Key const key{.name = choice.label,
                  .id = screen.act(choice.what),
                  .look = choice.chosen ? KeyLook::chosen : KeyLook::plain,
                  .is_one_of = true};
    canvas.key(box, key, [&] {
        Row row(inset(face(box), spacing_of(screen).pad, 0), space::s);
        Box const end = choice.chosen ? row.end(tick) : Box{};
        float const height = canvas.height_of(row.rest().w, choice.label, choice.type);
        canvas.words(centred(row.rest(), height), choice.label, choice.type);
        if (choice.chosen) canvas.icon(centred(end, tick), "check", Colour::accent);
    });
}

/// Keys of a comfortable width; narrower where every label still stands on one line, as it does in large text.
struct Width {
    float narrowest;
    int most;  ///< columns
};
constexpr Width size_width{340, 3};
Width language_width(ScreenContext const& screen) { return {380, has_many_languages(screen) ? 7 : 4}; }

int columns_of(ScreenContext& screen, Box const& box, std::vector<LanguageChoice> const& choices, Width const& keys) {
    Spacing const spacing = spacing_of(screen);
    int const comfortable = columns_in(box.w, keys.narrowest * screen.em(), spacing.gap, keys.most);
    for (int columns = keys.most; columns > comfortable; --columns) {
        float const room = spacing.room_in(column_width(box.w, columns, spacing.gap));
        bool const all_fit = std::ranges::all_of(choices, [&](LanguageChoice const& choice) {
            return screen.canvas.width_of(choice.label, choice.type) <= room;
        });
        if (all_fit) return columns;
    }
    return comfortable;
}

float draw_choices(ScreenContext& screen, Box const& box, std::vector<LanguageChoice> const& choices,
                   Width const& keys) {
    constexpr float air = 40;  ///< above and below a word together
    Spacing const spacing = spacing_of(screen);
    Tiles tiles = Tiles::across(box, columns_of(screen, box, choices, keys), spacing.gap);
    float const room = spacing.room_in(tiles.first.w);
    auto const height = [&](LanguageChoice const& choice) {
        return screen.canvas.height_of(room, choice.label, choice.type) + air;
    };
    tiles.first.h = largest(choices, height, spacing.lowest);
    return draw_list(screen.canvas, tiles, choices,
                     [&](Box const& place, LanguageChoice const& choice) { draw_choice(screen, place, choice); });
}

std::vector<LanguageChoice> language_choices(ScreenContext& screen) {
    std::vector<LanguageChoice> choices;
    for (Language const& language : screen.terminal.languages) {
        Type const type{.role = TypeRole::card_title,
                        .alignment = language.right_to_left == screen.canvas.style().right_to_left() ? Alignment::start
                                                                                                     : Alignment::end,
                        .line_height = metrics_of(language.script).tall ? letters::taller_line : letters::close_line,
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
                           one.size == screen.visit.text_size,
                           ChooseTextSize{one.size}});
    return choices;
}

/// In one row where their words can be brought to stand in it.
std::vector<LanguageChoice> size_choices_in(ScreenContext& screen, Box const& box) {
    for (float const share : {1.0F, 0.75F, 0.5F}) {
        auto choices = size_choices(screen, share);
        if (columns_of(screen, box, choices, size_width) == size_width.most) return choices;
    }
    return size_choices(screen, 1);
}

float draw_languages(ScreenContext& screen, Box const& box) {
    Flow flow(box);
    flow.add(draw_section(screen, flow.rest(), "language", screen.say("language.language")));
    return flow.add(draw_choices(screen, flow.rest(), language_choices(screen), language_width(screen))).height();
}

float draw_sizes(ScreenContext& screen, Box const& box) {
    Flow flow(box);
    flow.add(draw_section(screen, flow.rest(), "text-size", screen.say("language.text_size")));
    return flow.add(draw_choices(screen, flow.rest(), size_choices_in(screen, box), size_width)).height();
}

/// What can be seen of a page before it is scrolled.
float page_height(ScreenContext& screen) {
    Theme const& theme = screen.canvas.theme();
    return theme.sill().y - theme.content().y - space::xs;
}

}  // namespace

/// The keys for larger letters stand on the first page: below the languages, or above them where these fill it.
void draw_language(ScreenContext& screen) {
    draw_page(screen, {heading(screen)}, [&](Box const& box) {
        Box const column = without_height(box);
        float const first = screen.canvas.measure([&] { return draw_languages(screen, column); });
        float const second = screen.canvas.measure([&] { return draw_sizes(screen, column); });
        bool const in_order = first + between_sections + second <= page_height(screen);
        Flow flow(column);
        flow.skip(space::xs);
        flow.add(in_order ? draw_languages(screen, flow.rest()) : draw_sizes(screen, flow.rest()))
            .skip(between_sections);
        flow.add(in_order ? draw_sizes(screen, flow.rest()) : draw_languages(screen, flow.rest()));
        return flow.skip(space::m).height();
    });
}

}  // namespace halte
