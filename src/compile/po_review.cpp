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

}  // namespace

std::optional<PoReview> review_of(PoEntry const& entry) {
    auto const review = comment_after(opening, entry.comments);
    if (!review) return std::nullopt;
    auto const at = review->rfind(before_the_day);
    if (at == std::string::npos || trimmed(review->substr(0, at)).empty()) return std::nullopt;
    return PoReview{review->substr(0, at), review->substr(at + before_the_day.size())};
}

std::string back_translation_of(PoEntry const& entry) {
    return std::string(trimmed(comment_after(opening_of_back, entry.comments).value_or("")));
}

std::string why_unreviewed(PoEntry const& entry, Today const& today) {
    if (!comment_after(opening, entry.comments)) return "says neither who has read it nor when";
    auto const review = review_of(entry);
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
