#include <algorithm>

#include "list.h"

namespace halte {
namespace {

/// Where things stand on the first screen, for each shape of screen.
struct Places {
    float side;
    float top;
    float keys_top;
    float title;  ///< em
};

Places places_of(Stage const& stage) {
    switch (stage.shape()) {
        case ShapeClass::portrait:
            return {96, 150, 470, 64};
        case ShapeClass::small:
            return {80, 44, 246, 52};
        case ShapeClass::landscape:
            break;
    }
    return {120, 84, 330, 60};
}

std::string place_of(Terminal const& terminal) {
    if (terminal.place_name.empty() || terminal.place_detail.empty())
        return terminal.place_name + terminal.place_detail;
    return terminal.place_name + "\u2002·\u2002" + terminal.place_detail;
}

/// The title in the terminal's other languages, as many as one line holds.
void draw_other_titles(Stage& stage, Box const& line) {
    float x = line.x;
    for (Language const& language : stage.terminal.languages) {
        if (language.code == stage.visit.language) continue;
        Text const title = stage.directory.phrase("welcome.title", {language.code, stage.terminal.profile, {}});
        Type const type{.role = TypeRole::body,
                        .colour = Colour::ink_soft,
                        .line_height = 1.5F,
                        .size = 28.0F,
                        .language = language.code};
        float const width = stage.canvas.width_of(title.words, type);
        float const gap = x > line.x ? 36 : 0;
        if (x + gap + width > line.right()) return;
        if (gap > 0)
            stage.canvas.words({x, line.y, gap, line.h}, "·",
                               {.role = TypeRole::body,
                                .colour = Colour::ink_soft,
                                .alignment = Alignment::centre,
                                .line_height = 1.5F,
                                .size = 28.0F});
        stage.canvas.words({x + gap, line.y, width, line.h}, title.words, type);
        x += gap + width;
    }
}

/// What titles and keys share: from edge to edge, but no wider than an eye follows.
Box column_of(Stage const& stage, Places const& places) {
    float const whole = stage.canvas.theme().width();
    float const width = std::min(whole - 2 * places.side, 2000.0F);
    return {(whole - width) / 2, 0, width, 0};
}

void draw_titles(Stage& stage, Places const& places) {
    Canvas& canvas = stage.canvas;
    Box const column = column_of(stage, places);
    float y = places.top;
    y += canvas.words({column.x, y, column.w, 0}, place_of(stage.terminal),
                      {.role = TypeRole::body, .colour = Colour::ink_soft, .size = 26.0F, .language = "fr"});
    y += canvas.words({column.x, y + 4, column.w, 0}, stage.say("welcome.title"),
                      {.role = TypeRole::title, .size = places.title}) +
         8;
    draw_other_titles(stage, {column.x, y, column.w, 0});
}

void draw_language_key(Stage& stage, Box const& box, Language const& language) {
    Canvas& canvas = stage.canvas;
    bool const own_start = language.right_to_left == canvas.style().right_to_left;
    Alignment const alignment = own_start ? Alignment::start : Alignment::end;
    bool const arabic = language.right_to_left;
    Type const greeting{.role = TypeRole::title,
                        .alignment = alignment,
                        .line_height = arabic ? 1.6F : 1.3F,
                        .size = box.h < 180 ? 40.0F : 48.0F,
                        .language = language.code};
    Type const name{.role = TypeRole::lead,
                    .colour = Colour::ink_soft,
                    .alignment = alignment,
                    .line_height = arabic ? 1.6F : 1.3F,
                    .size = box.h < 180 ? 26.0F : 30.0F,
                    .language = language.code};
    Key const key{.name = language.endonym, .action = stage.act(ChooseLanguage{language.code}), .radius = 28};
    canvas.key(box, key, [&] {
        float const inside = box.w - 80;
        float const first = canvas.height_of(inside, language.greeting, greeting);
        float const second = canvas.height_of(inside, language.endonym, name);
        float const y = box.y + (box.h - first - second) / 2 - 2;
        canvas.words({box.x + 40, y, inside, first}, language.greeting, greeting);
        canvas.words({box.x + 40, y + first, inside, second}, language.endonym, name);
    });
}

int columns_of(Stage const& stage, float width) {
    constexpr float narrowest = 340;
    constexpr float gap = 28;
    int const most = stage.shape() == ShapeClass::landscape ? 4 : stage.terminal.languages.size() > 12 ? 3 : 2;
    return std::clamp(int((width + gap) / (narrowest + gap)), 1, most);
}

void draw_keys(Stage& stage, Places const& places) {
    constexpr float gap = 28;
    Theme const& theme = stage.canvas.theme();
    Box const column = column_of(stage, places);
    int const columns = columns_of(stage, column.w);
    int const count = int(stage.terminal.languages.size());
    int const rows = (count + columns - 1) / columns;
    float const room = theme.sill().y - places.keys_top - 40;
    float const comfortable = stage.shape() == ShapeClass::small ? 152 : 228;
    float const height = std::clamp((room - gap * float(rows - 1)) / float(rows), 120.0F, comfortable);
    float const key_width = (column.w - gap * float(columns - 1)) / float(columns);
    Tiles const tiles{{column.x, places.keys_top, key_width, height}, columns, gap};
    for (int at = 0; at < count; ++at)
        draw_language_key(stage, tiles.at(at), stage.terminal.languages[std::size_t(at)]);
}

}  // namespace

/// Neutral: no word and no picture here says what the terminal is for. No exit either: there is nothing to leave.
void draw_welcome(Stage& stage) {
    stage.canvas.landscape(picture_scale(stage.shape()));
    Places const places = places_of(stage);
    draw_titles(stage, places);
    draw_keys(stage, places);
    draw_sill(stage, Exit::absent);
}

}  // namespace halte
