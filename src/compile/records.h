#pragma once
/// A record of `data/records/` as an editor wrote it, each value with the line it came from; what is withheld too.

#include <optional>
#include <string>
#include <vector>

#include "keys.h"

namespace halte {

enum class Publish { no, after_checking, yes };

/// A name, a street, a city or a website as the service has it in another language. `field` is the record's key.
struct OwnWords {
    std::string language, field;
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
    SourceText label;
    std::string type;
    std::optional<bool> free;
    bool any_hour = false;
    bool switchboard = false;       ///< a house's general number: its label says what to ask for
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
    SourceText label;
    SourceText street;
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

/// The sentences of a record, in the order of the columns of `service` that hold them.
struct RecordTexts {
    SourceText summary, description, contact, for_whom, cost, hours, traces, told, status;
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
    std::optional<bool> free;
    std::optional<bool> anonymous;
    std::vector<SourceText> situations, made_for, languages;
    RecordTexts text;
    std::vector<OwnWords> translated;
    std::vector<PhoneSource> phones;
    std::vector<EmailSource> emails;
    std::vector<LocationSource> locations;
    std::optional<HoursSource> hours;
};

}  // namespace halte
