#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "address.h"
#include "check.h"
#include "shown.h"

namespace halte {
namespace {

/// A sentence as a terminal shows it, and what an editor does when it speaks to an adult.
struct Said {
    std::vector<SourceText> french;  ///< every form of it
    std::vector<Message> messages;   ///< of its translation, the better first
    std::string cure, cure_of_translation;
};

constexpr std::string_view reword_translation = "Translate it as to a child";

/// Goes over all that one profile can show, and notes each sentence once however many records say it.
class Address {
public:
    Address(Sources const& sources, ProfileSource const& profile, ProblemLog& problems)
        : m_sources(sources), m_profile(profile), m_problems(problems) {}

    void check_record(Record const& record) {
        for_each_sentence(record, [&](RecordSentence const& sentence) {
            if (sentence.field.entity == "service")
                check(of_service(record, sentence));
            else  // no profile has words of its own for a phone or a place
                check({{sentence.text},
                       {message_of(record, sentence)},
                       "Write \"demander\" for \"demandez\"",
                       "Say it to nobody"});
        });
    }
    void check_phrase(Phrase const& general, Phrase const* own) {
        if (own != nullptr)
            check(
                {own->forms(), {own->message(), general.message()}, "Say it with tu", std::string(reword_translation)});
        else if (!general.plural.empty())  // no profile has words of its own for what counts
            check({general.forms(), {general.message()}, "Say it to nobody", "Say it to nobody"});
        else
            check(without_own(general.words, general.message(), fmt::format("\"{}\" in [wording]", general.id)));
    }

private:
    [[nodiscard]] Said of_service(Record const& record, RecordSentence const& sentence) const {
        RewordedSource const* own = rewording(m_profile, sentence.text.words);
        Message const general = message_of(record, sentence);
        if (own == nullptr) return without_own(sentence.text, general, "a [[sentence]] with it");
        return {{own->words},
                {message_of(record, sentence, m_profile, *own), general},
                "Say it with tu",
                std::string(reword_translation)};
    }
    [[nodiscard]] Said without_own(SourceText const& general, Message const& message, std::string const& what) const {
        std::string const cure = fmt::format("write {} in profiles/{}.toml", what, m_profile.id.words);
        return {{general}, {message}, "Say tu: " + cure, "Say it to nobody, or " + cure};
    }

    void check(Said const& said) {
        for (SourceText const& form : said.french) check(source_language, form.words, form.place, said.cure);
        for (TranslationSource const& translation : m_sources.translations) {
            auto const [po, entry] = shown_in(translation, said.messages);
            if (entry == nullptr) continue;
            for (std::string const& form : entry->forms())
                check(translation.language, form, {po->file, entry->line}, said.cure_of_translation);
        }
    }
    /// A terminal shows the first that is translated: the language counts more than the profile's own words.
    struct Shown {
        PoFile const* po = nullptr;
        PoEntry const* entry = nullptr;
    };
    static Shown shown_in(TranslationSource const& translation, std::vector<Message> const& messages) {
        for (Message const& message : messages)
            for (PoFile const& po : translation.files)
                if (PoEntry const* entry = po.find(message)) return {&po, entry};
        return {};
    }
    void check(std::string const& language, std::string const& words, Where const& place, std::string const& cure) {
        auto const entry = std::ranges::find(m_sources.languages, language,
                                             [](LanguageSource const& each) { return each.code.words; });
        if (entry == m_sources.languages.end()) return;
        auto const found = formal_word(entry->formal, words);
        if (!found || !m_noted.insert({place.name, place.line}).second) return;
        m_problems.error(
            place, fmt::format("\"{}\" would say \"{}\" to a child ({})", words, *found, m_profile.id.words), cure);
    }

    Sources const& m_sources;
    ProfileSource const& m_profile;
    ProblemLog& m_problems;
    std::set<std::pair<std::string, int>> m_noted;
};

void check_profile(Sources const& sources, ProfileSource const& profile, ProblemLog& problems) {
    Address address(sources, profile, problems);
    for (Record const& record : sources.records) {
        if (can_show(sources, profile, record)) address.check_record(record);
    }
    std::vector<Phrase> const phrases = all_phrases(sources);
    for (Phrase const& phrase : phrases) {
        if (!phrase.profile.empty() || !can_show(sources, profile, phrase)) continue;
        auto const own = std::ranges::find_if(
            phrases, [&](Phrase const& each) { return each.id == phrase.id && each.profile == profile.id.words; });
        address.check_phrase(phrase, own == phrases.end() ? nullptr : &*own);
    }
}

}  // namespace

void check_address(Sources const& sources, ProblemLog& problems) {
    for (ProfileSource const& profile : sources.profiles)
        if (profile.says_tu) check_profile(sources, profile, problems);
}

}  // namespace halte
