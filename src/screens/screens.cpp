#include <halte/screens.h>

#include <algorithm>

#include "list.h"

namespace halte {
namespace {

void draw_screen(Stage& stage) {
    switch (stage.visit.here().screen) {
        case Screen::welcome:
            return draw_welcome(stage);
        case Screen::situations:
            return draw_situations(stage);
        case Screen::services:
            return draw_services(stage);
        case Screen::service:
            return draw_service(stage);
        case Screen::general_lines:
            return draw_general_lines(stage);
        case Screen::authors:
            return draw_authors(stage);
        case Screen::unconfirmed:
            return draw_unconfirmed(stage);
        case Screen::emergency:
            return draw_emergency_page(stage);
        case Screen::language:
            return draw_language(stage);
        case Screen::places:
            return draw_places(stage);
    }
}

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
    bool const rtl = found != terminal.languages.end() && found->right_to_left;
    return {scale_of(visit.text_size), visit.language, rtl, moment.now};
}

void compose(Stage& stage) {
    stage.canvas.begin(style_of(stage.visit, stage.terminal, stage.moment));
    if (stage.visit.phase == Phase::veiled)
        draw_veil(stage);
    else
        draw_screen(stage);
}

/// What the words of nearly every page are, by one that nearly every page has.
Reviewed usual(Visit const& visit, Directory const& directory, Terminal const& terminal) {
    Text const leave = directory.phrase("sill.leave", {visit.language, terminal.profile, {}});
    return leave.reviewed ? Reviewed::all : Reviewed::not_all;
}

}  // namespace

/// Whether a page has the note that some of its words are not reviewed follows from all of them, wherever they stand.
/// They are known once the page is composed; where they are not as usual, it is composed once more. Where a page has
/// such words only without the note, because that leaves room for them, it has the note.
Actions draw(Visit const& visit, Directory const& directory, Terminal const& terminal, Moment const& moment,
             Canvas& canvas) {
    Reviewed reviewed = usual(visit, directory, terminal);
    for (bool again = false;; again = true) {
        Stage stage(visit, directory, terminal, moment, canvas, reviewed);
        compose(stage);
        if (stage.found() == reviewed || (again && reviewed == Reviewed::not_all)) {
            canvas.end();
            return std::move(stage.actions);
        }
        reviewed = stage.found();
    }
}

std::vector<Language> languages_of(Directory const& directory, std::string const& profile,
                                   std::vector<std::string> const& wanted) {
    std::vector<Language> const known = directory.languages();
    std::vector<std::string> order = wanted;
    if (auto const found = directory.profile(profile); order.empty() && found) order = found->languages;
    std::vector<Language> languages;
    for (std::string const& code : order) {
        auto const language =
            std::find_if(known.begin(), known.end(), [&](Language const& one) { return one.code == code; });
        if (language != known.end()) languages.push_back(*language);
    }
    return languages.empty() ? known : languages;
}

IconSource icons_of(Directory const& directory) {
    return [&directory](std::string_view name) -> std::optional<IconPixels> {
        auto image = directory.icon(name);
        if (!image) return std::nullopt;
        return IconPixels{image->side, std::move(image->coverage)};
    };
}

}  // namespace halte
