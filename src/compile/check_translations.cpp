#include <fmt/format.h>
#include <fmt/ranges.h>
#include <halte/words.h>

#include <algorithm>
#include <map>
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

/// Fuzzy comes off by somebody who says who they are and when it was, so that nobody takes it off by mistake.
void check_review(PoEntry const& entry, PoFile const& po, Today const& today, ProblemLog& problems) {
    if (entry.fuzzy) return;
    std::string const why = why_unreviewed(entry, po.header, today);
    if (why.empty()) return;
    problems.error({po.file, entry.line}, fmt::format("the translation is not fuzzy and {}", why),
                   "Write \"# reviewed by FUNCTION on 2026-11-24\" above it, or at the head of the file if the whole "
                   "file was read, or mark it fuzzy");
}

/// What a translation is held against. `complete` is false when a file with French sentences was not read: then no
/// sentence is said to be gone.
struct Whole {
    Today const& today;
    PluralRule const& rule;
    std::string const& tier;
    bool complete = true;
};

/// Every form stands there, and no more: the program takes the n-th.
bool has_its_forms(PoEntry const& entry, Where const& place, PluralRule const& rule, ProblemLog& problems) {
    auto const& forms = entry.extras.plural_translations;
    auto const lacking = std::ranges::count(forms, std::string());
    if (int(forms.size()) == rule.forms && lacking == 0) return true;
    problems.error(place,
                   fmt::format("the language has {} plural forms and {} are written", rule.forms,
                               std::ptrdiff_t(forms.size()) - lacking),
                   fmt::format("Write msgstr[0] to msgstr[{}], by the rule in languages.toml", rule.forms - 1));
    return false;
}

void check_braces(std::string const& source, std::string const& words, bool may_lack_count, Where const& place,
                  ProblemLog& problems) {
    auto french = placeholders(source);
    auto const own = placeholders(words);
    if (may_lack_count && !own.contains("{count}")) french.erase("{count}");
    if (french == own) return;
    problems.error(
        place,
        fmt::format("the braces are {{{}}} and the French ones {{{}}}", fmt::join(own, " "), fmt::join(french, " ")),
        "Keep every name in braces as it is in French");
}

void check_words(std::string const& words, Where const& place, ProblemLog& problems) {
    if (std::string const why = why_unreadable(words); !why.empty())
        problems.error(place, "the translation " + why, "Write the words, or leave it empty");
    if (std::size_t const count = characters_in(words); count > longest_translation)
        problems.error(place, fmt::format("the translation has {} characters", count),
                       fmt::format("Say it in {} at most: nobody reads more at a screen", longest_translation));
    if (longest_number(words) >= 9 || words.find('@') != std::string::npos)
        problems.error(place, "the translation contains a telephone number or an e-mail address",
                       "Say it as the French does: numbers stand in the records");
}

void check_forms(PoEntry const& entry, Where const& place, PluralRule const& rule, ProblemLog& problems) {
    if (!has_its_forms(entry, place, rule, problems)) return;
    for (int i = 0; i < rule.forms; ++i) {
        std::string const& words = entry.extras.plural_translations[std::size_t(i)];
        check_words(words, place, problems);
        check_braces(entry.extras.plural, words, rule.is_of_one_number(i), place, problems);
    }
}

bool is_empty(PoEntry const& entry) { return std::ranges::all_of(entry.forms(), &std::string::empty); }

void check_entry(PoFile const& po, PoEntry const& entry, std::map<Message, std::string> const& wanted,
                 Whole const& whole, ProblemLog& problems) {
    Where const place{po.file, entry.line};
    if (entry.obsolete) return;
    if (!wanted.contains(entry.message)) {
        if (!whole.complete) return;
        problems.warning(place, fmt::format("the French sentence \"{}\" is no longer there", entry.message.french),
                         "Run halte-directory update");
        return;
    }
    if (is_empty(entry)) return;
    check_review(entry, po, whole.today, problems);
    std::string const& plural = wanted.at(entry.message);
    if (plural != entry.extras.plural) {
        problems.error(place, "the entry has not the plural that the French phrase has", "Run halte-directory update");
    } else if (!plural.empty()) {
        check_forms(entry, place, whole.rule, problems);
    } else {
        check_words(entry.translation, place, problems);
        check_braces(entry.message.french, entry.translation, false, place, problems);
    }
}

void check_file(PoFile const& po, std::vector<Wanted> const& wanted, Whole const& whole, ProblemLog& problems) {
    if (po.file.empty()) return;
    std::map<Message, std::string> messages;
    for (Wanted const& each : wanted) messages.emplace(each.message, each.plural);
    for (PoEntry const& entry : po.entries) check_entry(po, entry, messages, whole, problems);
    auto const asked = std::ranges::count_if(wanted, [&](Wanted const& each) { return each.is_asked_of(whole.tier); });
    auto const missing = std::ranges::count_if(
        wanted, [&](Wanted const& each) { return each.is_asked_of(whole.tier) && !po.find(each.message); });
    if (missing == 0) return;
    problems.warning({po.file, 0}, fmt::format("{} of {} sentences are not translated", missing, asked),
                     "They are shown in French until somebody translates them");
}

}  // namespace

void check_translations(Sources const& sources, Today const& today, ProblemLog& problems) {
    bool const complete = problems.unread().empty();
    for (PartFile const& each : part_files) {
        auto const wanted = wanted_of(sources, each.part);
        for (TranslationSource const& translation : sources.translations)
            check_file(translation[each.part], wanted, {today, translation.rule, translation.tier, complete}, problems);
    }
}

}  // namespace halte
