#include <fmt/format.h>
#include <halte/problem.h>

#include <algorithm>

namespace halte {

std::string describe(Where const& where) {
    if (where.line == 0) return where.name;
    if (where.column == 0) return fmt::format("{}:{}", where.name, where.line);
    return fmt::format("{}:{}:{}", where.name, where.line, where.column);
}

std::string describe(Problem const& problem) {
    char const* const note = problem.level == Level::warning ? "note: " : "";
    return fmt::format("{}: {}{} {}", describe(problem.where), note, problem.what, problem.cure);
}

Level worst(Problems const& problems) {
    Level level = Level::ok;
    for (Problem const& problem : problems) level = std::max(level, problem.level);
    return level;
}

}  // namespace halte
