#include "problem_log.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <tuple>

namespace halte {

std::string describe(Problems const& problems) {
    std::string text;
    for (Problem const& problem : problems) text += describe(problem) + "\n";
    auto const faults = std::ranges::count(problems, Level::failure, &Problem::level);
    return text + fmt::format("{} to mend, {} to know\n", faults, std::ptrdiff_t(problems.size()) - faults);
}

void ProblemLog::add(Where const& place, std::string what, std::string cure, Level level) {
    m_problems.push_back({place, std::move(what) + ".", std::move(cure) + ".", level});
}

void ProblemLog::error(Where const& place, std::string what, std::string cure) {
    add(place, std::move(what), std::move(cure), Level::failure);
}

void ProblemLog::warning(Where const& place, std::string what, std::string cure) {
    add(place, std::move(what), std::move(cure), Level::warning);
}

bool ProblemLog::is_unread(std::string const& name) const {
    return std::ranges::any_of(m_unread,
                               [&](std::string const& file) { return std::filesystem::path(file).filename() == name; });
}

bool ProblemLog::has_error(std::string const& file) const {
    return std::ranges::any_of(m_problems, [&](Problem const& problem) {
        return problem.level == Level::failure && problem.where.name == file;
    });
}

bool ProblemLog::has_errors() const { return worst(m_problems) == Level::failure; }

Problems ProblemLog::sorted() && {
    std::ranges::stable_sort(m_problems, [](Problem const& one, Problem const& other) {
        return std::tie(one.where.name, one.where.line) < std::tie(other.where.name, other.where.line);
    });
    return std::move(m_problems);
}

}  // namespace halte
