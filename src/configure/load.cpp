#include <fmt/format.h>
#include <halte/files.h>

#include <cerrno>
#include <filesystem>

#include "names.h"
#include "parse.h"

namespace halte {

/// Settings are words; a file that is larger is another one. As much as a pipe holds, so that it is there at the end of
/// the time even where the time was spent on another file.
static constexpr std::size_t largest_file = 60'000;

/// For all files together: however many do not answer, the others count, and a screen follows within seconds.
static constexpr Milliseconds longest_wait{3'000};

static bool is_absent(Unread const& why) { return why.kind == Unread::Kind::refused && why.number == ENOENT; }

static void tell_unreadable(std::string const& path, Unread const& why, std::string const& without, Draft& draft) {
    draft.loaded.problems.push_back(
        {{path, 0, 0}, fmt::format("The settings cannot be read: {}.", describe(why)), without});
}

/// A settings file that is being read.
struct Reading {
    explicit Reading(std::string file) : path(std::move(file)), errand(begin_reading(path, largest_file)) {}
    std::string path;
    Errand errand;
};

/// `without` says what holds when the file cannot be read.
static void take_file(std::string const& path, Bytes const& text, std::string const& without, Draft& draft) {
    draft.loaded.files.push_back(path);
    if (!text) return tell_unreadable(path, text.error(), without, draft);
    draft.file = path;
    take_text(*text, draft);
}

static std::string path_of(std::string const& name, std::string const& folder) {
    return fmt::format("{}/{}", folder, name);
}

/// Whoever wrote it thinks that it counts.
static void tell_misnamed(std::string const& path, std::string const& right, Draft& draft) {
    draft.loaded.problems.push_back({{path, 0, 0},
                                     "Nothing of this file counts, because of its name.",
                                     fmt::format("Rename it to {}, or remove it.", right)});
}

/// What was meant to be the main file, where that is missing.
static void tell_what_looks_like(std::filesystem::path const& main, Instant until, Draft& draft) {
    std::string const folder = main.has_parent_path() ? main.parent_path().string() : ".";
    auto const beside = begin_listing(folder).result(until);
    if (!beside) return;
    for (std::string const& name : names_in(*beside))
        if (is_nearly(name, main.filename())) tell_misnamed(path_of(name, folder), main.filename(), draft);
}

static void take_main(Reading& main, bool required, bool alone, Instant until, Draft& draft) {
    auto const text = main.errand.result(until);
    bool const missing = !text && is_absent(text.error());
    if (missing) tell_what_looks_like(main.path, until, draft);
    if (missing && !required) return;
    take_file(main.path, text, alone ? "Every setting has its default." : "The files beside it count.", draft);
}

LoadedSettings load_settings(std::string const& path, bool required) {
    Draft draft;
    Instant const until = SystemClock().now() + longest_wait;
    std::string const folder = path + ".d";
    // All are begun before any is waited for: one that does not answer keeps no other from being read.
    Reading main(path);
    auto const listing = begin_listing(folder).result(until);
    std::vector<std::string> const names = listing ? names_in(*listing) : std::vector<std::string>();
    std::vector<Reading> more;
    for (std::string const& name : names)
        if (is_settings_name(name)) more.emplace_back(path_of(name, folder));
    take_main(main, required, more.empty(), until, draft);
    for (Reading& one : more) take_file(one.path, one.errand.result(until), "Nothing of this file counts.", draft);
    if (!listing && !is_absent(listing.error()))
        tell_unreadable(folder, listing.error(), "Nothing of this folder counts.", draft);
    for (std::string const& name : names)
        if (auto const right = nearly_settings_name(name)) tell_misnamed(path_of(name, folder), *right, draft);
    return finished(std::move(draft));
}

}  // namespace halte
