#include "messages.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <iterator>

#include "shown.h"

namespace halte {

Message Phrase::message() const { return {profile.empty() ? id : id + "@" + profile, words.words}; }

std::vector<SourceText> Phrase::forms() const {
    return plural.empty() ? std::vector{words} : std::vector{words, plural};
}

/// A place says what the core says in the core, too; but to a child only in languages that have more than it: in the
/// others the general words are said.
static Phrase reworded(std::vector<Phrase> const& general, ProfileSource const& profile, PhraseSource const& wording) {
    Phrase phrase{wording.key, profile.id.words, wording.words};
    auto const found = std::ranges::find(general, wording.key, &Phrase::id);
    if (found == general.end()) return phrase;
    phrase.high = found->high;
    phrase.of_high = found->of_high;
    if (!profile.says_tu) phrase.part = found->part;
    return phrase;
}

std::vector<Phrase> all_phrases(Sources const& sources) {
    std::vector<Phrase> phrases;
    for (PhraseSource const& phrase : sources.phrases)
        phrases.push_back({phrase.key, "", phrase.words, phrase.plural, phrase.part});
    for (SituationSource const& situation : sources.situations) {
        phrases.push_back({"situation." + situation.id.words + ".title", "", situation.title, {}, Part::core});
        phrases.push_back({"situation." + situation.id.words + ".line", "", situation.line, {}, Part::core});
    }
    for (GuidanceSource const& guidance : sources.guidance) {
        if (!guidance.show) continue;
        phrases.push_back(
            {.id = "guidance." + guidance.id.words + ".title", .words = guidance.title, .of_high = guidance.high});
        phrases.push_back(
            {"guidance." + guidance.id.words + ".text", "", guidance.text, {}, Part::phrases, guidance.high});
    }
    for (ProfileSource const& profile : sources.profiles) {
        for (PhraseSource const& phrase : profile.wording) {
            phrases.push_back(reworded(phrases, profile, phrase));
        }
    }
    return phrases;
}

static std::vector<Wanted> wanted_phrases(Sources const& sources, Part part) {
    std::vector<Wanted> wanted;
    for (Phrase const& phrase : all_phrases(sources)) {
        if (phrase.part != part) continue;
        bool const button = phrase.id.starts_with("situation.") && phrase.id.ends_with(".title");
        wanted.push_back({.message = phrase.message(),
                          .place = phrase.words.place,
                          .note = button ? "On a button: at most four words." : "",
                          .plural = phrase.plural.words,
                          .only_tier_a = phrase.high || phrase.of_high});
    }
    return wanted;
}

/// What a translator must know of its place on the screen.
static std::string note_on(TranslatedField const& field) {
    for (ServiceTextField const& text : service_text_fields) {
        bool const is_it = field.entity == "service" && field.name == text.name;
        if (!is_it || text.longest == 0) continue;
        std::string note = fmt::format("{}: about {} characters at most.", text.place, text.longest);
        note.front() = char(std::toupper(note.front()));
        return note;
    }
    return {};
}

Message message_of(Record const& record, RecordSentence const& sentence) {
    bool const of_service = sentence.field.entity == "service";
    std::string context =
        fmt::format("{}.{}", record.id.words, of_service ? sentence.field.name : sentence.field.entity);
    if (sentence.part > 0) context += fmt::format(".{}", sentence.part + 1);
    return {context, sentence.text.words};
}

Message message_of(Record const& record, RecordSentence const& sentence, ProfileSource const& profile,
                   RewordedSource const& own) {
    return {message_of(record, sentence).context + "@" + profile.id.words, own.words.words};
}

/// A card's line, and what a contact leaves behind: whoever reads only that must not be wrong about it.
static bool is_asked_of_tier_b(RecordSentence const& sentence) {
    constexpr std::array fields{ServiceText::summary, ServiceText::traces, ServiceText::chat_traces};
    return sentence.field.entity == "service" &&
           std::ranges::any_of(fields, [&](ServiceText each) { return sentence.field.name == name_of(each); });
}

static std::vector<Wanted> wanted_of_sentence(Sources const& sources, Record const& record,
                                              RecordSentence const& sentence) {
    std::vector<Wanted> wanted{{.message = message_of(record, sentence),
                                .place = sentence.text.place,
                                .note = note_on(sentence.field),
                                .of_record = true,
                                .only_tier_a = !is_asked_of_tier_b(sentence)}};
    if (sentence.field.entity != "service") return wanted;
    for (ProfileSource const& profile : sources.profiles)
        if (RewordedSource const* const own = rewording(profile, sentence.text.words))
            wanted.push_back({.message = message_of(record, sentence, profile, *own),
                              .place = own->words.place,
                              .note = "In the words of " + profile.id.words + ".",
                              .of_record = true,
                              .only_tier_a = !is_asked_of_tier_b(sentence)});
    return wanted;
}

std::vector<Wanted> wanted_sentences(Sources const& sources) {
    std::vector<Wanted> wanted;
    for (Record const& record : sources.records)
        for_each_sentence(record, [&](RecordSentence const& sentence) {
            if (!sentence.text.empty())
                std::ranges::move(wanted_of_sentence(sources, record, sentence), std::back_inserter(wanted));
        });
    return wanted;
}

std::vector<Wanted> wanted_of(Sources const& sources, Part part) {
    return part == Part::records ? wanted_sentences(sources) : wanted_phrases(sources, part);
}

}  // namespace halte
