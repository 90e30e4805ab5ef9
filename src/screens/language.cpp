#include <algorithm>

#include "card.h"
#include "list.h"

namespace halte {
namespace {

constexpr float gap = 20;

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
                  .action = stage.act(choice.what),
                  .look = choice.chosen ? KeyLook::chosen : KeyLook::plain};
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

float draw_choices(Stage& stage, Box const& box, std::vector<Choice> const& choices, float narrowest, int most) {
    int const columns = std::clamp(int((box.w + gap) / (narrowest * stage.em() + gap)), 1, most);
    float const width = (box.w - gap * float(columns - 1)) / float(columns);
    float height = 108;
    for (Choice const& choice : choices)
        height = std::max(height, stage.canvas.height_of(width - 56 - 52, choice.label, choice.type) + 40);
    int const count = int(choices.size());
    Tiles const tiles{{box.x, box.y, width, height}, columns, gap};
    for (int at = 0; at < count; ++at) draw_choice(stage, tiles.at(at), choices[std::size_t(at)]);
    return tiles.height(count);
}

std::vector<Choice> language_choices(Stage& stage) {
    std::vector<Choice> choices;
    for (Language const& language : stage.terminal.languages) {
        Type const type{.role = TypeRole::card_title,
                        .alignment = language.right_to_left == stage.canvas.style().right_to_left ? Alignment::start
                                                                                                  : Alignment::end,
                        .line_height = language.right_to_left ? 1.6F : 1.24F,
                        .language = language.code};
        choices.push_back(
            {language.endonym, type, language.code == stage.visit.language, ChooseLanguage{language.code}});
    }
    return choices;
}

std::vector<Choice> size_choices(Stage& stage) {
    struct Size {
        TextSize size;
        std::string_view key;
        float em;
    };
    static constexpr std::array sizes{Size{TextSize::normal, "language.normal", 28},
                                      Size{TextSize::large, "language.large", 36},
                                      Size{TextSize::largest, "language.largest", 46}};
    std::vector<Choice> choices;
    for (Size const& one : sizes)
        choices.push_back({stage.say(one.key),
                           {.role = TypeRole::card_title, .size = one.em},
                           one.size == stage.visit.text_size,
                           ChooseTextSize{one.size}});
    return choices;
}

}  // namespace

void draw_language(Stage& stage) {
    draw_page(stage, {stage.say("language.title")}, [&](Box const& box) {
        float y = box.y + 8;
        y += draw_section(stage, {box.x, y, box.w, 0}, "language", stage.say("language.language"));
        y += draw_choices(stage, {box.x, y, box.w, 0}, language_choices(stage), 380, 4) + 40;
        y += draw_section(stage, {box.x, y, box.w, 0}, "text-size", stage.say("language.text_size"));
        y += draw_choices(stage, {box.x, y, box.w, 0}, size_choices(stage), 340, 3) + 24;
        return y - box.y;
    });
}

}  // namespace halte
