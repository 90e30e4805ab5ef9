#include <fmt/format.h>
#include <halte/configure.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

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

LoadedSettings load_settings(std::string const& path, bool required) {
    std::unique_ptr<std::FILE, int (*)(std::FILE*)> const file(std::fopen(path.c_str(), "re"), std::fclose);
    if (!file && errno == ENOENT && !required) return {};
    if (!file) return unreadable(errno);
    std::string text;
    std::array<char, 4096> part{};
    std::size_t count = 0;
    do {
        count = std::fread(part.data(), 1, part.size(), file.get());
        text.append(part.data(), count);
    } while (count == part.size());
    if (std::ferror(file.get()) != 0) return unreadable(errno);
    return parse_settings(text);
}

}  // namespace halte
