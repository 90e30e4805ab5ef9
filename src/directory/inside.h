#pragma once
/// What a Directory owns, and the connection that its answers share.

#include <halte/directory.h>
#include <halte/files.h>

#include <map>
#include <unordered_map>

#include "remembered.h"
#include "rows.h"

namespace halte {

struct Directory::Inside {
    FilledMemory file;  ///< empty when the snapshot is somebody else's memory
    Connection connection;
    std::unordered_map<std::string, Text> phrases;  ///< by key, language and profile
    Remembered<std::vector<ServiceSummary>> services;
    Remembered<std::vector<ServiceSummary>> general_lines;
    Remembered<std::vector<ServiceSummary>> for_anything;
    Remembered<std::vector<ServiceSummary>> for_authors;
    Remembered<std::vector<ServiceSummary>> without_phone;
    Remembered<std::optional<Service>> page;
    Remembered<EmergencyNumbers> emergency;
    Remembered<std::vector<Town>> towns;
    Remembered<std::string> nearest_town;  ///< its id, or nothing

    /// The rows of a network's sites, of a situation and so on: each asks for ids, in order, with one value or two.
    template <class... Values>
    [[nodiscard]] std::vector<std::string> ids(char const* statement, Values const&... values) const {
        std::vector<std::string> found;
        Rows rows = connection.ask(statement, values...);
        while (rows.next()) found.push_back(rows.text(0));
        return found;
    }

    /// Nothing when there is no such service.
    [[nodiscard]] std::optional<ServiceSummary> summary(std::string_view id, Viewpoint const& from) const;
    [[nodiscard]] std::vector<ServiceSummary> summaries(std::vector<std::string> const& ids,
                                                        Viewpoint const& from) const;
    /// Puts the best words that the field of that row has for the viewpoint into `text`, which has the record's French.
    /// What has weight and was read by nobody keeps its French beside it.
    void put_into_words(Text& text, TranslatedField const& field, std::string_view id, Viewpoint const& from) const;
    /// In that very language.
    [[nodiscard]] bool has_phrase(std::string_view key, Viewpoint const& from) const;
    [[nodiscard]] Text find_phrase(std::string_view key, Viewpoint const& from) const;
    [[nodiscard]] std::vector<ServiceSummary> find_services(std::string_view situation, Viewpoint const& from) const;
    void drop_lines_of_other_languages(std::vector<ServiceSummary>& found, std::string_view situation,
                                       std::string_view language) const;
    [[nodiscard]] std::optional<Profile> find_profile(std::string_view id) const;
    [[nodiscard]] std::vector<std::string> line_ids(Viewpoint const& from, Profile const& place) const;
    [[nodiscard]] std::optional<Service> find_service(std::string_view id, Viewpoint const& from) const;
    [[nodiscard]] std::vector<Phone> phones(std::string_view service, Viewpoint const& from) const;
    [[nodiscard]] std::vector<Location> locations(std::string_view service, Viewpoint const& from) const;
    [[nodiscard]] std::vector<Service::KindOfHours> hours(std::string_view service) const;
};

/// A text from three columns: its words, its language and whether a speaker has read it.
Text read_text(Rows const& rows, int column);

/// Distance of the nearest of `locations`, and where it stands among them; nothing when it cannot be told.
struct Nearest {
    std::size_t place = 0;
    double distance_km = 0;
};
std::optional<Nearest> nearest(std::vector<Location> const& locations, std::optional<Coordinates> const& from);

}  // namespace halte
