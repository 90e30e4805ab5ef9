#include "po_review.h"

#include <fmt/format.h>

#include <sstream>

namespace halte {
namespace {

constexpr std::string_view opening = "reviewed by ";
constexpr std::string_view opening_of_back = "back:";
constexpr std::string_view before_the_day = " on ";

std::string_view trimmed(std::string_view line) {
    while (!line.empty() && line.front() == ' ') line.remove_prefix(1);
    while (!line.empty() && line.back() == ' ') line.remove_suffix(1);
    return line;
}

bool is_review(std::string_view line) { return trimmed(line).starts_with(opening); }

/// What follows `word` in the comment that begins with it, or nothing when none does.
std::optional<std::string> comment_after(std::string_view word, std::string const& comments) {
    std::istringstream lines(comments);
    for (std::string line; std::getline(lines, line);) {
        std::string_view const words = trimmed(line);
        if (words.starts_with(word)) return std::string(words.substr(word.size()));
    }
    return std::nullopt;
}

/// What follows "reviewed by" above the entry, else at the head of its file.
std::optional<std::string> review_line_of(PoEntry const& entry, PoEntry const& head) {
    auto const own = comment_after(opening, entry.comments);
    return own ? own : comment_after(opening, head.comments);
}

std::optional<PoReview> read_review(std::string const& line) {
    auto const at = line.rfind(before_the_day);
    if (at == std::string::npos || trimmed(line.substr(0, at)).empty()) return std::nullopt;
    return PoReview{line.substr(0, at), line.substr(at + before_the_day.size())};
}

}  // namespace

std::optional<PoReview> review_of(PoEntry const& entry, PoEntry const& head) {
    auto const line = review_line_of(entry, head);
    return line ? read_review(*line) : std::nullopt;
}

std::string back_translation_of(PoEntry const& entry) {
    return std::string(trimmed(comment_after(opening_of_back, entry.comments).value_or("")));
}

std::string why_unreviewed(PoEntry const& entry, PoEntry const& head, Today const& today) {
    auto const line = review_line_of(entry, head);
    if (!line) return "says neither who has read it nor when";
    auto const review = read_review(*line);
    if (!review) return "does not say both who and when";
    auto const date = parse_date(review->day);
    if (!date) return fmt::format("was read on \"{}\", which is no day", review->day);
    std::string const why = why_impossible(*date, today);
    return why.empty() ? "" : fmt::format("was read on {}, which {}", review->day, why);
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
