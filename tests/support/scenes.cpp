#include "scenes.h"

#include <halte/offered.h>

#include <algorithm>
#include <cstdint>
#include <set>
#include <utility>

namespace halte::scenes {

std::vector<NamedShape> audited_shapes() {
    return {{"1024x768", {1024, 768, 15, 600}},   {"1920x1080", {1920, 1080, 21.5, 600}},
            {"1080x1920", {1080, 1920, 32, 600}}, {"3840x2160", {3840, 2160, 43, 600}},
            {"800x480", {800, 480, 7, 600}},      {"1024x600", {1024, 600, 10.1, 600}},
            {"1366x768", {1366, 768, 15.6, 600}}, {"1920x540", {1920, 540, 28, 600}}};
}

void choose(Visit& visit, Appearance const& appearance) {
    bool const is_first_screen = visit.path.size() == 1;
    visit.appearance =
        is_first_screen ? Appearance{.contrast = appearance.contrast, .reach = appearance.reach} : appearance;
}

void lead_by_keys(Visit& visit) {
    visit.hands = Hands::keys;
    visit.path.back().by_keys = true;
}

std::vector<std::string> codes_of(Directory const& directory) {
    std::vector<std::string> codes;
    for (Language const& language : directory.languages()) codes.push_back(language.code);
    return codes;
}

/// The first language of each kind, in their order.
template <class Kind>
static std::vector<std::string> first_of_each(Directory const& directory, Kind const& kind) {
    std::vector<std::string> codes;
    std::set<decltype(kind(Language{}))> known;
    for (Language const& language : directory.languages())
        if (known.insert(kind(language)).second) codes.push_back(language.code);
    return codes;
}

std::vector<std::string> codes_of_scripts(Directory const& directory) {
    return first_of_each(directory, [](Language const& each) { return each.script; });
}

std::vector<std::string> codes_of_directions(Directory const& directory) {
    return first_of_each(directory, [](Language const& each) { return each.right_to_left; });
}

/// Letters, not bytes, of what stands on its keys: those narrow the room most.
static std::size_t length_of(Directory const& directory, std::string const& language) {
    std::size_t letters = 0;
    for (Situation const& each : directory.situations({language, "hospital", {}}))
        for (char const byte : each.title.words + each.line.words) letters += (std::uint8_t(byte) & 0xC0U) != 0x80U;
    return letters;
}

std::vector<std::string> codes_to_measure(Directory const& directory) {
    auto codes = first_of_each(
        directory, [](Language const& each) { return std::pair(each.right_to_left, metrics_of(each.script).tall); });
    auto const all = codes_of(directory);
    auto const length = [&](std::string const& language) { return length_of(directory, language); };
    std::string const longest = *std::ranges::max_element(all, {}, length);
    if (std::ranges::find(codes, longest) == codes.end()) codes.push_back(longest);
    return codes;
}

Terminal example_terminal(Directory const& directory, std::string const& profile) {
    return {.place_name = "Hôpital de la Vallée",
            .place_detail = "Hall d’accueil",
            .address = "Chaussée de l’Exemple 12, Bruxelles, rez-de-chaussée",
            .profile = profile,
            .coordinates = Coordinates{50.847, 4.352},
            .languages = offered_languages(directory, profile, codes_of(directory), UnreadWords::all),
            .show_languages = show_languages_of(directory, {"fr", "nl"}),
            .interpreter_phone = "0000 00 00 00",
            .known_past = known_past(directory)};
}

Node const* page_key(AccessibilityTree const& tree) {
    auto const found = std::ranges::find(tree.nodes, true, &Node::turns_page);
    return found == tree.nodes.end() ? nullptr : &*found;
}

float page_turned(Canvas& canvas, Instant& now) {
    PixelRect const key = page_key(canvas.tree())->rect;
    auto const x = float(key.x + key.w / 2);
    auto const y = float(key.y + key.h / 2);
    float offset = 0;
    auto const take = [&](Outcome const& outcome) { offset = outcome.scrolled.value_or(offset); };
    take(canvas.finger({FingerPhase::down, x, y, now += Milliseconds(400)}));
    take(canvas.finger({FingerPhase::up, x, y, now += Milliseconds(60)}));
    while (canvas.moving()) take(canvas.advance(now += Milliseconds(300)));
    return offset;
}

Moment example_moment(Directory const& directory) {
    return {{.date = directory.as_of(), .weekday = 1, .minute = 10 * 60 + 24}, Instant{} + std::chrono::hours(1)};
}

namespace {

Visit standing_on(std::vector<Place> path, std::string const& language, TextSize size, Moment const& moment) {
    Visit visit;
    visit.phase = Phase::running;
    visit.path.insert(visit.path.end(), path.begin(), path.end());
    visit.language = language;
    visit.appearance.text_size = size;
    visit.last_sign = visit.last_choice = moment.now;
    return visit;
}

}  // namespace

std::vector<Scene> scenes(Directory const& directory, Terminal const& terminal, std::string const& language,
                          TextSize size, std::vector<std::string> const& services) {
    Moment const moment = example_moment(directory);
    Place const situations{Screen::situations, {}, 0};
    auto const on = [&](Screen screen, std::string const& subject = {}) {
        return standing_on({situations, {screen, subject, 0}}, language, size, moment);
    };
    Visit welcome;
    welcome.language = welcome.first_language = language;
    Visit veil = on(Screen::emergency);
    veil.phase = Phase::veiled;
    veil.veiled_since = moment.now - std::chrono::seconds(13);
    Visit far = on(Screen::services, "forced_marriage");
    far.town = "bastogne";
    Visit chosen = on(Screen::places);
    chosen.town = "berchem-sainte-agathe";
    std::vector<Scene> all{{"welcome", welcome},
                           {"situations", standing_on({situations}, language, size, moment)},
                           {"general-lines", on(Screen::general_lines)},
                           {"authors", on(Screen::authors)},
                           {"unconfirmed", on(Screen::unconfirmed, "school")},
                           {"emergency", on(Screen::emergency)},
                           {"language", on(Screen::language)},
                           {"places", on(Screen::places)},
                           {"places-provinces", on(Screen::places, "provinces")},
                           {"places-chosen", chosen},
                           {"list-from-another-place", far},
                           {"places-hainaut", on(Screen::places, "hainaut")},
                           {"veil", veil},
                           {"without-phone", on(Screen::without_phone)},
                           {"words-to-show", on(Screen::words_to_show)},
                           {"keys", on(Screen::keys)},
                           {"words-to-show-alone", on(Screen::words_to_show, "alone")},
                           {"shown-words-alone-anyone", on(Screen::shown_words, "alone-anyone")},
                           {"shown-words-interpreter", on(Screen::shown_words, "interpreter")},
                           {"shown-words-call", on(Screen::shown_words, "call")},
                           {"shown-words-deaf", on(Screen::shown_words, "deaf")}};
    for (Situation const& situation : directory.situations({language, terminal.profile, {}}))
        all.push_back({"services-" + situation.id, on(Screen::services, situation.id)});
    for (std::string const& id : services) all.push_back({"service-" + id, on(Screen::service, id)});
    if (language == source_language || services.empty()) return all;
    Visit source = on(Screen::service, services.front());
    source.language = source_language;
    source.left_language = language;
    all.push_back({"source-" + services.front(), source});
    return all;
}

}  // namespace halte::scenes
