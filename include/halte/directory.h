#pragma once
/// The directory: read-only questions to a snapshot, answered with plain structs. SQLite is read here and nowhere else.
/// Names follow Open Referral's HSDS 3 (organization, location, phone, schedule, assured_date). The directory knows
/// what is true for everybody; it knows nothing of a visit, a window or a clock.
///
/// Every answer is a copy and outlives the Directory. Every text comes in the language asked for, or in French when
/// nobody has translated it: `Text::language` says which.

#include <halte/base.h>
#include <array>
#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace halte {

/// Words for a visitor. `reviewed` is false while no speaker of the language has read them (gettext's "fuzzy").
struct Text {
    std::string words;
    std::string language = "fr";
    bool reviewed = true;
};

struct Language {
    std::string code;      ///< BCP 47: fr, nl, ar
    std::string endonym;   ///< its own name for itself: Nederlands
    std::string greeting;  ///< Goedendag
    bool right_to_left = false;
};

/// Usual opening hours, wall-clock time of Belgium (HSDS schedule: byday, opens_at, closes_at). Never crosses midnight;
/// closes_at is 1440 for midnight.
struct Schedule {
    std::array<bool, 7> byday{};  ///< [0] is Monday
    int opens_at = 0;             ///< minutes since midnight
    int closes_at = 0;
};

enum class OpenState { open, closed, unknown };
struct OpenNow {
    OpenState state = OpenState::unknown;
    int closes_at = 0;  ///< minutes since midnight; meaningful when open and not around the clock
    bool any_hour = false;
};
/// Whether usual hours are running at `wall`. Unknown when there are no schedules, and when the terminal's clock shows
/// a day before the snapshot's own date: such a clock is wrong.
OpenNow open_now(std::vector<Schedule> const& schedules, bool any_hour, WallTime const& wall, Date const& as_of);

struct Phone {
    std::string number;  ///< as it is shown: "0800 98 100"
    Text label;          ///< empty words, or what the number is, and for a hospital what to ask for
    std::optional<bool> free;
    bool text_only = false;  ///< SMS or WhatsApp: never shown as a number to call
    bool any_hour = false;   ///< day and night
    std::vector<Schedule> schedules;
};

struct Location {
    Text label;          ///< may be empty
    std::string street;  ///< empty when only the city is known
    std::string postal_code;
    std::string city;
    std::optional<Coordinates> coordinates;  ///< of the city
};

/// Who stands behind a service. Lists show independent services before authorities and the staff of a place.
enum class Independence { independent, authority, staff };
enum class SourceKind { service, authority, press, directory };

/// What a card in a list needs.
struct ServiceSummary {
    std::string id;
    std::string name;
    Text summary;                ///< one line
    std::optional<Phone> phone;  ///< the first number to call, if one may be shown
    std::string website;         ///< without scheme, as read aloud: www.sosviol.be; may be empty
    std::string city;            ///< of the nearest location; may be empty
    std::string parent;          ///< id of the network it is a site of; may be empty
    int sites = 0;               ///< how many sites it has itself
    bool any_hour = false;
    std::optional<bool> free;
    std::optional<bool> anonymous;
    std::vector<std::string> languages;  ///< codes it answers in; empty when not known
    std::optional<double> distance_km;   ///< from the terminal to the nearest location
    Independence independence = Independence::independent;
    std::vector<Schedule> schedules;  ///< of the phone, else of the service
    bool receives_people = true;      ///< false: works on the subject but receives no individuals
    bool open = true;                 ///< false: suspended, announced or uncertain; never shown as open
    bool specialised = false;         ///< the situation asked for is the first of its own
};

/// The page of one service.
struct Service {
    ServiceSummary brief;
    Text description;  ///< what it does
    Text contact;      ///< what happens when you call or come
    Text for_whom;
    Text cost_note;    ///< may be empty
    Text hours_note;   ///< hours that no table holds ("by appointment"); may be empty
    Text traces;       ///< what a contact leaves behind beyond the call list; may be empty
    Text status_note;  ///< why it is not simply open; may be empty
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
    std::string network;  ///< name of the parent; may be empty
};

struct Situation {
    std::string id;    ///< "rape", "forced_marriage"
    std::string icon;  ///< "situation-rape"
    Text title;        ///< at most four words
    Text line;
};

/// A first step, offered and never ordered (data/guidance.toml).
struct Guidance {
    std::string id;
    std::string icon;
    Text title;
    Text text;
};

/// What kind of place the terminal stands in (data/profiles).
struct Profile {
    std::string id;
    std::vector<std::string> situations;     ///< ids, in the order of the screen
    std::vector<std::string> languages;      ///< codes, in the order of the welcome screen
    std::vector<std::string> leading_lines;  ///< ids of services that come first among the general lines
};

/// The terminal's side of a question: which language to answer in, from where, in which kind of place.
struct Viewpoint {
    std::string language = "fr";
    std::string profile = "hospital";
    std::optional<Coordinates> coordinates;
};

/// An icon as 8-bit coverage, square, `side` x `side` bytes, row by row.
struct IconImage {
    int side = 0;
    std::vector<std::uint8_t> coverage;
};

class Directory {
public:
    /// Opens a snapshot file, immutable and read-only. Fails with one sentence when it is missing, damaged, of another
    /// schema or no database at all.
    static Result<Directory> open(std::string const& path);
    /// Opens a snapshot held in memory, which must outlive the Directory.
    static Result<Directory> open_bytes(std::span<std::uint8_t const> bytes);

    Directory(Directory&&) noexcept;
    Directory& operator=(Directory&&) noexcept;
    ~Directory();

    /// The newest day on which a fact in the snapshot was read.
    [[nodiscard]] Date as_of() const;
    [[nodiscard]] std::vector<Language> languages() const;
    /// The profile of that name, or nothing.
    [[nodiscard]] std::optional<Profile> profile(std::string_view id) const;
    /// The interface's own sentence of that key (data/phrases.toml), in the profile's wording where it has one.
    /// A key that is not in the snapshot is our mistake: must().
    [[nodiscard]] Text phrase(std::string_view key, Viewpoint const& from) const;
    [[nodiscard]] std::vector<Situation> situations(Viewpoint const& from) const;
    /// Nothing when there is no such situation.
    [[nodiscard]] std::optional<Situation> situation(std::string_view id, Viewpoint const& from) const;
    [[nodiscard]] std::vector<Guidance> guidance(std::string_view situation, Viewpoint const& from) const;
    /// Who helps in a situation. Sites of a network whose own card is in the answer are left to its page, but for the
    /// nearest one. Never what is for authors of violence. Not sorted by any clock.
    [[nodiscard]] std::vector<ServiceSummary> services(std::string_view situation, Viewpoint const& from) const;
    /// The separate door: services for people who hurt somebody, or fear to.
    [[nodiscard]] std::vector<ServiceSummary> author_services(Viewpoint const& from) const;
    /// Lines for anything, those that answer in the visitor's language first (data/lines.toml), in the profile's order.
    [[nodiscard]] std::vector<ServiceSummary> general_lines(Viewpoint const& from) const;
    [[nodiscard]] std::optional<Service> service(std::string_view id, Viewpoint const& from) const;
    /// Every service id, in the order of the records; for tests and for the longest page of its kind.
    [[nodiscard]] std::vector<std::string> service_ids() const;
    [[nodiscard]] std::optional<IconImage> icon(std::string_view name) const;

private:
    struct Inside;
    explicit Directory(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> m_inside;
};

/// The snapshot built with this program.
std::span<std::uint8_t const> embedded_snapshot();

}  // namespace halte
