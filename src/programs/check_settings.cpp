#include "check_settings.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>

namespace halte {
namespace {

SettingsProblem problem_at(LoadedSettings const& loaded, std::string_view key, std::string what, std::string cure) {
    auto const found = loaded.positions.find(key);
    SettingsPosition const at = found == loaded.positions.end() ? SettingsPosition{} : found->second;
    return {at.line, at.column, std::move(what), std::move(cure)};
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

ExitCode check_settings(VisitorOptions const& options) {
    bool const named = !options.config.empty();
    std::string const path = named ? options.config : default_settings_path;
    LoadedSettings loaded = load_settings(path, named);
    auto const directory = directory_of(loaded, loaded.problems);
    if (!directory) return log_line(directory.error().sentence), directory.error().code;
    for (SettingsProblem& problem : problems_with(*directory, loaded)) loaded.problems.push_back(std::move(problem));
    for (SettingsProblem const& problem : loaded.problems) log_line(describe(path, problem));
    if (!loaded.problems.empty()) return ExitCode::bad_settings;
    char const* const there = std::filesystem::exists(path) ? "" : " (no such file: every setting has its default)";
    fmt::print("{} is right{}.\n", path, there);
    return ExitCode::ok;
}

}  // namespace halte
