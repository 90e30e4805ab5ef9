#pragma once
/// The ways to a service, and the words for them: numbers and places, named as in Open Referral's HSDS 3.

#include <halte/hours.h>
#include <halte/source_language.h>
#include <optional>
#include <string>
#include <vector>

namespace halte {

/// Words for a visitor. `reviewed` is false while no speaker of the language has read them (gettext's "fuzzy").
struct Text {
    std::string words;
    std::string language = source_language;
    bool reviewed = true;
    std::string beside{};  ///< the French of a sentence of weight that no speaker has read; else empty
};

/// How a call begins: what somebody who answers needs to hear first.
enum class Opening { listening, place, switchboard, law, authority };

struct Phone {
    std::string number;  ///< as it is shown: "0800 98 100"
    Text description;    ///< empty words, or what the number is, and for a hospital what to ask for
    std::optional<bool> free;
    bool text_only = false;  ///< SMS or WhatsApp: never shown as a number to call
    bool any_hour = false;   ///< day and night
    std::vector<Schedule> schedules;
    Opening opening = Opening::listening;
    std::string asked_for;          ///< of a switchboard: the name that its description tells to ask for
    std::string asked_in;           ///< the language of that name
    std::optional<Date> called_on;  ///< the day on which somebody called it and it was right
};

struct Location {
    Text name;           ///< may be empty
    std::string street;  ///< empty when only the city is known
    std::string postal_code;
    std::string city;
    std::string language = source_language;  ///< of the street, or of the city where no street is known
    std::optional<Coordinates> coordinates;  ///< of the city
};

}  // namespace halte
