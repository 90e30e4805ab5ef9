#include <algorithm>

#include "card.h"
#include "list.h"

namespace halte {
namespace {

constexpr float gap = space::l;
constexpr float pad = space::xxl;
constexpr float tick = 40;
constexpr float between = 32;  ///< the two sections

struct Choice {
    std::string label;
    Type type;
    bool chosen = false;
    What what;
};

/// What of a key's width is left to its word beside a tick.
float room_in(float width) { return width - 2 * pad - tick - space::s; }

/// A key with one word; the chosen one carries a tick as well as a ring.
void draw_choice(Stage& stage, Box const& box, Choice const& choice) {
    Canvas& canvas = stage.canvas;
    Key const key{.name = choice.label,
                  .id = stage.act(choice.what),
                  .look = choice.chosen ? KeyLook::chosen : KeyLook::plain,
                  .is_one_of = true};
    canvas.key(box, key, [&] {
        Row row(inset(face(box), pad, 0), space::s);
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
constexpr Width language_width{380, 4};
constexpr Width size_width{340, 3};

int columns_of(Stage& stage, Box const& box, std::vector<Choice> const& choices, Width const& keys) {
    int const comfortable = columns_in(box.w, keys.narrowest * stage.em(), gap, keys.most);
    for (int columns = keys.most; columns > comfortable; --columns) {
        float const room = room_in(column_width(box.w, columns, gap));
        bool const all_fit = std::ranges::all_of(
            choices, [&](Choice const& choice) { return stage.canvas.width_of(choice.label, choice.type) <= room; });
        if (all_fit) return columns;
    }
    return comfortable;
}

float draw_choices(Stage& stage, Box const& box, std::vector<Choice> const& choices, Width const& keys) {
    constexpr float lowest = 108;
    constexpr float air = 40;  ///< above and below a word together
    Tiles tiles = Tiles::across(box, columns_of(stage, box, choices, keys), gap);
    float const room = room_in(tiles.first.w);
    auto const height = [&](Choice const& choice) {
        return stage.canvas.height_of(room, choice.label, choice.type) + air;
    };
    tiles.first.h = largest(choices, height, lowest);
    return draw_list(stage.canvas, tiles, choices,
                     [&](Box const& place, Choice const& choice) { draw_choice(stage, place, choice); });
}

std::vector<Choice> language_choices(Stage& stage) {
    std::vector<Choice> choices;
    for (Language const& language : stage.terminal.languages) {
        Type const type{.role = TypeRole::card_title,
                        .alignment = language.right_to_left == stage.canvas.style().right_to_left ? Alignment::start
                                                                                                  : Alignment::end,
                        .line_height = language.right_to_left ? letters::taller_line : letters::close_line,
                        .language = language.code};
        choices.push_back(
            {language.endonym, type, language.code == stage.visit.language, ChooseLanguage{language.code}});
    }
    return choices;
}

/// Each in letters of its own size; `share` brings the three nearer to each other.
std::vector<Choice> size_choices(Stage& stage, float share) {
    struct Size {
        TextSize size;
        std::string_view key;
        float em;
    };
    static constexpr std::array sizes{Size{TextSize::normal, "language.normal", letters::key},
                                      Size{TextSize::large, "language.large", 36},
                                      Size{TextSize::largest, "language.largest", 46}};
    constexpr float smallest = 24;
    std::vector<Choice> choices;
    for (Size const& one : sizes)
        choices.push_back({stage.say(one.key),
                           {.role = TypeRole::card_title, .size = smallest + (one.em - smallest) * share},
                           one.size == stage.visit.text_size,
                           ChooseTextSize{one.size}});
    return choices;
}

/// In one row where their words can be brought to stand in it.
std::vector<Choice> size_choices_in(Stage& stage, Box const& box) {
    for (float const share : {1.0F, 0.75F, 0.5F}) {
        auto choices = size_choices(stage, share);
        if (columns_of(stage, box, choices, size_width) == size_width.most) return choices;
    }
    return size_choices(stage, 1);
}

float draw_languages(Stage& stage, Box const& box) {
    Flow flow(box);
    flow.add(draw_section(stage, flow.rest(), "language", stage.say("language.language")));
    return flow.add(draw_choices(stage, flow.rest(), language_choices(stage), language_width)).height();
}

float draw_sizes(Stage& stage, Box const& box) {
    Flow flow(box);
    flow.add(draw_section(stage, flow.rest(), "text-size", stage.say("language.text_size")));
    return flow.add(draw_choices(stage, flow.rest(), size_choices_in(stage, box), size_width)).height();
}

/// What can be seen of a page before it is scrolled.
float page_height(Stage& stage) {
    Theme const& theme = stage.canvas.theme();
    return theme.sill().y - theme.content().y - space::xs;
}

}  // namespace

/// Whoever needs larger letters finds their keys on the first page: below the languages, or above them where these fill
/// it.
void draw_language(Stage& stage) {
    draw_page(stage, {heading(stage)}, [&](Box const& box) {
        Box const column{box.x, box.y, box.w, 0};
        float const first = stage.canvas.measure([&] { return draw_languages(stage, column); });
        float const second = stage.canvas.measure([&] { return draw_sizes(stage, column); });
        bool const in_order = first + between + second <= page_height(stage);
        Flow flow(column);
        flow.skip(space::xs);
        flow.add(in_order ? draw_languages(stage, flow.rest()) : draw_sizes(stage, flow.rest())).skip(between);
        flow.add(in_order ? draw_sizes(stage, flow.rest()) : draw_languages(stage, flow.rest()));
        return flow.skip(space::m).height();
    });
}

}  // namespace halte
