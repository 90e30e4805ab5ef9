#include <algorithm>

#include "list.h"

namespace halte {
namespace {

/// Where things stand on the first screen, and how large they are.
struct Places {
    float side = 0;
    float top = 0;
    float keys_top = 0;  ///< 0: right below the titles
    float title = 0;     ///< em
    float place = 26;    ///< em
    float gap = 28;      ///< between keys
    float least = 120;   ///< height of a key
    float most = 228;
    float narrowest = 340;  ///< width of a key
    float pad = 40;         ///< beside the words of a key
    float below = 40;       ///< between the keys and the sill
    float under_title = 8;
    bool place_line = true;
    bool other_titles = true;
};

Places roomy(Stage const& stage) {
    switch (stage.shape()) {
        case ShapeClass::portrait:
            return {.side = 96, .top = 150, .keys_top = 470, .title = 64};
        case ShapeClass::small:
            return {.side = 80, .top = 44, .keys_top = 246, .title = 52, .most = 152};
        case ShapeClass::landscape:
            break;
    }
    return {.side = 120, .top = 84, .keys_top = 330, .title = 60};
}

/// Closer together, for screens that are low or narrow, and for many languages.
Places close(Stage const& stage) {
    return {.side = std::max(40.0F, stage.canvas.theme().margin()),
            .top = 24,
            .title = 46,
            .gap = 20,
            .least = 104,
            .most = 152,
            .narrowest = 300,
            .pad = 28,
            .below = 24};
}

/// As close as the millimetres of keys and letters allow.
Places dense(Stage const& stage) {
    return {.side = stage.canvas.theme().margin(),
            .top = 7,
            .title = 32,
            .place = 22,
            .gap = 13,
            .least = 82,
            .most = 104,
            .narrowest = 230,
            .pad = 20,
            .below = 6,
            .under_title = 0,
            .other_titles = false};
}

std::string place_of(Terminal const& terminal) {
    if (terminal.place_name.empty() || terminal.place_detail.empty())
        return terminal.place_name + terminal.place_detail;
    return isolated(terminal.place_name) + "\u2002·\u2002" + isolated(terminal.place_detail);
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
                        .written = Written{language.code, language.script}};
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

/// Gives where they end.
float draw_titles(Stage& stage, Places const& places, float top) {
    Canvas& canvas = stage.canvas;
    Box const column = column_of(stage, places);
    float y = top + places.top;
    if (places.place_line)
        y += canvas.words({column.x, y, column.w, 0}, place_of(stage.terminal),
                          place_type({.role = TypeRole::body, .colour = Colour::ink_soft, .size = places.place},
                                     place_of(stage.terminal)));
    y += canvas.words({column.x, y + 4, column.w, 0}, stage.say("welcome.title"),
                      {.role = TypeRole::title, .size = places.title, .heading = true}) +
         places.under_title;
    if (!places.other_titles) return y;
    Type const line{.role = TypeRole::body, .line_height = 1.5F, .size = 28.0F};
    draw_other_titles(stage, {column.x, y, column.w, 0});
    return y + canvas.line_of(line);
}

struct LanguageLook {
    Type greeting;
    Type name;
};

LanguageLook look_of(Stage const& stage, float height, Language const& language) {
    Written const written{language.code, language.script};
    bool const tall = metrics_of(language.script).tall;
    bool const low = height < 104;
    LanguageLook look{
        {.role = TypeRole::title, .line_height = tall ? 1.6F : 1.3F, .written = written},
        {.role = TypeRole::lead, .colour = Colour::ink_soft, .line_height = tall ? 1.6F : 1.3F, .written = written}};
    look.greeting.size = low ? 30.0F : height < 180 ? 40.0F : 48.0F;
    look.name.size = low ? 22.0F : height < 180 ? 26.0F : 30.0F;
    if (height < 120 && tall) look.greeting.line_height = look.name.line_height = 1.4F;
    bool const own_start = language.right_to_left == stage.canvas.style().right_to_left();
    look.greeting.alignment = look.name.alignment = own_start ? Alignment::start : Alignment::end;
    return look;
}

void draw_language_key(Stage& stage, Box const& box, float pad, Language const& language) {
    Canvas& canvas = stage.canvas;
    LanguageLook const look = look_of(stage, box.h, language);
    Key const key{.name = language.endonym, .id = stage.act(ChooseLanguage{language.code}), .radius = 28};
    canvas.key(box, key, [&] {
        float const inside = box.w - 2 * pad;
        float const first = canvas.height_of(inside, language.greeting, look.greeting);
        float const second = canvas.height_of(inside, language.endonym, look.name);
        float const y = box.y + (box.h - first - second) / 2 - 2;
        canvas.words({box.x + pad, y, inside, first}, language.greeting, look.greeting);
        canvas.words({box.x + pad, y + first, inside, second}, language.endonym, look.name);
    });
}

/// Every greeting and every name on one line of its own.
bool words_fit(Stage& stage, float width, float height) {
    return std::ranges::all_of(stage.terminal.languages, [&](Language const& language) {
        LanguageLook const look = look_of(stage, height, language);
        return stage.canvas.width_of(language.greeting, look.greeting) <= width &&
               stage.canvas.width_of(language.endonym, look.name) <= width;
    });
}

/// The keys of the languages in the room there is; or as low as they may be, where there is less.
Tiles tiles_of(Stage& stage, Places const& places, float room) {
    Box const column = column_of(stage, places);
    int const count = int(stage.terminal.languages.size());
    int const most = stage.shape() == ShapeClass::landscape ? 4 : count > 12 ? 3 : 2;
    Tiles tiles{.first = {column.x, 0, 0, 0}, .gap = places.gap};
    tiles.columns = std::clamp(int((column.w + places.gap) / (places.narrowest + places.gap)), 1, most);
    for (;; --tiles.columns) {
        float const rows = float(tiles.rows(count));
        tiles.first.w = (column.w - places.gap * float(tiles.columns - 1)) / float(tiles.columns);
        tiles.first.h = std::clamp((room - places.gap * (rows - 1)) / rows, places.least, places.most);
        if (tiles.columns == 1 || words_fit(stage, tiles.first.w - 2 * places.pad, tiles.first.h)) return tiles;
    }
}

float keys_top(Stage& stage, Places const& places) {
    float const titles = stage.canvas.measure([&] { return draw_titles(stage, places, 0); });
    return std::max(places.keys_top, titles + (places.keys_top > 0 ? 0 : places.gap / 2));
}

float room_for_keys(Stage& stage, Places const& places) {
    return stage.canvas.theme().sill().y - keys_top(stage, places) - places.below;
}

bool fits(Stage& stage, Places const& places) {
    float const room = room_for_keys(stage, places);
    Tiles const tiles = tiles_of(stage, places, room);
    return tiles.height(int(stage.terminal.languages.size())) <= room;
}

/// Titles and keys; gives the height they take.
float draw_all(Stage& stage, Places const& places, float top) {
    draw_titles(stage, places, top);
    Tiles tiles = tiles_of(stage, places, room_for_keys(stage, places));
    tiles.first.y = top + keys_top(stage, places);
    int const count = int(stage.terminal.languages.size());
    auto const draw_key = [&](int at) {
        draw_language_key(stage, tiles.at(at), places.pad, stage.terminal.languages[std::size_t(at)]);
    };
    stage.canvas.list([&] {
        for (int at = 0; at < count; ++at) stage.canvas.item([&] { draw_key(at); });
    });
    return tiles.first.y + tiles.height(count) + places.below - top;
}

}  // namespace

/// Neutral: no word and no picture here says what the terminal is for. No exit either: there is nothing to leave.
/// Everything stands on one page where it can; the line of the place gives way to the languages, and else the page
/// scrolls.
void draw_welcome(Stage& stage) {
    Theme const& theme = stage.canvas.theme();
    stage.canvas.landscape(picture_scale(theme));
    Places own_title = close(stage);
    own_title.other_titles = false;
    Places without_place = dense(stage);
    without_place.place_line = false;
    for (Places const& places : {roomy(stage), close(stage), own_title, dense(stage), without_place}) {
        if (!fits(stage, places)) continue;
        draw_all(stage, places, 0);
        return draw_sill(stage, Exit::absent);
    }
    stage.canvas.scroll({0, 0, theme.width(), theme.sill().y}, stage.visit.here().scroll,
                        [&](Box const& box) { return draw_all(stage, dense(stage), box.y); });
    draw_sill(stage, Exit::absent);
}

}  // namespace halte
