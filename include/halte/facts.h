#pragma once
/// The facts a directory answers with, as plain structs named as in Open Referral's HSDS 3. Every text comes in the
/// language asked for, or in French when nobody has translated it: `Text::language` says which.

#include <halte/contacts.h>
#include <halte/language.h>
#include <halte/script.h>
#include <halte/service_text.h>
#include <optional>
#include <string>
#include <vector>

namespace halte {

/// Who stands behind a service. Lists show independent services before authorities and the staff of a place.
enum class Independence { independent, authority, staff };
enum class SourceKind { service, authority, press, directory };

/// The ways to write to a service.
struct InWriting {
    bool chat = false;                     ///< on its website
    std::vector<Schedule> chat_schedules;  ///< empty when its hours are not known
    Text chat_traces;                      ///< beyond the history of the device; empty where nothing is known
    std::optional<Phone> messages;         ///< the first number for SMS or WhatsApp
    std::string email;                     ///< the first address; may be empty
    [[nodiscard]] bool any() const { return chat || messages || !email.empty(); }
};

/// When somebody can go there: nothing is known where both are empty.
struct OnTheSpot {
    std::vector<Schedule> schedules;
    bool any_hour = false;  ///< day and night
};

/// What a card in a list needs.
struct ServiceSummary {
    std::string id;
    std::string name;
    std::string name_language = source_language;  ///< the visitor's, where the service has a name in it
    Text summary;                                 ///< one line
    std::optional<Phone> phone;                   ///< the first number to call, if one may be shown
    std::string website;                          ///< without scheme, as read aloud: www.sosviol.be; may be empty
    std::string street;  ///< of the nearest location, in `place_language`; empty for a country's line
    std::string city;    ///< of the nearest location; empty for a whole country's line
    std::string place_language = source_language;
    InWriting writing;
    OnTheSpot on_the_spot;
    std::string parent;     ///< id of the network it is a site of; may be empty
    int sites = 0;          ///< how many of its own sites receive people
    bool any_hour = false;  ///< day and night: said so, or by hours that leave no minute out
    std::optional<bool> free;
    std::optional<bool> anonymous;
    std::vector<std::string> languages;  ///< codes it answers in; empty when not known
    bool whole_country = false;          ///< its number belongs to no region
    bool leading = false;                ///< the place puts it first in every situation
    std::optional<double> distance_km;   ///< from the terminal to the nearest location; none for a whole country's line
    Independence independence = Independence::independent;
    std::vector<Schedule> schedules;    ///< of the phone, else of the service
    bool receives_people = true;        ///< false: works on the subject but receives no individuals
    bool open = true;                   ///< false: suspended, announced or uncertain; never shown as open
    bool on_court_order = false;        ///< takes only whom a court sends
    std::vector<std::string> made_for;  ///< ids of the situations it exists for; the others are where it also helps
};

/// The page of one service.
struct Service {
    ServiceSummary brief;
    ServiceTexts<Text> text;  ///< empty where it is not known
    std::vector<Phone> phones;
    std::vector<std::string> emails;
    std::vector<Location> locations;
    struct KindOfHours {
        std::string kind;  ///< "phone", "chat", "visit"
        std::vector<Schedule> schedules;
    };
    std::vector<KindOfHours> hours;
    std::vector<ServiceSummary> sites;  ///< of a network, nearest first
    Date assured_date;
    SourceKind source = SourceKind::directory;
    std::string network;  ///< name of the parent, as `brief.name` of its own page; may be empty
};

struct Situation {
    std::string id;    ///< "rape", "forced_marriage"
    std::string icon;  ///< "situation-rape"
    Text title;        ///< at most four words
    Text line;
};

/// The two numbers of the emergency line, as the records `emergency-112` and `police-101` have them.
struct EmergencyNumbers {
    std::string ambulance_and_fire;
    std::string police;
};

/// A first step, offered and never ordered (data/guidance.toml).
struct Guidance {
    std::string id, icon;
    Text title, text;
    bool high = false;  ///< of weight: what it says unread is held against what it says in French
};

}  // namespace halte
