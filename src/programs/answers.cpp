#include "answers.h"

#include <fmt/format.h>
#include <halte/configure.h>
#include <halte/examine.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "confinement_findings.h"
#include "graphics_finding.h"

namespace halte {
namespace {

/// The directory that visitors see.
struct Serving {
    Directory directory;
    std::string refused;                        ///< why it is not the one that the settings name
    std::vector<std::string> undrawable_icons;  ///< of the one that the settings name
    Date known_past;
};

std::string path_of(Asked const& asked) { return asked.config.empty() ? default_settings_path : asked.config; }

LoadedSettings load(Asked const& asked) { return load_settings(path_of(asked), !asked.config.empty()); }

/// The directory that the settings name, if it can be read, else the embedded one.
Result<Serving> serving(Settings const& settings) {
    Directory own = TRY(Directory::open_bytes(embedded_snapshot()));
    Date const past = known_past(own);
    if (settings.directory.empty()) return Serving{std::move(own), "", {}, past};
    auto given = Directory::open_to_serve(settings.directory, own);
    if (!given) return Serving{std::move(own), given.error().sentence, {}, past};
    auto icons = given->undrawable_icons(own);
    return Serving{std::move(*given), "", std::move(icons), past};
}

/// What only the directory can tell of the settings.
void add_problems(Serving const& now, LoadedSettings& loaded) {
    if (!now.refused.empty())
        loaded.problems.push_back({loaded.positions.at("directory.file"), now.refused + ".",
                                   "Until it is mended, the embedded directory serves."});
    for (Problem& problem : problems_with(now.directory, loaded)) loaded.problems.push_back(std::move(problem));
}

/// This process gives up what a visitor process would, and says what came of it.
Result<Problems> confine_and_tell() {
    Confinement confinement(true);
    TRY_VOID(confinement.before_anything_is_opened());
    TRY_VOID(confinement.once_there_is_a_window());
    TRY_VOID(confinement.before_the_first_finger());
    return findings_of(confinement.held());
}

ExitCode add_confinement(Problems& findings) {
    auto const told = confine_and_tell();
    if (told) {
        findings.insert(findings.end(), told->begin(), told->end());
        return ExitCode::ok;
    }
    findings.push_back({{"confinement.in_force"},
                        told.error().sentence,
                        "No visitor process starts like this. Tell it to whoever maintains this copy of Halte."});
    return told.error().code;
}

/// Behind the others of the screen.
void add_graphics(Problems& findings) {
    auto const last = std::find_if(findings.rbegin(), findings.rend(),
                                   [](Problem const& one) { return one.where.name.starts_with("screen."); });
    findings.insert(last.base(), graphics_finding());
}

std::string written(Examination const& examination, Form form, bool coloured) {
    switch (form) {
        case Form::json:
            return as_json(examination);
        case Form::prometheus:
            return as_prometheus(examination);
        case Form::page:
            break;
    }
    return as_page(examination, coloured);
}

}  // namespace

ExitCode check(Asked const& asked, Form form) {
    LoadedSettings loaded = load(asked);
    auto const now = serving(loaded.settings);
    if (!now) return log_line(now.error().sentence), now.error().code;
    add_problems(*now, loaded);
    bool const coloured = isatty(STDOUT_FILENO) == 1;
    Subject subject{path_of(asked), loaded, now->directory, now->refused, now->undrawable_icons, now->known_past};
    subject.question = {std::filesystem::read_symlink("/proc/self/exe"), "--unread"};
    if (!asked.kiosk_user.empty()) subject.kiosk_user = asked.kiosk_user;
    Examination examination = examine(subject);
    // Metrics are made every quarter of an hour, by a service within whose walls no graphics driver starts.
    if (form != Form::prometheus) add_graphics(examination.findings);
    ExitCode const confined = add_confinement(examination.findings);
    fmt::print("{}", written(examination, form, coloured));
    if (confined != ExitCode::ok) return confined;
    if (!loaded.problems.empty()) return ExitCode::bad_settings;
    return worst(examination.findings) == Level::failure ? ExitCode::failed : ExitCode::ok;
}

ExitCode print_unread(std::vector<std::string> const& paths) {
    auto const directory = Directory::open_bytes(embedded_snapshot());
    if (!directory) return log_line(directory.error().sentence), directory.error().code;
    fmt::print("{}", tell_unread(find_unread(paths, *directory)));
    return ExitCode::ok;
}

ExitCode print(Asked const& asked, std::string const& key) {
    auto const value = print_setting(load(asked).settings, key);
    if (!value) return log_line(value.error().sentence), value.error().code;
    fmt::print("{}\n", *value);
    return ExitCode::ok;
}

}  // namespace halte
