#include <algorithm>

#include "card.h"
#include "list.h"

namespace halte {
namespace {

constexpr float gap = 20;
constexpr float narrowest_size = 340;  ///< a key for a size of text
constexpr int most_sizes = 3;
constexpr float between = 32;  ///< the two sections

struct Choice {
    std::string label;
    Type type;
    bool chosen = false;
    What what;
};

/// A key with one word; the chosen one carries a tick as well as a ring.
void draw_choice(Stage& stage, Box const& box, Choice const& choice) {
    Canvas& canvas = stage.canvas;
    Key const key{.name = choice.label,
                  .id = stage.act(choice.what),
                  .look = choice.chosen ? KeyLook::chosen : KeyLook::plain,
                  .is_one_of = true};
    canvas.key(box, key, [&] {
        constexpr float icon = 40;
        float const room = box.w - 56 - (choice.chosen ? icon + 12 : 0);
        float const height = canvas.height_of(room, choice.label, choice.type);
        float const middle = box.y + box.h / 2 - 1.5F;
        canvas.words({box.x + 28, middle - height / 2, room, height}, choice.label, choice.type);
        if (choice.chosen)
            canvas.icon({box.right() - 28 - icon, middle - icon / 2, icon, icon}, "check", Colour::accent);
    });
}

float width_in(Box const& box, int columns) { return (box.w - gap * float(columns - 1)) / float(columns); }

/// Columns of a comfortable width; more where every label still stands on one line, as it does in large text.
int columns_of(Stage& stage, Box const& box, std::vector<Choice> const& choices, float narrowest, int most) {
    int const comfortable = std::clamp(int((box.w + gap) / (narrowest * stage.em() + gap)), 1, most);
    for (int columns = most; columns > comfortable; --columns) {
        float const room = width_in(box, columns) - 56 - 52;
        bool const all_fit = std::all_of(choices.begin(), choices.end(), [&](Choice const& choice) {
            return stage.canvas.width_of(choice.label, choice.type) <= room;
        });
        if (all_fit) return columns;
    }
    return comfortable;
}

float draw_choices(Stage& stage, Box const& box, std::vector<Choice> const& choices, float narrowest, int most) {
    int const columns = columns_of(stage, box, choices, narrowest, most);
    float const width = width_in(box, columns);
    float height = 108;
    for (Choice const& choice : choices)
        height = std::max(height, stage.canvas.height_of(width - 56 - 52, choice.label, choice.type) + 40);
    int const count = int(choices.size());
    Tiles const tiles{{box.x, box.y, width, height}, columns, gap};
    stage.canvas.list([&] {
        for (int at = 0; at < count; ++at)
            stage.canvas.item([&] { draw_choice(stage, tiles.at(at), choices[std::size_t(at)]); });
    });
    return tiles.height(count);
}

std::vector<Choice> language_choices(Stage& stage) {
    std::vector<Choice> choices;
    for (Language const& language : stage.terminal.languages) {
        Type const type{.role = TypeRole::card_title,
                        .alignment = language.right_to_left == stage.canvas.style().right_to_left() ? Alignment::start
                                                                                                    : Alignment::end,
                        .line_height = metrics_of(language.script).tall ? 1.6F : 1.24F,
                        .written = Written{language.code, language.script}};
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
    static constexpr std::array sizes{Size{TextSize::normal, "language.normal", 28},
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
        if (columns_of(stage, box, choices, narrowest_size, most_sizes) == most_sizes) return choices;
    }
    return size_choices(stage, 1);
}

float draw_languages(Stage& stage, Box const& box) {
    float const head = draw_section(stage, box, "language", stage.say("language.language"));
    return head + draw_choices(stage, {box.x, box.y + head, box.w, 0}, language_choices(stage), 380, 4);
}

float draw_sizes(Stage& stage, Box const& box) {
    float const head = draw_section(stage, box, "text-size", stage.say("language.text_size"));
    return head + draw_choices(stage, {box.x, box.y + head, box.w, 0}, size_choices_in(stage, box), narrowest_size,
                               most_sizes);
}

/// What can be seen of a page before it is scrolled.
float page_height(Stage& stage) {
    Theme const& theme = stage.canvas.theme();
    return theme.sill().y - theme.content().y - 8;
}

}  // namespace

/// Whoever needs larger letters finds their keys on the first page: below the languages, or above them where these fill
/// it.
void draw_language(Stage& stage) {
    draw_page(stage, {heading(stage)}, [&](Box const& box) {
        auto const languages = [&](float y) { return draw_languages(stage, {box.x, y, box.w, 0}); };
        auto const sizes = [&](float y) { return draw_sizes(stage, {box.x, y, box.w, 0}); };
        float const first = stage.canvas.measure([&] { return languages(0); });
        float const second = stage.canvas.measure([&] { return sizes(0); });
        bool const in_order = first + between + second <= page_height(stage);
        float const y = box.y + 8;
        float const above = in_order ? languages(y) : sizes(y);
        float const below = in_order ? sizes(y + above + between) : languages(y + above + between);
        return 8 + above + between + below + 16;
    });
}

}  // namespace halte
