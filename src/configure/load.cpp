#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "parse.h"

namespace halte {

std::string describe(SettingsPosition const& at) {
    return at.line == 0 ? at.file : fmt::format("{}:{}:{}", at.file, at.line, at.column);
}

std::string describe(SettingsProblem const& problem) {
    return fmt::format("{}: {} {}", describe(problem.at), problem.what, problem.cure);
}

/// The whole file; a negative count is errno's affair.
static ssize_t read_all(int file, std::string& text) {
    std::array<char, 4096> part{};
    ssize_t count = 0;
    while ((count = read(file, part.data(), part.size())) > 0) text.append(part.data(), std::size_t(count));
    return count;
}

static void tell_unreadable(std::string const& path, int error_number, std::string const& without, Draft& draft) {
    draft.loaded.problems.push_back(
        {{path, 0, 0}, fmt::format("The settings cannot be read: {}.", std::strerror(error_number)), without});
}

/// `without` says what holds when the file cannot be read.
static void take_file(std::string const& path, bool required, std::string const& without, Draft& draft) {
    UniqueFd const file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file && errno == ENOENT && !required) return;
    draft.loaded.files.push_back(path);
    std::string text;
    if (!file || read_all(file.get(), text) < 0) return tell_unreadable(path, errno, without, draft);
    draft.file = path;
    take_text(text, draft);
}

/// What editors and package managers leave beside a file is no settings file: "10-screen.toml~", ".10-screen.toml.swp".
static bool is_settings_file(std::string const& name) { return name.ends_with(".toml") && name.front() != '.'; }

/// Their paths in the order of their names.
static std::vector<std::string> files_in(std::string const& folder, std::error_code& fault) {
    std::vector<std::string> files;
    std::filesystem::directory_iterator entries(folder, fault);
    for (; !fault && entries != std::filesystem::directory_iterator(); entries.increment(fault)) {
        std::filesystem::path const& file = entries->path();
        if (is_settings_file(file.filename())) files.push_back(file);
    }
    std::sort(files.begin(), files.end());
    return files;
}

LoadedSettings load_settings(std::string const& path, bool required) {
    Draft draft;
    std::error_code fault;
    std::string const folder = path + ".d";
    std::vector<std::string> const more = files_in(folder, fault);
    take_file(path, required, more.empty() ? "Every setting has its default." : "The files beside it count.", draft);
    for (std::string const& file : more) take_file(file, true, "Nothing of this file counts.", draft);
    bool const missing = fault == std::errc::no_such_file_or_directory;
    if (fault && !missing) tell_unreadable(folder, fault.value(), "Nothing of this folder counts.", draft);
    return finished(std::move(draft));
}

}  // namespace halte
