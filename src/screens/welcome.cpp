#include <algorithm>
#include <array>

#include "list.h"

namespace halte {
namespace {

/// Where things stand on the first screen, and how large they are.
struct Places {
    float side = 0;
    float top = 0;
    float keys_top = 0;       ///< 0: right below the titles
    float title = 0;          ///< em
    float place = 26;         ///< em
    float gap = space::xxl;   ///< between keys
    float least = key::high;  ///< height of a key
    float most = 228;
    float narrowest = 340;  ///< width of a key
    float pad = 40;         ///< beside the words of a key
    float below = 40;       ///< between the keys and the sill
    float under_title = space::xs;
    bool place_line = true;
    bool other_titles = true;
};

Places roomy(ScreenContext const& screen) {
    switch (screen.shape()) {
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
Places close(ScreenContext const& screen) {
    return {.side = std::max(40.0F, screen.canvas.theme().margin()),
            .top = space::xl,
            .title = 46,
            .gap = space::l,
            .least = 104,
            .most = 152,
            .narrowest = 300,
            .pad = space::xxl,
            .below = space::xl};
}

/// As close as the least size of keys and letters allows.
Places dense(ScreenContext const& screen) {
    return {.side = screen.canvas.theme().margin(),
            .top = 7,
            .title = 32,
            .place = 22,
            .gap = 13,
            .least = 82,
            .most = 104,
            .narrowest = 230,
            .pad = space::l,
            .below = 6,
            .under_title = 0,
            .other_titles = false};
}

/// Without the titles in other languages, as far as they are not left out already.
Places with_own_title(ScreenContext const& screen) {
    Places places = close(screen);
    places.other_titles = false;
    return places;
}

Places without_place(ScreenContext const& screen) {
    Places places = dense(screen);
    places.place_line = false;
    return places;
}

/// The roomiest first.
std::array<Places, 5> all_places(ScreenContext const& screen) {
    return {roomy(screen), close(screen), with_own_title(screen), dense(screen), without_place(screen)};
}

/// Whether the keys stand in the lower 55 %: on an upright screen they do in any case.
bool stands_low(ScreenContext const& screen) {
    return screen.canvas.theme().low() || screen.shape() == ShapeClass::portrait;
}

std::string place_of(Terminal const& terminal) {
    if (terminal.place_name.empty() || terminal.place_detail.empty())
        return terminal.place_name + terminal.place_detail;
    return isolated(terminal.place_name) + "\u2002·\u2002" + isolated(terminal.place_detail);
}

Type other_title(Written const& written) {
    return {.role = TypeRole::body,
            .colour = Colour::ink_soft,
            .line_height = letters::tall_line,
            .size = letters::key,
            .written = written};
}

/// The title in the terminal's other languages, as many as one line holds.
void draw_other_titles(ScreenContext& screen, Box const& line) {
    constexpr float between = 36;
    Type dot = other_title({});
    dot.alignment = Alignment::centre;
    Row row(line);
    bool first = true;
    for (Language const& language : screen.terminal.languages) {
        if (language.code == screen.visit.language) continue;
        Text const title = screen.directory.phrase("welcome.title", {language.code, screen.terminal.profile, {}});
        Type const type = other_title(Written{language.code, language.script});
        float const width = screen.canvas.width_of(title.words, type);
        if ((first ? 0 : between) + width > row.rest().w) return;
        if (!first) screen.canvas.words(row.start(between), "·", dot);
        screen.canvas.words(row.start(width), title.words, type);
        first = false;
    }
}

/// The column of titles and keys: from edge to edge, but not wider than one can read at a glance.
Box column_of(ScreenContext const& screen, Places const& places) {
    constexpr float widest = 2000;
    float const whole = screen.canvas.theme().width();
    return centred_across({0, 0, whole, 0}, std::min(whole - 2 * places.side, widest));
}

/// Gives the y at which they end.
float draw_titles(ScreenContext& screen, Places const& places, float top) {
    Canvas& canvas = screen.canvas;
    Box column = column_of(screen, places);
    column.y = top + places.top;
    Flow flow(column);
    std::string const place = place_of(screen.terminal);
    Type const soft = {.role = TypeRole::body, .colour = Colour::ink_soft, .size = places.place};
    if (places.place_line) flow.add(canvas.words(flow.rest(), place, place_type(soft, place)));
    Box const title = flow.rest();
    flow.add(canvas.words({title.x, title.y + space::xxs, title.w, 0}, screen.say("welcome.title"),
                          {.role = TypeRole::title, .size = places.title, .heading = true}));
    flow.skip(places.under_title);
    if (!places.other_titles) return flow.y();
    draw_other_titles(screen, flow.rest());
    return flow.add(canvas.line_of(other_title({}))).y();
}

/// The two lines of a key, the larger one first.
struct LanguageLook {
    std::string first_words;
    std::string second_words;
    Type first;
    Type second;
};

/// Sizes of the two lines, in em, for keys from that height on.
struct LanguageSizes {
    float from;
    float first;
    float second;
};
constexpr std::array sizes_by_height{LanguageSizes{key::lead, 48, 30}, LanguageSizes{104, letters::answer, 26},
                                     LanguageSizes{0, 30, 22}};

/// The place's own languages greet. Of the others several greet alike, and a reader looks for the name.
bool greets(ScreenContext const& screen, Language const& language) {
    constexpr std::ptrdiff_t first_languages = 4;
    auto const& all = screen.terminal.languages;
    return std::ranges::find(all, language.code, &Language::code) - all.begin() < first_languages;
}

LanguageLook look_of(ScreenContext const& screen, float height, Language const& language) {
    constexpr float line = 1.3F;
    constexpr float close_line = 1.4F;
    Written const written{language.code, language.script};
    auto const sizes = std::ranges::find_if(sizes_by_height, [&](auto const& one) { return height >= one.from; });
    LanguageLook look{language.greeting,
                      language.endonym,
                      {.role = TypeRole::title, .size = sizes->first, .written = written},
                      {.role = TypeRole::lead, .colour = Colour::ink_soft, .size = sizes->second, .written = written}};
    if (!greets(screen, language)) std::swap(look.first_words, look.second_words);
    float const tall = height < key::high ? close_line : letters::taller_line;
    look.first.line_height = look.second.line_height = metrics_of(language.script).tall ? tall : line;
    bool const own_start = language.right_to_left == screen.canvas.style().right_to_left();
    look.first.alignment = look.second.alignment = own_start ? Alignment::start : Alignment::end;
    return look;
}

void draw_language_key(ScreenContext& screen, Box const& box, float pad, Language const& language) {
    Canvas& canvas = screen.canvas;
    LanguageLook const look = look_of(screen, box.h, language);
    Key const key{
        .name = language.endonym, .id = screen.act(ChooseLanguage{language.code}), .radius = corner::large_key};
    canvas.key(box, key, [&] {
        Box const inside = inset(face(box, lip::large_key), pad, 0);
        float const first = canvas.height_of(inside.w, look.first_words, look.first);
        float const second = canvas.height_of(inside.w, look.second_words, look.second);
        Flow flow(centred(inside, first + second));
        canvas.words(flow.take(first), look.first_words, look.first);
        canvas.words(flow.take(second), look.second_words, look.second);
    });
}

/// Whether every greeting and every name stands in one line.
bool words_fit(ScreenContext& screen, float width, float height) {
    return std::ranges::all_of(screen.terminal.languages, [&](Language const& language) {
        LanguageLook const look = look_of(screen, height, language);
        return screen.canvas.width_of(look.first_words, look.first) <= width &&
               screen.canvas.width_of(look.second_words, look.second) <= width;
    });
}

/// The keys of the languages in the room there is; or as low as they may be, where there is less.
Tiles tiles_of(ScreenContext& screen, Places const& places, float room) {
    constexpr int in_landscape = 4;
    constexpr int in_low_landscape = 6;
    constexpr int many_languages = 12;
    Box const column = column_of(screen, places);
    int const count = int(screen.terminal.languages.size());
    bool const upright = screen.shape() == ShapeClass::portrait;
    int const few = screen.shape() == ShapeClass::landscape ? in_landscape : 2;
    int const many = upright ? 3 : stands_low(screen) ? in_low_landscape : in_landscape;
    int const most = count <= many_languages ? few : many;
    for (int columns = columns_in(column.w, places.narrowest, places.gap, most);; --columns) {
        Tiles tiles = Tiles::across(column, columns, places.gap);
        float const rows = float(tiles.rows(count));
        tiles.first.h = std::clamp((room - places.gap * (rows - 1)) / rows, places.least, places.most);
        if (columns == 1 || words_fit(screen, tiles.first.w - 2 * places.pad, tiles.first.h)) return tiles;
    }
}

float titles_end(ScreenContext& screen, Places const& places) {
    return screen.canvas.measure([&] { return draw_titles(screen, places, 0); });
}

float keys_top(ScreenContext& screen, Places const& places) {
    return std::max(places.keys_top, titles_end(screen, places) + (places.keys_top > 0 ? 0 : places.gap / 2));
}

/// Keys of `places` in the lower part, and above them the roomiest titles that end there.
Places lowered(ScreenContext& screen, Places places) {
    places.keys_top = screen.canvas.theme().low_top();
    for (Places const& titles : all_places(screen)) {
        places.top = titles.top;
        places.title = titles.title;
        places.place = titles.place;
        places.under_title = titles.under_title;
        places.place_line = titles.place_line;
        places.other_titles = titles.other_titles;
        if (titles_end(screen, places) + space::s <= places.keys_top) break;
    }
    return places;
}

float room_for_keys(ScreenContext& screen, Places const& places) {
    return screen.canvas.theme().sill().y - keys_top(screen, places) - places.below;
}

bool fits(ScreenContext& screen, Places const& places) {
    float const room = room_for_keys(screen, places);
    Tiles const tiles = tiles_of(screen, places, room);
    return tiles.height(int(screen.terminal.languages.size())) <= room;
}

/// From `top` on; gives the height they take.
float draw_keys(ScreenContext& screen, Places const& places, float top) {
    Tiles tiles = tiles_of(screen, places, room_for_keys(screen, places));
    tiles.first.y = top;
    return places.below +
           draw_list(screen.canvas, tiles, screen.terminal.languages, [&](Box const& box, Language const& language) {
               draw_language_key(screen, box, places.pad, language);
           });
}

void draw_on_one_page(ScreenContext& screen, Places const& places) {
    draw_titles(screen, places, 0);
    draw_keys(screen, places, keys_top(screen, places));
}

/// The keys alone scroll where they stand low, else the titles with them.
void draw_scrolling(ScreenContext& screen, Places const& places) {
    Theme const& theme = screen.canvas.theme();
    float const top = stands_low(screen) ? places.keys_top : 0;
    if (top > 0) draw_titles(screen, places, 0);
    Box const viewport{0, top, theme.width(), theme.sill().y - top};
    screen.canvas.scroll(viewport, screen.visit.here().scroll, [&](Box const& box) {
        if (top > 0) return draw_keys(screen, places, box.y);
        draw_titles(screen, places, box.y);
        float const keys = keys_top(screen, places);
        return keys + draw_keys(screen, places, box.y + keys);
    });
}

/// Where the keys stand low, between the titles and them, as large as has room; nothing where little has.
void draw_picture(ScreenContext& screen) {
    constexpr float above_keys = 40;
    constexpr float highest = 320;  ///< of the picture, at its scale of 1
    constexpr float smallest = 0.3F;
    float const scale = picture_scale(screen.canvas.theme());
    if (!stands_low(screen)) return screen.canvas.landscape(scale);
    float const ground = screen.canvas.theme().low_top() - above_keys;
    float const room = ground - titles_end(screen, lowered(screen, roomy(screen)));
    if (room > smallest * highest) screen.canvas.landscape(std::min(scale, room / highest), ground);
}

}  // namespace

/// No word and no picture here says what the terminal is for, and there is no exit because nothing is open yet.
/// It takes the roomiest of its layouts that shows every language at once: the titles in other languages are left out
/// first, then the name of the place. Where even that is not enough, the page scrolls.
void draw_welcome(ScreenContext& screen) {
    draw_picture(screen);
    auto const here = [&](Places const& places) { return stands_low(screen) ? lowered(screen, places) : places; };
    for (Places const& each : all_places(screen)) {
        Places const places = here(each);
        if (!fits(screen, places)) continue;
        draw_on_one_page(screen, places);
        return draw_sill(screen, Exit::absent);
    }
    draw_scrolling(screen, here(dense(screen)));
    draw_sill(screen, Exit::absent);
}

}  // namespace halte
