#include "messages.h"

#include <fmt/format.h>

#include <cctype>
#include <set>

namespace halte {

Message Phrase::message() const { return {profile.empty() ? id : id + "@" + profile, words.words}; }

std::vector<SourceText> Phrase::forms() const {
    return plural.empty() ? std::vector{words} : std::vector{words, plural};
}

std::vector<Phrase> all_phrases(Sources const& sources) {
    std::vector<Phrase> phrases;
    for (PhraseSource const& phrase : sources.phrases) phrases.push_back({phrase.key, "", phrase.words, phrase.plural});
    for (SituationSource const& situation : sources.situations) {
        phrases.push_back({"situation." + situation.id.words + ".title", "", situation.title});
        phrases.push_back({"situation." + situation.id.words + ".line", "", situation.line});
    }
    for (GuidanceSource const& guidance : sources.guidance) {
        if (!guidance.show) continue;
        phrases.push_back({"guidance." + guidance.id.words + ".title", "", guidance.title});
        phrases.push_back({"guidance." + guidance.id.words + ".text", "", guidance.text});
    }
    for (ProfileSource const& profile : sources.profiles) {
        for (PhraseSource const& phrase : profile.wording) {
            phrases.push_back({phrase.key, profile.id.words, phrase.words});
        }
    }
    return phrases;
}

std::vector<Wanted> wanted_phrases(Sources const& sources) {
    std::vector<Wanted> wanted;
    for (Phrase const& phrase : all_phrases(sources)) {
        bool const button = phrase.id.starts_with("situation.") && phrase.id.ends_with(".title");
        wanted.push_back({phrase.message(), phrase.words.place, button ? "On a button: at most four words." : "",
                          phrase.plural.words, true});
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

Message reworded(ProfileSource const& profile, RewordedSource const& sentence) {
    return {profile.id.words, sentence.words.words};
}

std::vector<Wanted> wanted_sentences(Sources const& sources) {
    std::vector<Wanted> wanted;
    std::set<std::string> known;
    for (Record const& record : sources.records) {
        for_each_sentence(record, [&](RecordSentence const& sentence) {
            SourceText const& text = sentence.text;
            if (text.empty() || !known.insert(text.words).second) return;
            wanted.push_back({{"", text.words}, text.place, note_on(sentence.field)});
        });
    }
    for (ProfileSource const& profile : sources.profiles) {
        for (RewordedSource const& each : profile.sentences)
            wanted.push_back({reworded(profile, each), each.words.place, "In the words of " + profile.id.words + "."});
    }
    return wanted;
}

}  // namespace halte
