#pragma once
/// A record of `data/records/` as an editor wrote it, each value with the line it came from; what is withheld too.

#include <optional>
#include <string>
#include <vector>

#include "keys.h"

namespace halte {

enum class Publish { no, after_checking, yes };

struct ScheduleSource {
    std::string kind;  ///< phone, chat, visit
    std::string byday;
    int opens_at = 0;
    int closes_at = 0;
};

struct PhoneSource {
    Sentence number;
    Sentence label;
    std::string type;
    std::optional<bool> free;
    bool any_hour = false;
    Publish publish = Publish::no;
    std::vector<ScheduleSource> schedules;
    std::vector<std::string> sources;
};

struct EmailSource {
    Sentence address;
    Publish publish = Publish::no;
    std::vector<std::string> sources;
};

struct LocationSource {
    Sentence label;
    Sentence street;
    std::string postal_code;
    Sentence city;
    std::optional<Coordinates> coordinates;
    Publish publish = Publish::no;
    std::vector<std::string> sources;
};

struct HoursSource {
    Place place;
    Publish publish = Publish::no;
    std::vector<ScheduleSource> schedules;
    std::vector<std::string> sources;
};

/// The sentences of a record, in the order of the columns of `service` that hold them.
struct RecordTexts {
    Sentence summary, description, contact, for_whom, cost, hours, traces, status;
};

/// One organization and its service: data/records/ID.toml.
struct Record {
    Place place;
    Sentence id, name, parent, website;
    std::string status, kind, source_kind, audience;
    std::optional<Date> assured_date;
    Place assured_at;  ///< where that date stands
    int order = 0;
    bool asked_for = false;
    bool receives_people = true;
    bool any_hour = false;  ///< day and night, when its hours are published
    std::optional<bool> free;
    std::optional<bool> anonymous;
    std::vector<Sentence> situations, languages;
    RecordTexts text;
    std::vector<PhoneSource> phones;
    std::vector<EmailSource> emails;
    std::vector<LocationSource> locations;
    std::optional<HoursSource> hours;
};

}  // namespace halte
