#include <fmt/format.h>
#include <halte/words.h>

#include <string_view>

#include "check.h"

namespace halte {
namespace {

/// What a text is and how long it may be, where a screen has its place.
struct Room {
    std::string_view what;
    std::size_t longest = longest_text;
};

class LengthCheck {
public:
    explicit LengthCheck(ProblemLog& problems) : m_problems(problems) {}

    void fits(SourceText const& text, Room const& room) {
        std::size_t const count = characters_in(text.words);
        if (count <= room.longest) return;
        m_problems.error(text.place, fmt::format("{} has {} characters", room.what, count),
                         fmt::format("Say it in {} at most: a screen has no room for more", room.longest));
    }
    void fit(std::vector<OwnWords> const& own) {
        for (OwnWords const& each : own) fits(each.words, {"a name in another language", longest_name});
    }
    void check(Record const& record) {
        fits(record.name, {"the name", longest_name});
        fits(record.website, {"the website"});
        fit(record.translated);
        for (PhoneSource const& phone : record.phones) fits(phone.description, {"what the number is", longest_label});
        for (EmailSource const& email : record.emails) fits(email.address, {"the e-mail address", longest_name});
        for (LocationSource const& location : record.locations) check(location);
    }

private:
    void check(LocationSource const& location) {
        fits(location.name, {"what the place is", longest_label});
        fits(location.address_1, {"the street", longest_name});
        fits(location.city, {"the city", longest_name});
        fit(location.translated);
    }

    ProblemLog& m_problems;
};

}  // namespace

void check_lengths(Sources const& sources, ProblemLog& problems) {
    LengthCheck check(problems);
    for (Record const& record : sources.records) check.check(record);
    for (Phrase const& phrase : all_phrases(sources))
        for (SourceText const& words : phrase.forms()) check.fits(words, {"the phrase"});
    for (Wanted const& wanted : wanted_sentences(sources))
        check.fits({wanted.message.french, wanted.place}, {"the sentence"});
    for (auto const* list : {&sources.languages, &sources.spoken})
        for (LanguageSource const& each : *list) {
            check.fits(each.endonym, {"the language's own name", longest_name});
            check.fits(each.greeting, {"the greeting", longest_name});
        }
    for (PlaceSource const& place : sources.places.places) {
        check.fits(place.name, {"the name of the place", longest_name});
        check.fit(place.translated);
    }
}

}  // namespace halte
