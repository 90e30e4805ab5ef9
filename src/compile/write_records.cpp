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
        std::vector<Cell> row = identity();
        for (ServiceTextField const& field : service_text_fields)
            row.push_back({field.name, m_record.text[field.text].words});
        m_database.insert("service", row);
    }

    [[nodiscard]] std::vector<Cell> identity() const {
        return {
            {"id", m_id},
            {"organization_id", m_id},
            {"name", m_record.name.words},
            {"url", m_record.website.words},
            {"status", m_record.status},
            {"assured_date", iso(*m_record.assured_date)},
            {"position", m_position},
            {"independence", place_among(m_record.kind, {"independent", "authority", "staff"})},
            {"source_kind", place_among(m_record.source_kind, {"service", "authority", "press", "directory"})},
            {"for_authors", m_record.audience == "authors"},
            {"receives_people", m_record.receives_people},
            {"any_hour", m_record.any_hour},
            {"free", m_record.free},
            {"anonymous", m_record.anonymous},
            {"chat", m_record.chat},
            {"on_court_order", m_record.on_court_order},
        };
    }

    void attributes() {
        std::int64_t position = 0;
        for (SourceText const& language : m_record.languages) {
            m_database.insert("INSERT INTO language (service_id, position, code) VALUES (?, ?, ?)", m_id, position++,
                              language.words);
        }
        position = 0;
        for (SourceText const& situation : m_record.situations) {
            if (is_situation(situation.words)) {
                m_database.insert(
                    "INSERT INTO attribute (taxonomy_term_id, link_id, position, made_for) VALUES (?, ?, ?, ?)",
                    situation.words, m_id, position, std::int64_t(is_made_for(situation.words)));
            }
            ++position;
        }
    }

    /// Not "all", "general" and "emergency", which are no situations.
    [[nodiscard]] bool is_situation(std::string const& id) const {
        auto const is_id = [&](SourceText const& known) { return known.words == id; };
        return std::ranges::any_of(m_sources.situations, is_id, &SituationSource::id) ||
               std::ranges::any_of(m_sources.situations_without_door, is_id);
    }

    [[nodiscard]] bool is_made_for(std::string const& id) const {
        return std::ranges::find(m_record.made_for, id, &SourceText::words) != m_record.made_for.end();
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
            m_id, phone.number.words, phone.description.words, phone.type, phone.free, std::int64_t(phone.any_hour),
            std::int64_t(first.opening), first.asked_for, first.asked_in, called_on);
        m_phones.push_back(id);
        schedules(phone.schedules, id);
    }

    void email(EmailSource const& email) {
        m_database.insert("INSERT INTO email (service_id, address) VALUES (?, ?)", m_id, email.address.words);
    }

    void location(LocationSource const& location) {
        std::optional<double> latitude;
        std::optional<double> longitude;
        if (location.coordinates) {
            latitude = location.coordinates->latitude;
            longitude = location.coordinates->longitude;
        }
        std::int64_t const id = m_database.insert("INSERT INTO location (name, latitude, longitude) VALUES (?, ?, ?)",
                                                  location.name.words, latitude, longitude);
        m_locations.push_back(id);
        m_database.insert("INSERT INTO address (location_id, address_1, postal_code, city) VALUES (?, ?, ?, ?)", id,
                          location.address_1.words, location.postal_code, location.city.words);
        m_database.insert("INSERT INTO service_at_location (service_id, location_id) VALUES (?, ?)", m_id, id);
        for (OwnWords const& own : location.translated) translation(std::to_string(id), own);
    }

    void hours() {
        if (!m_record.hours || m_record.hours->publish != Publish::yes) return;
        schedules(m_record.hours->schedules, std::nullopt);
    }

    [[nodiscard]] std::string row(RecordSentence const& sentence) const {
        if (sentence.field.entity == "service") return m_id;
        return std::to_string((sentence.field.entity == "phone" ? m_phones : m_locations)[sentence.part]);
    }

    void translations() {
        for (OwnWords const& own : m_record.translated) translation(m_id, own);
        for (TranslationSource const& translation : m_sources.translations) {
            for_each_sentence(m_record, [&](RecordSentence const& sentence) {
                PoEntry const* entry = translation[Part::records].find(message_of(m_record, sentence));
                bool const high = m_sources.have_weight_in(sentence);
                if (entry == nullptr || !translation.shows(*entry, high)) return;
                m_database.insert(
                    "INSERT INTO translation (entity, id, language, field, words, reviewed, high)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    sentence.field.entity, row(sentence), translation.language, sentence.field.name, entry->translation,
                    std::int64_t(!entry->fuzzy), std::int64_t(high));
            });
        }
    }

    /// The sentences that a profile says otherwise, in French and in every language that has them.
    void rewordings() {
        for (ProfileSource const& profile : m_sources.profiles) {
            for_each_sentence(m_record, [&](RecordSentence const& sentence) {
                if (sentence.field.entity != "service") return;
                if (auto const* own = rewording(profile, sentence.text.words)) say_otherwise(profile, *own, sentence);
            });
        }
    }
    void say_otherwise(ProfileSource const& profile, RewordedSource const& own, RecordSentence const& sentence) {
        std::string_view const field = sentence.field.name;
        bool const high = m_sources.have_weight_in(sentence);
        auto const insert = [&](std::string const& language, std::string const& words, bool reviewed) {
            m_database.insert(
                "INSERT INTO translation (entity, id, language, field, words, reviewed, high, profile)"
                " VALUES ('service', ?, ?, ?, ?, ?, ?, ?)",
                m_id, language, field, words, std::int64_t(reviewed), std::int64_t(high), profile.id.words);
        };
        insert(source_language, own.words.words, true);
        for (TranslationSource const& translation : m_sources.translations) {
            PoEntry const* entry = translation[Part::records].find(message_of(m_record, sentence, profile, own));
            if (entry != nullptr && translation.shows(*entry, high))
                insert(translation.language, entry->translation, !entry->fuzzy);
        }
    }

    /// What the service itself is called in another language needs no reader: it was read with its source.
    void translation(std::string const& id, OwnWords const& own) {
        m_database.insert(
            "INSERT INTO translation (entity, id, language, field, words, reviewed) VALUES (?, ?, ?, ?, ?, 1)",
            own.field.entity, id, own.language, own.field.name, own.words.words);
    }

    /// Its name in a language, or the one it has everywhere.
    [[nodiscard]] std::string const& name_in(std::string const& language) const {
        for (OwnWords const& own : m_record.translated) {
            if (own.language == language && own.field.name == "name") return own.words.words;
        }
        return m_record.name.words;
    }

    void search() {
        search_row(source_language, [](RecordSentence const& sentence) { return sentence.text.words; });
        for (TranslationSource const& translation : m_sources.translations) {
            search_row(translation.language, [&](RecordSentence const& sentence) {
                PoEntry const* entry = translation[Part::records].find(message_of(m_record, sentence));
                return entry == nullptr ? std::string() : entry->translation;
            });
        }
    }

    void search_row(std::string const& language, std::function<std::string(RecordSentence const&)> const& in_language) {
        std::string words;
        for_each_sentence(m_record, [&](RecordSentence const& sentence) {
            if (!sentence.text.empty()) words += in_language(sentence) + "\n";
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
        database.insert("INSERT INTO organization (id, parent_organization_id) VALUES (?, ?)", record.id.words, parent);
    }
    std::int64_t position = 0;
    for (Record const& record : sources.records) RecordWriter(database, sources, record, position++).write();
}

}  // namespace halte
