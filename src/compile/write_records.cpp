#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "call_opening.h"
#include "shown.h"
#include "write.h"

namespace halte {
namespace {

std::int64_t place_among(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::ranges::find(words, word) - words.begin();
}

/// Writes the rows of one record. Withheld facts are left behind here, and nowhere later.
class RecordWriter {
public:
    RecordWriter(Database& database, Sources const& sources, Record const& record, std::int64_t position)
        : m_database(database), m_sources(sources), m_record(record), m_id(record.id.words), m_position(position) {}

    void write() {
        service();
        attributes();
        for (PhoneSource const& each : m_record.phones) {
            if (each.publish == Publish::yes) phone(each);
        }
        for (EmailSource const& each : m_record.emails) {
            if (each.publish == Publish::yes) email(each);
        }
        for (LocationSource const& each : m_record.locations) {
            if (each.publish == Publish::yes) location(each);
        }
        hours();
        translations();
        rewordings();
        search();
    }

private:
    void service() {
        RecordTexts const& text = m_record.text;
        m_database.insert(
            "INSERT INTO service (id, organization_id, name, summary, description, application_process,"
            " eligibility_description, fees_description, hours_note, traces, told, alert, url, status, assured_date,"
            " position, independence, source_kind, for_authors, receives_people, any_hour, free, anonymous,"
            " on_court_order)"
            " VALUES (?1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20,"
            " ?21, ?22, ?23)",
            m_id, m_record.name.words, text.summary.words, text.description.words, text.contact.words,
            text.for_whom.words, text.cost.words, text.hours.words, text.traces.words, text.told.words,
            text.status.words, m_record.website.words, m_record.status, iso(*m_record.assured_date), m_position,
            place_among(m_record.kind, {"independent", "authority", "staff"}),
            place_among(m_record.source_kind, {"service", "authority", "press", "directory"}),
            std::int64_t(m_record.audience == "authors"), std::int64_t(m_record.receives_people),
            std::int64_t(m_record.any_hour), m_record.free, m_record.anonymous, std::int64_t(m_record.on_court_order));
    }

    void attributes() {
        std::int64_t position = 0;
        for (Sentence const& language : m_record.languages) {
            m_database.insert("INSERT INTO language (service_id, position, code) VALUES (?, ?, ?)", m_id, position++,
                              language.words);
        }
        position = 0;
        for (Sentence const& situation : m_record.situations) {
            if (is_situation(situation.words)) {
                m_database.insert(
                    "INSERT INTO attribute (taxonomy_term_id, link_id, position, made_for) VALUES (?, ?, ?, ?)",
                    situation.words, m_id, position, std::int64_t(is_made_for(situation.words)));
            }
            ++position;
        }
        if (m_record.free) {
            m_database.insert("INSERT INTO cost_option (service_id, option) VALUES (?, ?)", m_id,
                              *m_record.free ? "free" : "paid");
        }
        m_database.insert(
            "INSERT INTO metadata (resource_id, resource_type, last_action_date, updated_by) VALUES (?, 'service', ?, "
            "?)",
            m_id, iso(*m_record.assured_date), m_record.source_kind);
    }

    /// Not "all", "general" and "emergency", which are no situations.
    [[nodiscard]] bool is_situation(std::string const& id) const {
        auto const is_id = [&](Sentence const& known) { return known.words == id; };
        return std::ranges::any_of(m_sources.situations, is_id, &SituationSource::id) ||
               std::ranges::any_of(m_sources.situations_without_door, is_id);
    }

    [[nodiscard]] bool is_made_for(std::string const& id) const {
        return std::ranges::find(m_record.made_for, id, &Sentence::words) != m_record.made_for.end();
    }

    void sources(char const* resource, std::vector<std::string> const& urls) {
        for (std::string const& url : urls) {
            m_database.insert("INSERT INTO source (service_id, resource_type, url) VALUES (?, ?, ?)", m_id, resource,
                              url);
        }
    }

