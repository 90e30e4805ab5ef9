#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "po_review.h"
#include "progress.h"
#include "review_html.h"
#include "shown.h"
#include "write_atomically.h"

namespace halte {
namespace {

/// The sentences in which a mistake does the most harm.
std::set<Message> messages_of_weight(Sources const& sources) {
    std::set<Message> found;
    for (Phrase const& phrase : all_phrases(sources))
        if (phrase.high) found.insert(phrase.message());
    for (Record const& record : sources.records) {
        for_each_sentence(record, [&](RecordSentence const& sentence) {
            if (!sources.have_weight_in(sentence)) return;
            found.insert(message_of(record, sentence));
            for (ProfileSource const& profile : sources.profiles)
                if (RewordedSource const* const own = rewording(profile, sentence.text.words))
                    found.insert(message_of(record, sentence, profile, *own));
        });
    }
    return found;
}

/// "3, 4, 5 …": the first numbers that a plural form goes with, which say more to a speaker than the rule.
std::string numbers_of(PluralRule const& rule, std::size_t form) {
    constexpr std::size_t enough = 3;
    std::vector<std::size_t> numbers;
    for (std::size_t n = 0; n < rule.form_of.size() && numbers.size() <= enough; ++n)
        if (std::size_t(rule.form_of[n] - '0') == form) numbers.push_back(n);
    // From 100 on they come again with every hundred.
    bool const more = numbers.size() > enough || (!numbers.empty() && numbers.back() >= 100);
    if (numbers.size() > enough) numbers.pop_back();
    return fmt::format("{}{}", fmt::join(numbers, ", "), more ? " …" : "");
}

std::vector<SheetSentence::Form> forms_on_sheet(PoEntry const* entry, Wanted const& wanted, PluralRule const& rule) {
    if (wanted.plural.empty()) return {{entry == nullptr ? "" : entry->translation, ""}};
    std::vector<SheetSentence::Form> forms;
    for (std::size_t i = 0; i < std::size_t(rule.forms); ++i) {
        bool const translated = entry != nullptr && i < entry->extras.plural_translations.size();
        forms.push_back({translated ? entry->extras.plural_translations[i] : "", numbers_of(rule, i)});
    }
    return forms;
}

SheetSentence sentence_on_sheet(PoFile const& po, Wanted const& wanted, PluralRule const& rule) {
    auto const& [context, french] = wanted.message;
    PoEntry const* const entry = po.find(wanted.message);
    SheetSentence sentence{.french = {french},
                           .forms = forms_on_sheet(entry, wanted, rule),
                           .note = wanted.note,
                           .short_name = context.starts_with("month.") || context.starts_with("weekday.")};
    if (!wanted.plural.empty()) sentence.french.push_back(wanted.plural);
    if (entry == nullptr) return sentence;
    sentence.back = back_translation_of(*entry);
    if (entry->fuzzy) return sentence;
    auto const review = review_of(*entry, po.header);
    sentence.read = review ? fmt::format("{}, {}", review->function, review->day) : "";
    return sentence;
}

std::vector<std::string> words_in(std::vector<SourceText> const& texts) {
    std::vector<std::string> words;
    for (SourceText const& each : texts) words.push_back(each.words);
    return words;
}

std::vector<SheetTerm> terms_on_sheet(Sources const& sources, std::string const& language) {
    std::vector<SheetTerm> terms;
    for (GlossaryTerm const& term : sources.glossary)
        for (GlossaryWords const& own : term.languages)
            if (own.language.words == language)
                terms.push_back({words_in(term.french), words_in(own.says), words_in(own.avoid), own.why.words});
    return terms;
}

/// What is wanted of a part, as it is printed.
struct PrintedPart {
    Part part;
    bool first_page;
    std::vector<Wanted> wanted;
};

/// Those that the first page names, in its order; they are taken out of `core`.
std::vector<Wanted> taken_for_first_page(std::vector<Wanted>& core, Sources const& sources) {
    std::vector<Wanted> taken;
    for (SourceText const& key : sources.core_page) {
        auto const found = std::ranges::find(core, key.words, [](Wanted const& each) { return each.message.context; });
        if (found == core.end()) continue;
        taken.push_back(std::move(*found));
        core.erase(found);
    }
    return taken;
}

std::vector<PrintedPart> printed_parts(Sources const& sources) {
    std::vector<PrintedPart> parts;
    for (PartFile const& each : part_files) {
        auto wanted = wanted_of(sources, each.part);
        if (each.part == Part::core) parts.push_back({each.part, true, taken_for_first_page(wanted, sources)});
        parts.push_back({each.part, false, std::move(wanted)});
    }
    return parts;
}

/// The core is whole, so that a speaker can fill its gaps; of the others, what is translated.
ReviewSheet sheet_of(Sources const& sources, LanguageSource const& language, TranslationSource const& own) {
    ReviewSheet sheet{.language = own.language,
                      .endonym = language.endonym.words,
                      .french_name = language.name_in(source_language).words,
                      .script = metrics_of(script_of(language.script.words).value_or(Script::latin))};
    auto const of_weight = messages_of_weight(sources);
    int number = 0;
    for (PrintedPart const& each : printed_parts(sources)) {
        (each.part == Part::core ? sheet.core : sheet.rest) += progress_of(own[each.part], each.wanted);
        SheetPart part{.part = each.part, .first_page = each.first_page, .sentences = {}};
        for (Wanted const& one : each.wanted) {
            if (own[each.part].find(one.message) == nullptr && each.part != Part::core) continue;
            part.sentences.push_back(sentence_on_sheet(own[each.part], one, own.rule));
            part.sentences.back().number = ++number;
            part.sentences.back().high = of_weight.contains(one.message);
            if (each.first_page) part.sentences.back().note.clear();  // there is no room for it
        }
        if (!part.sentences.empty()) sheet.parts.push_back(std::move(part));
    }
    sheet.terms = terms_on_sheet(sources, own.language);
    for (ReadPage const& each : own.pages) sheet.pages.push_back({each.name.words, each.back.words});
    return sheet;
}

/// Why there is nothing to review, with the languages that there are.
Failure no_translations(Sources const& sources, std::string const& language, bool known) {
    std::vector<std::string> codes;
    for (TranslationSource const& each : sources.translations) codes.push_back(each.language);
    std::string const others =
        codes.empty() ? "No language has any" : fmt::format("These have: {}", fmt::join(codes, ", "));
    if (language == source_language)
        return failure(fmt::format("{} is the language that is translated from. {}.", language, others),
                       ExitCode::usage);
    if (known)
        return failure(
            fmt::format("translations/{} is missing: make it with halte-directory update. {}.", language, others),
            ExitCode::bad_data);
    return failure(fmt::format("\"{}\" is no language of languages.toml with translations. {}.", language, others),
                   ExitCode::usage);
}

}  // namespace

Result<void> write_review_sheet(std::filesystem::path const& data, std::string const& language,
                                std::filesystem::path const& output) {
    Sources const sources = TRY(read_whole_sources(data));
    auto const known =
        std::ranges::find(sources.languages, language, [](LanguageSource const& each) { return each.code.words; });
    auto const own = std::ranges::find(sources.translations, language, &TranslationSource::language);
    if (own == sources.translations.end()) return no_translations(sources, language, known != sources.languages.end());
    std::string const page = html_of(sheet_of(sources, *known, *own));
    return write_atomically(output, {page.begin(), page.end()});
}

}  // namespace halte
