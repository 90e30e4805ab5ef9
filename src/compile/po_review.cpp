#include "po_review.h"

#include <fmt/format.h>

#include <sstream>

namespace halte {
namespace {

constexpr std::string_view opening = "reviewed by ";
constexpr std::string_view before_the_day = " on ";

std::string_view trimmed(std::string_view line) {
    while (!line.empty() && line.front() == ' ') line.remove_prefix(1);
    while (!line.empty() && line.back() == ' ') line.remove_suffix(1);
    return line;
}

bool is_review(std::string_view line) { return trimmed(line).starts_with(opening); }

/// What follows "reviewed by", or nothing when no line begins so.
std::optional<std::string> review_in(std::string const& comments) {
    std::istringstream lines(comments);
    for (std::string line; std::getline(lines, line);) {
        if (is_review(line)) return std::string(trimmed(line).substr(opening.size()));
    }
    return std::nullopt;
}

}  // namespace

std::string why_unreviewed(PoEntry const& entry, Today const& today) {
    auto const review = review_in(entry.comments);
    if (!review) return "says neither who has read it nor when";
    auto const at = review->rfind(before_the_day);
    if (at == std::string::npos || trimmed(review->substr(0, at)).empty()) return "does not say both who and when";
    std::string const day = review->substr(at + before_the_day.size());
    auto const date = parse_date(day);
    if (!date) return fmt::format("was read on \"{}\", which is no day", day);
    std::string const why = why_impossible(*date, today);
    return why.empty() ? "" : fmt::format("was read on {}, which {}", day, why);
}

std::string without_review(std::string const& comments) {
    std::istringstream lines(comments);
    std::string kept;
    for (std::string line; std::getline(lines, line);) {
        if (!is_review(line)) kept += line + "\n";
    }
    return kept;
}

}  // namespace halte
