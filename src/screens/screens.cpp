#include <halte/screens.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "list.h"

namespace halte {
namespace {

/// How a screen is drawn, and the phrase above it: empty where it has none, or none that is the same for every subject.
struct Drawing {
    Screen screen = Screen::welcome;
    void (*draw)(ScreenContext&) = nullptr;
    std::string_view heading;
};

constexpr std::array drawings{
    Drawing{Screen::welcome, draw_welcome, ""},
    Drawing{Screen::situations, draw_situations, ""},
    Drawing{Screen::services, draw_services, ""},
    Drawing{Screen::service, draw_service, ""},
    Drawing{Screen::general_lines, draw_general_lines, "services.general_lines"},
    Drawing{Screen::authors, draw_authors, "situations.authors"},
    Drawing{Screen::unconfirmed, draw_unconfirmed, "services.unconfirmed"},
    Drawing{Screen::emergency, draw_emergency_page, "emergency.title"},
    Drawing{Screen::language, draw_language, "language.title"},
    Drawing{Screen::places, draw_places, ""},
    Drawing{Screen::without_phone, draw_without_phone, "without_phone.title"},
    Drawing{Screen::words_to_show, draw_words_to_show, "show.title"},
    Drawing{Screen::shown_words, draw_shown_words, ""},
    Drawing{Screen::keys, draw_keys, "keys.title"},
};
static_assert(has_a_row_for_each(drawings, &Drawing::screen), "A screen has no row that says how it is drawn.");

Drawing const& drawing_of(Screen screen) { return drawings[std::size_t(screen)]; }

TypeScale scale_of(TextSize size) {
    switch (size) {
        case TextSize::large:
            return TypeScale::large;
        case TextSize::largest:
            return TypeScale::largest;
        case TextSize::normal:
            break;
    }
    return TypeScale::normal;
}

FrameStyle style_of(Visit const& visit, Terminal const& terminal, Moment const& moment) {
    auto const found = std::find_if(terminal.languages.begin(), terminal.languages.end(),
                                    [&](Language const& language) { return language.code == visit.language; });
    Script const script = found != terminal.languages.end() ? found->script : Script::latin;
    Appearance const& wanted = visit.appearance;
    return {.scale = scale_of(wanted.text_size),
            .written = {visit.language, script},
            .now = moment.now,
            .contrast = wanted.contrast,
            .spacing = wanted.spacing,
            .reach = wanted.reach,
            .focus = visit.hands == Hands::keys ? std::optional(visit.focus()) : std::nullopt,
            .groups_first = terminal.switches != Switches::none};
}

void compose(ScreenContext& screen) {
    screen.canvas.begin(style_of(screen.visit, screen.terminal, screen.moment));
    if (screen.visit.phase == Phase::veiled)
        draw_veil(screen);
    else
        drawing_of(screen.visit.here().screen).draw(screen);
}

/// What the words of nearly every page are, by one that nearly every page has.
PageWords usual(Visit const& visit, Directory const& directory, Terminal const& terminal) {
    Text const leave = directory.phrase("sill.leave", viewpoint_of(visit, directory, terminal));
    return {.unread = !leave.reviewed, .foreign = leave.language != visit.language};
}

}  // namespace

std::string heading(ScreenContext& screen) {
    std::string_view const phrase = drawing_of(screen.visit.here().screen).heading;
    return phrase.empty() ? "" : screen.say(phrase);
}

/// Whether a page has a note, that nobody has read some of its words or that they are another language's, follows from
/// all of them, wherever they stand.
/// They are known once the page is composed; where they are not as usual, it is composed once more. Where a page has
/// such words only without the note, because that leaves room for them, it has the note.
Actions draw(Visit const& visit, Directory const& directory, Terminal const& terminal, Moment const& moment,
             Canvas& canvas) {
    PageWords words = usual(visit, directory, terminal);
    for (bool again = false;; again = true) {
        ScreenContext screen(visit, directory, terminal, moment, canvas, words);
        compose(screen);
        PageWords const found = screen.found();
        if (found == words || (again && words.has(found))) {
            canvas.end();
            return std::move(screen.actions);
        }
        words = again ? words.with(found) : found;
    }
}

static std::vector<Language> known_of(std::vector<Language> const& known, std::vector<std::string> const& codes) {
    std::vector<Language> languages;
    for (std::string const& code : codes) {
        auto const language = std::ranges::find(known, code, &Language::code);
        if (language != known.end()) languages.push_back(*language);
    }
    return languages;
}

std::vector<Language> show_languages_of(Directory const& directory, std::vector<std::string> const& wanted) {
    std::vector<Language> const known = directory.languages();
    std::vector<Language> languages = known_of(known, wanted);
    return languages.empty() ? known_of(known, {source_language}) : languages;
}

IconSource icons_of(Directory const& directory) {
    return [&directory](std::string_view name) -> std::optional<IconPixels> {
        auto image = directory.icon(name);
        if (!image) return std::nullopt;
        return IconPixels{image->side, std::move(image->coverage)};
    };
}

}  // namespace halte
