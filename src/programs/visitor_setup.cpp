#include <fmt/format.h>
#include <fmt/ranges.h>
#include <halte/offered.h>

#include <algorithm>

#include "visitor.h"

namespace halte {
namespace {

void say(VisitorOptions const& options, std::string const& sentence) {
    if (!options.quiet) log_line(sentence);
}

}  // namespace

Settings settings_for(VisitorOptions const& options) {
    bool const named = !options.config.empty();
    std::string const path = named ? options.config : default_settings_path;
    LoadedSettings loaded = load_settings(path, named);
    for (Problem const& problem : loaded.problems) say(options, describe(problem));
    if (!options.profile.empty()) loaded.settings.profile = options.profile;
    return loaded.settings;
}

GivenSnapshot snapshot_for(Settings const& settings, VisitorOptions const& options) {
    std::string const& path = options.directory.empty() ? settings.directory : options.directory;
    if (options.embedded_directory || path.empty()) return std::nullopt;
    return read_snapshot(path);
}

static void say_which_icons_are_missing(Directory const& given, Directory const& own, std::string const& path) {
    auto const names = given.undrawable_icons(own);
    if (!names.empty()) log_line(fmt::format("{} lacks pictures, or has bad ones: {}.", path, fmt::join(names, ", ")));
}

static Result<Directory> opened(Result<SnapshotFile> file, Directory const& own) {
    return Directory::open_to_serve(TRY(std::move(file)), own);
}

Result<ServingDirectory> directory_in(GivenSnapshot given, VisitorOptions const& options) {
    Directory own = TRY(Directory::open_bytes(embedded_snapshot()));
    Date const past = known_past(own);
    if (!given) return ServingDirectory{std::move(own), false, past};
    std::string const path = *given ? (*given)->path : "";
    auto shown = opened(std::move(*given), own);
    if (!shown) {
        say(options, shown.error().sentence + ". The embedded directory serves instead.");
        return ServingDirectory{std::move(own), false, past};
    }
    if (!options.quiet) say_which_icons_are_missing(*shown, own, path);
    return ServingDirectory{std::move(*shown), true, past};
}

static void say_what_is_not_offered(Settings const& settings, VisitorOptions const& options,
                                    Directory const& directory) {
    for (std::string const& code : settings.languages) {
        std::string const why = why_not_offered(offer_of(directory, code, settings.unread), code);
        if (!why.empty()) say(options, "visit.languages: " + why);
    }
}

Terminal terminal_for(Settings const& settings, VisitorOptions const& options, Directory const& directory,
                      Date known_past) {
    Terminal terminal{.place_name = settings.place_name,
                      .place_detail = settings.place_detail,
                      .address = settings.address,
                      .profile = settings.profile,
                      .coordinates = settings.coordinates,
                      .languages = {},
                      .show_languages = show_languages_of(directory, settings.show_languages),
                      .interpreter_phone = settings.interpreter_phone,
                      .switches = settings.switches,
                      .only_read = settings.unread == UnreadWords::none,
                      .known_past = known_past};
    if (!directory.profile(terminal.profile)) {
        say(options, "There is no profile named " + terminal.profile + "; hospital serves instead.");
        terminal.profile = "hospital";
    }
    terminal.languages = offered_languages(directory, terminal.profile, settings.languages, settings.unread);
    say_what_is_not_offered(settings, options, directory);
    auto const first = std::find_if(terminal.languages.begin(), terminal.languages.end(),
                                    [&](Language const& one) { return one.code == options.language; });
    if (first != terminal.languages.end())
        std::rotate(terminal.languages.begin(), first, first + 1);
    else if (!options.language.empty())
        say(options, "There is no language " + options.language + " in the directory.");
    return terminal;
}

}  // namespace halte
