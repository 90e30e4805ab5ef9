#include <fcntl.h>
#include <fmt/format.h>
#include <halte/configure.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace halte {

std::string describe(std::string const& path, SettingsProblem const& problem) {
    std::string const where = problem.line == 0 ? path : fmt::format("{}:{}:{}", path, problem.line, problem.column);
    return fmt::format("{}: {} {}", where, problem.what, problem.cure);
}

static LoadedSettings unreadable(int error_number) {
    LoadedSettings none;
    none.problems.push_back({0, 0, fmt::format("The settings cannot be read: {}.", std::strerror(error_number)),
                             "Every setting has its default."});
    return none;
}

/// The whole file; a negative count is errno's affair.
static ssize_t read_all(int file, std::string& text) {
    std::array<char, 4096> part{};
    ssize_t count = 0;
    while ((count = read(file, part.data(), part.size())) > 0) text.append(part.data(), std::size_t(count));
    return count;
}

LoadedSettings load_settings(std::string const& path, bool required) {
    UniqueFd const file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file && errno == ENOENT && !required) return {};
    std::string text;
    if (!file || read_all(file.get(), text) < 0) return unreadable(errno);
    return parse_settings(text);
}

}  // namespace halte
