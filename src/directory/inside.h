#pragma once
/// What a Directory owns, and the connection that its answers share.

#include <halte/directory.h>
#include <halte/files.h>

#include <map>
#include <unordered_map>

#include "list_facts.h"
#include "remembered.h"
#include "rows.h"

namespace halte {

/// A service in a list, before any clock put it in its place.
struct ListEntry {
    int index = 0;  ///< in ListFacts
    bool leading = false;
    bool made_for = false;
};

struct Directory::Inside {
    Inside(FilledMemory snapshot, Connection opened) : file(std::move(snapshot)), connection(std::move(opened)) {}

    FilledMemory file;  ///< empty when the snapshot is somebody else's memory
    Connection connection;
    std::unordered_map<std::string, Text> phrases;  ///< by key, number, language and profile
    Remembered<std::vector<ServiceSummary>> general_lines;
    Remembered<std::vector<ServiceSummary>> without_phone;
    Remembered<std::shared_ptr<Ordered const>> list;
    RememberedCards cards;
    Remembered<std::optional<Profile>> profile;
    Remembered<std::vector<Guidance>> guidance;
    Remembered<std::optional<Service>> page;
    Remembered<EmergencyNumbers> emergency;
    Remembered<std::vector<Town>> towns;
    Remembered<std::string> nearest_town;  ///< its id, or nothing
    std::optional<ListFacts> list_facts;   ///< read when the first list is asked for

    /// The rows of a network's sites, of a situation and so on: each asks for ids, in order, with one value or two.
    template <class... Values>
    [[nodiscard]] std::vector<std::string> ids(char const* statement, Values const&... values) const {
        std::vector<std::string> found;
        FoundRows rows = connection.ask(statement, values...);
        while (rows.next()) found.push_back(rows.text(0));
        return found;
    }

    /// Nothing when there is no such service.
    [[nodiscard]] std::optional<ServiceSummary> summary(std::string_view id, Viewpoint const& from) const;
    [[nodiscard]] std::vector<ServiceSummary> summaries(std::vector<std::string> const& ids,
                                                        Viewpoint const& from) const;
    [[nodiscard]] std::vector<ServiceSummary> summaries(std::vector<ListEntry> const& entries, Viewpoint const& from);
    /// Puts the best words that the field of that row has for the viewpoint into `text`, which has the record's French.
    /// What has weight and was read by nobody keeps its French beside it.
    void put_into_words(Text& text, TranslatedField const& field, std::string_view id, Viewpoint const& from) const;
    /// A text that no screen has room for, to be said after "a text of"; empty when there is none.
    [[nodiscard]] std::string too_long() const;
    /// In that very language.
    [[nodiscard]] bool has_phrase(std::string_view key, Viewpoint const& from) const;
    [[nodiscard]] Text find_phrase(std::string_view key, Viewpoint const& from) const;
    [[nodiscard]] Text find_phrase(std::string_view key, int count, Viewpoint const& from) const;
    /// Without their words.
    [[nodiscard]] std::vector<Guidance> find_guidance(std::string_view situation, Viewpoint const& from) const;

    // The lists, as directory.h tells of them, in their own order:
    [[nodiscard]] ListFacts const& facts();
    [[nodiscard]] std::string id_of(ServiceRow row) const;
    [[nodiscard]] std::vector<ListEntry> entries_about(std::string_view subject, Viewpoint const& from);
    [[nodiscard]] std::vector<ListEntry> who_helps(std::string_view situation, Viewpoint const& from);
    [[nodiscard]] std::vector<ListEntry> for_general_lines(Viewpoint const& from);
    [[nodiscard]] std::vector<ListEntry> for_authors();
    [[nodiscard]] std::vector<ListEntry> for_anything();
    [[nodiscard]] std::vector<ListEntry> entries_of(std::vector<std::string> const& ids);
    void add_helpers(std::vector<ListEntry>& found, std::string_view situation, Viewpoint const& from);
    void drop_lines_of_other_languages(std::vector<ListEntry>& found, std::string_view language);
    /// Leaves of each network whose own card is in the list one site at most.
    void fold_networks(std::vector<ListEntry>& found, Viewpoint const& from);
    /// Which of all services these are.
    [[nodiscard]] std::vector<bool> marked(std::vector<std::string> const& ids);
    [[nodiscard]] bool has_website(ListFact const& fact, Viewpoint const& from) const;
    [[nodiscard]] std::vector<Understood> understood_in(std::string_view language);
    [[nodiscard]] std::vector<Listed> listed(std::vector<ListEntry> const& entries, Asking const& asking,
                                             Viewpoint const& from);

    [[nodiscard]] std::optional<Profile> find_profile(std::string_view id) const;
    [[nodiscard]] std::vector<std::string> line_ids(Viewpoint const& from, Profile const& place) const;
    [[nodiscard]] std::optional<Service> find_service(std::string_view id, Viewpoint const& from) const;
    [[nodiscard]] std::vector<Phone> phones(std::string_view service, Viewpoint const& from) const;
    [[nodiscard]] std::vector<Location> locations(std::string_view service, Viewpoint const& from) const;
    [[nodiscard]] std::vector<Service::KindOfHours> hours(std::string_view service) const;
};

/// A text from three columns: its words, its language and whether a speaker has read it.
Text read_text(FoundRows const& rows, int column);

/// Days, opening and closing from three columns.
Schedule schedule_of(FoundRows const& rows, int column);

/// A number of three or four digits, or one that begins with 0800, belongs to no region (BIPT, the numbering plan).
bool is_of_whole_country(std::string_view number);

/// Distance of the nearest of `locations`, and where it stands among them; nothing when it cannot be told.
struct Nearest {
    std::size_t place = 0;
    double distance_km = 0;
};
std::optional<Nearest> nearest(std::vector<Location> const& locations, std::optional<Coordinates> const& from);

}  // namespace halte
