#include "check_settings.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>

#include "confinement.h"

namespace halte {
namespace {

SettingsProblem problem_at(LoadedSettings const& loaded, std::string_view key, std::string what, std::string cure) {
    auto const found = loaded.positions.find(key);
    SettingsPosition const at = found == loaded.positions.end() ? SettingsPosition{} : found->second;
    return {at, std::move(what), std::move(cure)};
}

std::vector<std::string> codes_of(std::vector<Language> const& languages) {
    std::vector<std::string> codes;
    for (Language const& language : languages) codes.push_back(language.code);
    return codes;
}

/// The directory that the settings name, if it can be read, else the embedded one.
Result<Directory> directory_of(LoadedSettings const& loaded, std::vector<SettingsProblem>& problems) {
    std::string const& file = loaded.settings.directory;
    if (file.empty()) return Directory::open_bytes(embedded_snapshot());
    auto given = Directory::open(file);
    if (given) return given;
    problems.push_back(problem_at(loaded, "directory.file", given.error().sentence + ".",
                                  "Until it is mended, the embedded directory serves."));
    return Directory::open_bytes(embedded_snapshot());
}

}  // namespace

std::vector<SettingsProblem> problems_with(Directory const& directory, LoadedSettings const& loaded) {
    std::vector<SettingsProblem> problems;
    Settings const& settings = loaded.settings;
    if (!directory.profile(settings.profile))
        problems.push_back(problem_at(
            loaded, "visit.profile", fmt::format("The directory has no profile \"{}\".", settings.profile),
            fmt::format("It has: {}. Until it is mended, hospital serves.", fmt::join(directory.profile_ids(), ", "))));
    std::vector<std::string> const known = codes_of(directory.languages());
    for (std::string const& code : settings.languages)
        if (std::find(known.begin(), known.end(), code) == known.end())
            problems.push_back(
                problem_at(loaded, "visit.languages", fmt::format("The directory has no language \"{}\".", code),
                           fmt::format("It has: {}. Until it is mended, the others serve.", fmt::join(known, ", "))));
    return problems;
}

/// This process gives up what a visitor process would, and says what came of it.
static Result<void> tell_what_is_in_force() {
    Confinement confinement(true);
    TRY_VOID(confinement.before_anything_is_opened(""));
    TRY_VOID(confinement.once_there_is_a_window());
    TRY_VOID(confinement.before_the_first_finger());
    fmt::print("\nWhat holds a visitor process on this machine:\n");
    for (std::string const& line : confinement.lines()) fmt::print("  {}\n", line);
    return {};
}

static ExitCode check_file(std::string const& path, bool named) {
    LoadedSettings loaded = load_settings(path, named);
    auto const directory = directory_of(loaded, loaded.problems);
    if (!directory) return log_line(directory.error().sentence), directory.error().code;
    for (SettingsProblem& problem : problems_with(*directory, loaded)) loaded.problems.push_back(std::move(problem));
    for (SettingsProblem const& problem : loaded.problems) log_line(describe(problem));
    if (!loaded.problems.empty()) return ExitCode::bad_settings;
    char const* const there = std::filesystem::exists(path) ? "" : " (no such file: every setting has its default)";
    fmt::print("{} is right{}.\n", path, there);
    return ExitCode::ok;
}

ExitCode check_settings(VisitorOptions const& options) {
    bool const named = !options.config.empty();
    ExitCode const settings = check_file(named ? options.config : default_settings_path, named);
    auto const told = tell_what_is_in_force();
    if (told) return settings;
    log_line(told.error().sentence);
    return told.error().code;
}

}  // namespace halte
