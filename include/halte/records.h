#pragma once
/// A record of `data/records/` as an editor wrote it, each value with the line it came from; what is withheld too. Its
/// names are Open Referral's HSDS 3 where it has them. Whoever reads or writes records in any format fills or reads
/// this; it knows no format, no database and no screen.

#include <halte/base.h>
#include <halte/problem.h>
#include <halte/service_text.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace halte {

enum class Publish { no, after_checking, yes };

/// A name, a street, a city or a website as the service has it in another language.
struct OwnWords {
    std::string language;
    TranslatedField field;
    SourceText words;
};

struct ScheduleSource {
    std::string kind;  ///< phone, chat, visit
    std::string byday;
    int opens_at = 0;
    int closes_at = 0;
};

struct PhoneSource {
    SourceText number;
    SourceText description;
    std::string type;
    std::optional<bool> free;
    bool any_hour = false;
    bool switchboard = false;       ///< a house's general number: its description says what to ask for
    SourceText shared_with;         ///< the record whose number this is, when it is not the service's own; or empty
    std::optional<Date> called_on;  ///< the day on which somebody called it and it was right
    Where called_at;                ///< where that day stands
    Publish publish = Publish::no;
    std::vector<ScheduleSource> schedules;
    std::vector<std::string> sources;
};

struct EmailSource {
    SourceText address;
    Publish publish = Publish::no;
    std::vector<std::string> sources;
};

struct LocationSource {
    SourceText name;
    SourceText address_1;  ///< street and number
    std::string postal_code;
    SourceText city;
    std::optional<Coordinates> coordinates;
    std::vector<OwnWords> translated;
    Publish publish = Publish::no;
    std::vector<std::string> sources;
};

struct HoursSource {
    Where place;
    Publish publish = Publish::no;
    std::vector<ScheduleSource> schedules;
    std::vector<std::string> sources;
};

/// One organization and its service: data/records/ID.toml.
struct Record {
    Where place;
    SourceText id, name, parent, website;
    std::string status, kind, source_kind, audience;
    std::optional<Date> assured_date;
    Where assured_at;  ///< where that date stands
    int order = 0;
    bool asked_for = false;
    Where asked_for_at;
    bool refuge = false;  ///< its address is secret
    bool receives_people = true;
    bool on_court_order = false;  ///< takes only whom a court sends
    bool any_hour = false;        ///< day and night, when its hours are published
    bool chat = false;            ///< on its website
    Where chat_at;                ///< where that stands
    std::optional<bool> free;
    std::optional<bool> anonymous;
    std::vector<SourceText> situations, made_for, languages;
    ServiceTexts<SourceText> text;
    std::vector<OwnWords> translated;
    std::vector<PhoneSource> phones;
    std::vector<EmailSource> emails;
    std::vector<LocationSource> locations;
    std::optional<HoursSource> hours;
};

/// A sentence of a record: the table of a snapshot that it goes to, its column there, and of what is published of its
/// kind the how manieth phone or location has it.
struct RecordSentence {
    TranslatedField field;
    std::size_t part = 0;
    SourceText const& text;
};
/// Every sentence that a visitor may read, in the order of the table, then those of phones and of locations. Some are
/// empty; what is withheld is not among them.
void for_each_sentence(Record const& record, std::function<void(RecordSentence const&)> const& use);

}  // namespace halte
