#include <fmt/format.h>
#include <fmt/ranges.h>

#include <halte/offered.h>

#include <algorithm>

#include "judge.h"

namespace halte {

static Problem problem_at(LoadedSettings const& loaded, std::string_view key, std::string what, std::string cure) {
    auto const found = loaded.positions.find(key);
    Where const at = found == loaded.positions.end() ? Where{} : found->second;
    return {at, std::move(what), std::move(cure)};
}

static std::vector<std::string> codes_of(std::vector<Language> const& languages) {
    std::vector<std::string> codes;
    for (Language const& language : languages) codes.push_back(language.code);
    return codes;
}

static void note_unknown_languages(Problems& problems, Directory const& directory, LoadedSettings const& loaded,
                                   std::string const& key, std::vector<std::string> const& languages) {
    std::vector<std::string> const known = codes_of(directory.languages());
    for (std::string const& code : languages)
        if (std::find(known.begin(), known.end(), code) == known.end())
            problems.push_back(
                problem_at(loaded, key, fmt::format("The directory has no language \"{}\".", code),
                           fmt::format("It has: {}. Until it is mended, the others serve.", fmt::join(known, ", "))));
}

/// Each language that the settings name is shown, or it is said why it is not.
static void note_languages_not_offered(Problems& problems, Directory const& directory, LoadedSettings const& loaded) {
    Settings const& settings = loaded.settings;
    for (std::string const& code : settings.languages) {
        std::string const why = why_not_offered(offer_of(directory, code, settings.unread), code);
        if (why.empty()) continue;
        problems.push_back(problem_at(loaded, "visit.languages", why,
                                      fmt::format("It has: {}. Until it is mended, the others serve.",
                                                  fmt::join(codes_of(directory.languages()), ", "))));
    }
}

Problems problems_with(Directory const& directory, LoadedSettings const& loaded) {
    Problems problems;
    Settings const& settings = loaded.settings;
    if (!directory.profile(settings.profile))
        problems.push_back(problem_at(
            loaded, "visit.profile", fmt::format("The directory has no profile \"{}\".", settings.profile),
            fmt::format("It has: {}. Until it is mended, hospital serves.", fmt::join(directory.profile_ids(), ", "))));
    note_languages_not_offered(problems, directory, loaded);
    note_unknown_languages(problems, directory, loaded, "visit.show_languages", settings.show_languages);
    return problems;
}

static std::string right_files(std::string const& path, std::vector<std::string> const& files) {
    if (files.empty()) return fmt::format("{} is right (no such file: every setting has its default).", path);
    std::string const& last = files.back();
    if (files.size() == 1) return fmt::format("{} is right.", last);
    return fmt::format("{} and {} are right.", fmt::join(files.begin(), files.end() - 1, ", "), last);
}

Problems judge_settings(std::string const& path, LoadedSettings const& loaded) {
    if (loaded.problems.empty()) return {fine("settings.files", right_files(path, loaded.files))};
    Problems findings;
    for (Problem const& problem : loaded.problems)
        findings.push_back(broken("settings.files", describe(problem.where) + ": " + problem.what, problem.cure));
    return findings;
}

}  // namespace halte