    void schedules(std::vector<ScheduleSource> const& schedules, std::optional<std::int64_t> phone) {
        for (ScheduleSource const& each : schedules) {
            m_database.insert(
                "INSERT INTO schedule (service_id, phone_id, attending_type, byday, opens_at, closes_at)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                m_id, phone, each.kind, each.byday, each.opens_at, each.closes_at);
        }
    }

    void phone(PhoneSource const& phone) {
        CallOpening const first = opening_of(m_record, phone);
        std::optional<std::string> called_on;
        if (phone.called_on) called_on = iso(*phone.called_on);
        std::int64_t const id = m_database.insert(
            "INSERT INTO phone (service_id, number, description, type, free, any_hour, opening, asked_for, asked_in,"
            " called_on) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            m_id, phone.number.words, phone.label.words, phone.type, phone.free, std::int64_t(phone.any_hour),
            std::int64_t(first.opening), first.asked_for, first.asked_in, called_on);
        m_phones.push_back(id);
        schedules(phone.schedules, id);
        sources("phone", phone.sources);
    }

    void email(EmailSource const& email) {
        m_database.insert("INSERT INTO email (service_id, address) VALUES (?, ?)", m_id, email.address.words);
        sources("email", email.sources);
    }

    void location(LocationSource const& location) {
        std::optional<double> latitude;
        std::optional<double> longitude;
        if (location.coordinates) {
            latitude = location.coordinates->latitude;
            longitude = location.coordinates->longitude;
        }
        std::int64_t const id = m_database.insert("INSERT INTO location (name, latitude, longitude) VALUES (?, ?, ?)",
                                                  location.label.words, latitude, longitude);
        m_locations.push_back(id);
        m_database.insert("INSERT INTO address (location_id, address_1, postal_code, city) VALUES (?, ?, ?, ?)", id,
                          location.street.words, location.postal_code, location.city.words);
        m_database.insert("INSERT INTO service_at_location (service_id, location_id) VALUES (?, ?)", m_id, id);
        for (OwnWords const& own : location.translated)
            translation("address", std::to_string(id), own.field == "street" ? "address_1" : "city", own);
        sources("location", location.sources);
    }

    void hours() {
        if (!m_record.hours || m_record.hours->publish != Publish::yes) return;
        schedules(m_record.hours->schedules, std::nullopt);
        sources("schedule", m_record.hours->sources);
    }

    [[nodiscard]] std::string row(std::string_view entity, std::size_t part) const {
        if (entity == "service") return m_id;
        return std::to_string(entity == "phone" ? m_phones[part] : m_locations[part]);
    }

    void translations() {
        for (OwnWords const& own : m_record.translated)
            translation("service", m_id, own.field == "website" ? "url" : "name", own);
        for (TranslationSource const& translation : m_sources.translations) {
            for_each_sentence(m_record, [&](std::string_view entity, std::size_t part, std::string_view field,
                                            Sentence const& sentence) {
                PoEntry const* entry = translation.records.find({"", sentence.words});
                if (entry == nullptr) return;
                m_database.insert(
                    "INSERT INTO translation (entity, id, language, field, words, reviewed) VALUES (?, ?, ?, ?, ?, ?)",
                    entity, row(entity, part), translation.language, field, entry->translation,
                    std::int64_t(!entry->fuzzy));
            });
        }
    }

    /// The sentences that a profile says otherwise, in French and in every language that has them.
    void rewordings() {
        for (ProfileSource const& profile : m_sources.profiles) {
            for_each_sentence(
                m_record, [&](std::string_view entity, std::size_t, std::string_view field, Sentence const& sentence) {
                    if (entity != "service") return;
                    if (auto const* own = rewording(profile, sentence.words)) say_otherwise(profile, *own, field);
                });
        }
    }
    void say_otherwise(ProfileSource const& profile, RewordedSource const& sentence, std::string_view field) {
        auto const insert = [&](std::string const& language, std::string const& words, bool reviewed) {
            m_database.insert(
                "INSERT INTO translation (entity, id, language, field, words, reviewed, profile)"
                " VALUES ('service', ?, ?, ?, ?, ?, ?)",
                m_id, language, field, words, std::int64_t(reviewed), profile.id.words);
        };
        insert(source_language, sentence.words.words, true);
        for (TranslationSource const& translation : m_sources.translations) {
            PoEntry const* entry = translation.records.find(reworded(profile, sentence));
            if (entry != nullptr) insert(translation.language, entry->translation, !entry->fuzzy);
        }
    }

    /// What the service itself is called in another language needs no reader: it was read with its source.
    void translation(char const* entity, std::string const& id, char const* field, OwnWords const& own) {
        m_database.insert(
            "INSERT INTO translation (entity, id, language, field, words, reviewed) VALUES (?, ?, ?, ?, ?, 1)", entity,
            id, own.language, field, own.words.words);
    }

    /// Its name in a language, or the one it has everywhere.
    [[nodiscard]] std::string const& name_in(std::string const& language) const {
        for (OwnWords const& own : m_record.translated) {
            if (own.language == language && own.field == "name") return own.words.words;
        }
        return m_record.name.words;
    }

    void search() {
        search_row(source_language, [](Sentence const& sentence) { return sentence.words; });
        for (TranslationSource const& translation : m_sources.translations) {
            search_row(translation.language, [&](Sentence const& sentence) {
                PoEntry const* entry = translation.records.find({"", sentence.words});
                return entry == nullptr ? std::string() : entry->translation;
            });
        }
    }

    void search_row(std::string const& language, std::function<std::string(Sentence const&)> const& in_language) {
        std::string words;
        for_each_sentence(m_record, [&](std::string_view, std::size_t, std::string_view, Sentence const& sentence) {
            if (!sentence.empty()) words += in_language(sentence) + "\n";
        });
        std::int64_t const id =
            m_database.insert("INSERT INTO searchable (service_id, language) VALUES (?, ?)", m_id, language);
        m_database.insert("INSERT INTO search (rowid, name, words) VALUES (?, ?, ?)", id, name_in(language), words);
    }

    Database& m_database;
    Sources const& m_sources;
    Record const& m_record;
    std::string const& m_id;
    std::int64_t m_position;
    std::vector<std::int64_t> m_phones;
    std::vector<std::int64_t> m_locations;
};

}  // namespace

void write_records(Database& database, Sources const& sources) {
    for (Record const& record : sources.records) {
        std::optional<std::string> parent;
        if (!record.parent.empty()) parent = record.parent.words;
        database.insert("INSERT INTO organization (id, name, website, parent_organization_id) VALUES (?, ?, ?, ?)",
                        record.id.words, record.name.words, record.website.words, parent);
    }
    std::int64_t position = 0;
    for (Record const& record : sources.records) RecordWriter(database, sources, record, position++).write();
}

}  // namespace halte
