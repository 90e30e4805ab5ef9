#include "screen_context.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "control_ids.h"

namespace halte {

/// Distances are told from the place that was chosen, else from where the terminal stands. That place is part of the
/// visit: it holds until another is chosen, and the next visit begins near the terminal.
Viewpoint viewpoint_of(Visit const& visit, Directory const& directory, Terminal const& terminal) {
    Viewpoint from{visit.language, terminal.profile, terminal.coordinates, visit.other_language, terminal.only_read};
    if (visit.town.empty()) return from;
    if (auto const chosen = directory.town(visit.town, from)) from.coordinates = chosen->coordinates;
    return from;
}

ScreenContext::ScreenContext(Visit const& the_visit, Directory const& the_directory, Terminal const& the_terminal,
                             Moment const& the_moment, Canvas& the_canvas, PageWords drawn_for)
    : visit(the_visit),
      directory(the_directory),
      terminal(the_terminal),
      moment(the_moment),
      canvas(the_canvas),
      viewpoint(viewpoint_of(the_visit, the_directory, the_terminal)),
      m_drawn_for(drawn_for) {}

float picture_scale(Theme const& theme) {
    if (theme.compact()) return theme.header_scrolls() ? 0.25F : 0.4F;
    switch (theme.shape_class()) {
        case ShapeClass::portrait:
            return 1.5F;
        case ShapeClass::small:
            return 0.6F;
        case ShapeClass::landscape:
            break;
    }
    return 1;
}

std::string fill(std::string sentence, std::initializer_list<std::pair<std::string_view, std::string>> fillings) {
    for (auto const& [name, value] : fillings) {
        std::string const brace = "{" + std::string(name) + "}";
        for (auto at = sentence.find(brace); at != std::string::npos; at = sentence.find(brace, at + value.size()))
            sentence.replace(at, brace.size(), value);
    }
    return sentence;
}

std::string ScreenContext::say(std::string_view key,
                               std::initializer_list<std::pair<std::string_view, std::string>> fillings) {
    return fill(read(directory.phrase(key, viewpoint)), fillings);
}

Text ScreenContext::say_in(std::string const& language, std::string_view key,
                           std::initializer_list<std::pair<std::string_view, std::string>> fillings) const {
    Text text = directory.phrase(key, {language, terminal.profile, {}});
    text.words = fill(std::move(text.words), fillings);
    return text;
}

std::string ScreenContext::say(std::string_view key, int count) {
    return fill(read(directory.phrase(key, count, viewpoint)), {{"count", std::to_string(count)}});
}

std::string const& ScreenContext::read(Text const& text) {
    bool const foreign = text.language != visit.language && !text.words.empty();
    if (!canvas.measuring()) m_found = m_found.with({.unread = !text.reviewed, .foreign = foreign});
    return text.words;
}

void ScreenContext::read_records() {
    auto const found = std::ranges::find(terminal.languages, visit.language, &Language::code);
    if (canvas.measuring() || found == terminal.languages.end()) return;
    int const shown = terminal.only_read ? found->rest_read : found->rest_translated;
    m_found = m_found.with({.unread = found->rest_read < shown, .foreign = shown < found->rest});
}

static std::string what_cards_depend_on(ScreenContext const& screen) {
    auto const& [date, weekday, minute] = screen.moment.wall;
    auto const& [language, profile, coordinates, other, only_read] = screen.viewpoint;
    Date const& past = screen.terminal.known_past;
    FrameStyle const& style = screen.canvas.style();
    std::string const page = fmt::format("{} {}", int(screen.visit.here().screen), screen.visit.here().subject);
    std::string const place = coordinates ? fmt::format("{} {}", coordinates->latitude, coordinates->longitude) : "";
    std::string const now =
        fmt::format("{}-{}-{} {} {}-{}-{}", date.year, date.month, date.day, minute, past.year, past.month, past.day);
    std::string const look = fmt::format("{} {} {}", int(style.scale), int(style.spacing), int(style.reach));
    return fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}", fmt::ptr(&screen.directory), page, language, profile,
                       place, other, only_read, now, look);
}

std::map<std::string, float>& ScreenContext::card_heights() {
    if (m_state.empty()) m_state = what_cards_depend_on(*this);
    return canvas.heights(m_state);
}

std::string ScreenContext::note() const {
    std::string words = m_drawn_for.unread ? directory.phrase("unreviewed.note", viewpoint).words : "";
    if (!m_drawn_for.foreign) return words;
    return (words.empty() ? "" : words + " ") + show_to(viewpoint.other);
}

std::string ScreenContext::show_to(std::string const& language) const {
    auto const say_it = [&](std::string const& key) { return directory.phrase(key, viewpoint).words; };
    return fmt::format("{} · {}", say_it("name_of_language." + language), say_it("unreviewed.show_to"));
}

Written ScreenContext::written_in(std::string const& language) const {
    auto const found = std::ranges::find(terminal.languages, language, &Language::code);
    return {language, found == terminal.languages.end() ? Script::latin : found->script};
}

Type ScreenContext::type_of(Type type, Text const& text) const {
    if (text.language != visit.language) type.written = written_in(text.language);
    return type;
}

float ScreenContext::words(Box const& box, Text const& text, Type const& type) {
    return canvas.words(box, read(text), type_of(type, text));
}

float ScreenContext::height_of(float width, Text const& text, Type const& type) const {
    return canvas.height_of(width, text.words, type_of(type, text));
}

float draw_show_to(ScreenContext& screen, Box const& box, Text const& text) {
    if (text.words.empty() || text.language == screen.visit.language) return 0;
    return screen.canvas.words(box, screen.show_to(text.language),
                               {.role = TypeRole::caption, .colour = Colour::ink_soft});
}

float draw_beside(ScreenContext& screen, Box const& box, Text const& text) {
    if (text.beside.empty()) return 0;
    Type const soft{
        .role = TypeRole::caption, .colour = Colour::ink_soft, .written = screen.written_in(source_language)};
    return screen.canvas.words(box, text.beside, soft);
}

ControlId ScreenContext::act(What what, std::string_view which) {
    ControlId id = id_of(what);
    if (!which.empty()) id.words += "." + std::string(which);
    if (!canvas.measuring()) actions.add(id, std::move(what));
    return id;
}

float ScreenContext::em() const {
    Theme const& theme = canvas.theme();
    return theme.size(TypeRole::body, scale()) / theme.size(TypeRole::body, TypeScale::normal);
}

int ScreenContext::columns(float width, float normal_column, int most) const {
    return columns_in(width, normal_column * em(), space::l, most);
}

std::string isolated(std::string const& name) { return "\u2068" + name + "\u2069"; }

namespace {
/// The first letter decides (Unicode's bidirectional algorithm, P2). Letters whose first byte is D6 to DF
/// are of Hebrew, Arabic and their neighbours.
bool begins_right_to_left(std::string const& words) {
    for (char const letter : words) {
        auto const byte = std::uint8_t(letter);
        if (byte >= 0xD6 && byte <= 0xDF) return true;
        bool const latin = (byte | 0x20U) >= 'a' && (byte | 0x20U) <= 'z';
        if (latin || (byte >= 0xC3 && byte < 0xD6)) return false;
    }
    return false;
}
}  // namespace

Type place_type(Type type, std::string const& words) {
    type.written = begins_right_to_left(words) ? Written{"und-Arab", Script::arabic} : Written{"und-Latn"};
    return type;
}

Type name_type(Type type, Written const& written) {
    type.written = written;
    return type;
}

}  // namespace halte
