#include <algorithm>
#include <charconv>

#include "list.h"
#include "place_keys.h"

namespace halte {
namespace {

/// Five columns of six, the last one for what is not among them.
constexpr std::size_t first_page = 29;
/// Two screens of them, and the key to the next page.
constexpr std::size_t on_a_page = 59;

constexpr float close_line = 1.4F;  ///< em, of lines that stand close

std::string province_words(Stage& stage, std::string const& province) { return stage.say("province." + province); }

PlaceKey key_of(Stage& stage, Town const& town, std::string line) {
    return {.name = town.name,
            .name_language = town.name_language,
            .local_name = town.local_name,
            .line = std::move(line),
            .chosen = town.id == stage.visit.town,
            .what = ChooseTown{town.id}};
}

/// Where the terminal stands; all of Belgium where nobody has said that. Chosen until another place is.
PlaceKey key_of_here(Stage& stage, std::optional<Town> const& here) {
    PlaceKey key = here ? key_of(stage, *here, stage.say("places.here"))
                        : PlaceKey{.name = stage.say("places.anywhere"),
                                   .name_language = {},
                                   .local_name = {},
                                   .line = stage.say("places.no_distance"),
                                   .what = {}};
    key.chosen = stage.visit.town.empty();
    key.what = ChooseTown{};
    return key;
}

void leave_out(std::vector<Town>& towns, std::string const& id) {
    std::erase_if(towns, [&](Town const& town) { return town.id == id; });
}

/// Here, the place that was chosen when it is none of the others, then the largest ones by their letters.
std::vector<PlaceKey> keys_of_first_page(Stage& stage) {
    Viewpoint const terminal{stage.visit.language, stage.terminal.profile, stage.terminal.coordinates};
    auto const here = stage.directory.nearest_town(terminal);
    std::vector<PlaceKey> keys{key_of_here(stage, here)};
    std::vector<Town> towns = stage.directory.first_towns(terminal);
    if (here) leave_out(towns, here->id);
    towns.resize(std::min(towns.size(), first_page - keys.size()));
    auto const chosen = stage.directory.town(stage.visit.town, terminal);
    if (chosen && std::ranges::find(towns, chosen->id, &Town::id) == towns.end() && !towns.empty()) {
        towns.pop_back();
        keys.push_back(key_of(stage, *chosen, province_words(stage, chosen->province)));
    }
    std::ranges::sort(towns, {}, &Town::name);
    for (Town const& town : towns) keys.push_back(key_of(stage, town, province_words(stage, town.province)));
    keys.push_back({.name = stage.say("places.other"),
                    .name_language = {},
                    .local_name = {},
                    .line = {},
                    .icon = "pin",
                    .what = Open{Screen::places, "provinces"}});
    return keys;
}

std::vector<PlaceKey> keys_of_provinces(Stage& stage) {
    std::vector<PlaceKey> keys;
    for (std::string const& province : stage.directory.provinces())
        keys.push_back({.name = province_words(stage, province),
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

std::vector<PlaceKey> keys_of_province(Stage& stage, ProvincePage const& page) {
    std::vector<PlaceKey> keys;
    auto const towns = stage.directory.towns(page.province, stage.viewpoint);
    std::size_t const first = (page.number - 1) * on_a_page;
    for (std::size_t at = first; at < std::min(towns.size(), first + on_a_page); ++at)
        keys.push_back(key_of(stage, towns[at], {}));
    if (first + on_a_page < towns.size())
        keys.push_back({.name = stage.say("places.smaller"),
                        .name_language = {},
                        .local_name = {},
                        .line = {},
                        .icon = "pin",
                        .what = Open{Screen::places, page.province + "/" + std::to_string(page.number + 1)}});
    return keys;
}

/// The page's name and what it does, beside each other where there is room.
float draw_title(Stage& stage, Box const& box, std::string const& title, std::string const& intro) {
    constexpr float apart = space::xxxl;
    constexpr float lift = -8;  ///< the smaller words stand lower, nearer to the title's own line
    Canvas& canvas = stage.canvas;
    Type large{.role = TypeRole::title, .heading = true};
    if (stage.tall_script()) large.line_height = close_line;
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
void draw_keys_page(Stage& stage, std::string const& title, std::string const& intro,
                    std::vector<PlaceKey> const& keys) {
    bool const little_room = stage.canvas.theme().compact();
    Type const small{.role = TypeRole::caption, .colour = Colour::ink_soft, .line_height = close_line};
    draw_page(stage, {little_room ? title : ""}, [&](Box const& box) {
        Flow flow({box.x, box.y, box.w, 0});
        flow.skip(space::xxs);
        if (!little_room)
            flow.add(draw_title(stage, flow.rest(), title, intro)).skip(stage.tall_script() ? space::snug : space::xs);
        flow.add(draw_place_keys(stage, flow.rest(), keys)).skip(space::s);
        flow.add(stage.canvas.words(flow.rest(), stage.say("places.source"), small));
        return flow.skip(space::xs).height();
    });
}

}  // namespace

void draw_places(Stage& stage) {
    std::string const& subject = stage.visit.here().subject;
    if (subject.empty())
        return draw_keys_page(stage, stage.say("places.title"), stage.say("places.intro"), keys_of_first_page(stage));
    if (subject == "provinces")
        return draw_keys_page(stage, stage.say("places.provinces"), "", keys_of_provinces(stage));
    ProvincePage const page = page_of(subject);
    draw_keys_page(stage, province_words(stage, page.province), "", keys_of_province(stage, page));
}

}  // namespace halte
