#include <algorithm>
#include <charconv>

#include "list.h"
#include "place_keys.h"

namespace halte {
namespace {

/// Five columns of six, the last one for what is not among them.
constexpr std::size_t first_page = 29;
/// The other towns stand by province, the largest first: two screens of them, and the key to the next page.
constexpr std::size_t on_a_page = 59;

constexpr float close_line = 1.4F;  ///< em, of lines that stand close

std::string province_words(ScreenContext& screen, std::string const& province) {
    return screen.say("province." + province);
}

PlaceKey key_of(ScreenContext& screen, Town const& town, std::string line) {
    return {.name = town.name,
            .name_language = town.name_language,
            .local_name = town.local_name,
            .line = std::move(line),
            .chosen = town.id == screen.visit.town,
            .what = ChooseTown{town.id}};
}

/// Where the terminal stands; all of Belgium where nobody has said that. Chosen until another place is.
PlaceKey key_of_here(ScreenContext& screen, std::optional<Town> const& here) {
    PlaceKey key = here ? key_of(screen, *here, screen.say("places.here"))
                        : PlaceKey{.name = screen.say("places.anywhere"),
                                   .name_language = {},
                                   .local_name = {},
                                   .line = screen.say("places.no_distance"),
                                   .what = {}};
    key.chosen = screen.visit.town.empty();
    key.what = ChooseTown{};
    return key;
}

void leave_out(std::vector<Town>& towns, std::string const& id) {
    std::erase_if(towns, [&](Town const& town) { return town.id == id; });
}

/// Here, the place that was chosen when it is none of the others, then the largest ones by their letters.
std::vector<PlaceKey> keys_of_first_page(ScreenContext& screen) {
    Viewpoint const terminal{screen.visit.language, screen.terminal.profile, screen.terminal.coordinates};
    auto const here = screen.directory.nearest_town(terminal);
    std::vector<PlaceKey> keys{key_of_here(screen, here)};
    std::vector<Town> towns = screen.directory.first_towns(terminal);
    if (here) leave_out(towns, here->id);
    towns.resize(std::min(towns.size(), first_page - keys.size()));
    auto const chosen = screen.directory.town(screen.visit.town, terminal);
    if (chosen && std::ranges::find(towns, chosen->id, &Town::id) == towns.end() && !towns.empty()) {
        towns.pop_back();
        keys.push_back(key_of(screen, *chosen, province_words(screen, chosen->province)));
    }
    std::ranges::sort(towns, {}, &Town::name);
    for (Town const& town : towns) keys.push_back(key_of(screen, town, province_words(screen, town.province)));
    keys.push_back({.name = screen.say("places.other"),
                    .name_language = {},
                    .local_name = {},
                    .line = {},
                    .icon = "pin",
                    .what = Open{Screen::places, "provinces"}});
    return keys;
}

std::vector<PlaceKey> keys_of_provinces(ScreenContext& screen) {
    std::vector<PlaceKey> keys;
    for (std::string const& province : screen.directory.provinces())
        keys.push_back({.name = province_words(screen, province),
                        .name_language = {},
                        .local_name = {},
                        .line = {},
                        .what = Open{Screen::places, province}});
    std::ranges::sort(keys, {}, &PlaceKey::name);
    return keys;
}

/// "hainaut", and its later pages "hainaut/2", "hainaut/3".
struct ProvincePage {
    std::string province;
    std::size_t number = 1;
};
ProvincePage page_of(std::string const& subject) {
    auto const slash = subject.find('/');
    ProvincePage page{.province = subject.substr(0, slash)};
    if (slash != std::string::npos)
        std::from_chars(subject.data() + slash + 1, subject.data() + subject.size(), page.number);
    page.number = std::max<std::size_t>(page.number, 1);
    return page;
}

std::vector<PlaceKey> keys_of_province(ScreenContext& screen, ProvincePage const& page) {
    std::vector<PlaceKey> keys;
    auto const towns = screen.directory.towns(page.province, screen.viewpoint);
    std::size_t const first = (page.number - 1) * on_a_page;
    for (std::size_t at = first; at < std::min(towns.size(), first + on_a_page); ++at)
        keys.push_back(key_of(screen, towns[at], {}));
    if (first + on_a_page < towns.size())
        keys.push_back({.name = screen.say("places.smaller"),
                        .name_language = {},
                        .local_name = {},
                        .line = {},
                        .icon = "pin",
                        .what = Open{Screen::places, page.province + "/" + std::to_string(page.number + 1)}});
    return keys;
}

/// The page's name and what it does, beside each other where there is room.
float draw_title(ScreenContext& screen, Box const& box, std::string const& title, std::string const& intro) {
    constexpr float apart = space::xxxl;
    constexpr float lift = -8;  ///< the smaller words stand lower, nearer to the title's own line
    Canvas& canvas = screen.canvas;
    Type large{.role = TypeRole::title, .heading = true};
    if (screen.tall_script()) large.line_height = close_line;
    Type const soft{.role = TypeRole::body, .colour = Colour::ink_soft};
    float const width = canvas.width_of(title, large);
    if (width + apart + canvas.width_of(intro, soft) > box.w) {
        Flow flow(box);
        flow.add(canvas.words(flow.rest(), title, large));
        return flow.add(canvas.words(flow.rest(), intro, soft)).height();
    }
    Row row(box, apart);
    float const height = canvas.words(row.start(width), title, large);
    Box const beside{row.rest().x, box.y, row.rest().w, height};
    canvas.words(centred(face(beside, lift), canvas.line_of(soft)), intro, soft);
    return height;
}

/// A page of keys under its title, which stands in the header where there is little room.
void draw_keys_page(ScreenContext& screen, std::string const& title, std::string const& intro,
                    std::vector<PlaceKey> const& keys) {
    bool const little_room = screen.canvas.theme().compact();
    Type const small{.role = TypeRole::caption, .colour = Colour::ink_soft, .line_height = close_line};
    draw_page(screen, {little_room ? title : ""}, [&](Box const& box) {
        Flow flow(without_height(box));
        flow.skip(space::xxs);
        if (!little_room)
            flow.add(draw_title(screen, flow.rest(), title, intro))
                .skip(screen.tall_script() ? space::snug : space::xs);
        flow.add(draw_place_keys(screen, flow.rest(), keys)).skip(space::s);
        flow.add(screen.canvas.words(flow.rest(), screen.say("places.source"), small));
        return flow.skip(space::xs).height();
    });
}

}  // namespace

void draw_places(ScreenContext& screen) {
    std::string const& subject = screen.visit.here().subject;
    if (subject.empty())
        return draw_keys_page(screen, screen.say("places.title"), screen.say("places.intro"),
                              keys_of_first_page(screen));
    if (subject == "provinces")
        return draw_keys_page(screen, screen.say("places.provinces"), "", keys_of_provinces(screen));
    ProvincePage const page = page_of(subject);
    draw_keys_page(screen, province_words(screen, page.province), "", keys_of_province(screen, page));
}

}  // namespace halte
