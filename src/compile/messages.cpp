#include "messages.h"

#include <set>

namespace halte {

Message Phrase::message() const { return {profile.empty() ? id : id + "@" + profile, words.words}; }

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

void for_each_sentence(Record const& record, UseSentence const& use) {
    RecordTexts const& text = record.text;
    use("service", 0, "summary", text.summary);
    use("service", 0, "description", text.description);
    use("service", 0, "application_process", text.contact);
    use("service", 0, "eligibility_description", text.for_whom);
    use("service", 0, "fees_description", text.cost);
    use("service", 0, "hours_note", text.hours);
    use("service", 0, "traces", text.traces);
    use("service", 0, "told", text.told);
    use("service", 0, "alert", text.status);
    std::size_t part = 0;
    for (PhoneSource const& phone : record.phones) {
        if (phone.publish == Publish::yes) use("phone", part++, "description", phone.label);
    }
    part = 0;
    for (LocationSource const& location : record.locations) {
        if (location.publish == Publish::yes) use("location", part++, "name", location.label);
    }
}

Message reworded(ProfileSource const& profile, RewordedSource const& sentence) {
    return {profile.id.words, sentence.words.words};
}

std::vector<Wanted> wanted_sentences(Sources const& sources) {
    std::vector<Wanted> wanted;
    std::set<std::string> known;
    for (Record const& record : sources.records) {
        for_each_sentence(record, [&](std::string_view, std::size_t, std::string_view field, Sentence const& words) {
            if (words.empty() || !known.insert(words.words).second) return;
            char const* note = field == "summary" ? "One line of a card: about 60 characters at most." : "";
            wanted.push_back({{"", words.words}, words.place, note});
        });
    }
    for (ProfileSource const& profile : sources.profiles) {
        for (RewordedSource const& each : profile.sentences)
            wanted.push_back({reworded(profile, each), each.words.place, "In the words of " + profile.id.words + "."});
    }
    return wanted;
}

}  // namespace halte
