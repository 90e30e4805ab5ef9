#include <fmt/format.h>
#include <fmt/ranges.h>
#include <halte/words.h>

#include <algorithm>
#include <set>

#include "check.h"
#include "po_review.h"

namespace halte {
namespace {

/// The names in braces that the program fills in: {km}, {city}.
std::multiset<std::string> placeholders(std::string const& words) {
    std::multiset<std::string> found;
    for (auto open = words.find('{'); open != std::string::npos; open = words.find('{', open + 1)) {
        auto const close = words.find('}', open);
        if (close != std::string::npos) found.insert(words.substr(open, close - open + 1));
    }
    return found;
}

/// How many names a list such as date.days has. The Arabic comma separates as well.
std::size_t names_in(std::string const& words) {
    std::size_t commas = 0;
    for (std::string_view const comma : {",", "\u060C"}) {
        for (auto at = words.find(comma); at != std::string::npos; at = words.find(comma, at + 1)) ++commas;
    }
    return commas + 1;
}

/// Screens take the n-th name of these lists, so that every language needs as many as French has.
void check_list(PoEntry const& entry, Where const& place, ProblemLog& problems) {
    bool const is_list = entry.message.context == "date.days" || entry.message.context == "date.months";
    std::size_t const wanted = names_in(entry.message.french);
    if (!is_list || names_in(entry.translation) == wanted) return;
    problems.error(place, fmt::format("the list has {} names", names_in(entry.translation)),
                   fmt::format("Write {}, with commas between them", wanted));
}

/// Fuzzy comes off by somebody who says who they are and when it was, so that nobody takes it off by mistake.
void check_review(PoEntry const& entry, Where const& place, Today const& today, ProblemLog& problems) {
    if (entry.fuzzy) return;
    std::string const why = why_unreviewed(entry, today);
    if (why.empty()) return;
    problems.error(place, fmt::format("the translation is not fuzzy and {}", why),
                   "Write \"# reviewed by FUNCTION on 2026-11-24\" above it, or mark it fuzzy");
}

/// What a translation is held against. `complete` is false when a file with French sentences was not read: then no
/// sentence is said to be gone.
struct Whole {
    Today const& today;
    bool complete = true;
};

void check_entry(PoFile const& po, PoEntry const& entry, std::set<Message> const& wanted, Whole const& whole,
                 ProblemLog& problems) {
    Where const place{po.file, entry.line};
    if (entry.obsolete) return;
    if (!wanted.contains(entry.message)) {
        if (!whole.complete) return;
        problems.warning(place, fmt::format("the French sentence \"{}\" is no longer there", entry.message.french),
                         "Run halte-directory update");
        return;
    }
    if (entry.translation.empty()) return;
    check_review(entry, place, whole.today, problems);
    if (std::string const why = why_unreadable(entry.translation); !why.empty())
        problems.error(place, "the translation " + why, "Write the words, or leave it empty");
    check_list(entry, place, problems);
    if (longest_number(entry.translation) >= 9 || entry.translation.find('@') != std::string::npos)
        problems.error(place, "the translation contains a telephone number or an e-mail address",
                       "Say it as the French does: numbers stand in the records");
    auto const french = placeholders(entry.message.french);
    auto const own = placeholders(entry.translation);
    if (french == own) return;
    problems.error(
        place,
        fmt::format("the braces are {{{}}} and the French ones {{{}}}", fmt::join(own, " "), fmt::join(french, " ")),
        "Keep every name in braces as it is in French");
}

void check_file(PoFile const& po, std::vector<Wanted> const& wanted, Whole const& whole, ProblemLog& problems) {
    if (po.file.empty()) return;
    std::set<Message> messages;
    for (Wanted const& each : wanted) messages.insert(each.message);
    for (PoEntry const& entry : po.entries) check_entry(po, entry, messages, whole, problems);
    auto const missing = std::ranges::count_if(wanted, [&](Wanted const& each) { return !po.find(each.message); });
    if (missing == 0) return;
    problems.warning({po.file, 0}, fmt::format("{} of {} sentences are not translated", missing, wanted.size()),
                     "They are shown in French until somebody translates them");
}

}  // namespace

void check_translations(Sources const& sources, Today const& today, ProblemLog& problems) {
    auto const phrases = wanted_phrases(sources);
    auto const sentences = wanted_sentences(sources);
    Whole const whole{today, problems.unread().empty()};
    for (TranslationSource const& translation : sources.translations) {
        check_file(translation.phrases, phrases, whole, problems);
        check_file(translation.records, sentences, whole, problems);
    }
}

}  // namespace halte
