#include "rows.h"

#include <fmt/format.h>
#include <halte/service_text.h>

namespace halte {
namespace {

/// What a snapshot from elsewhere could still try through SQL is switched off; and with mmap_size SQLite reads the
/// pages where they lie instead of copying them into a cache of its own.
constexpr char const* settings =
    "PRAGMA trusted_schema = OFF; PRAGMA query_only = ON; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY;"
    " PRAGMA cache_size = -64; PRAGMA mmap_size = 67108864;";

constexpr char const* asked_beside_services =
    "SELECT as_of FROM snapshot LIMIT 0;"
    "SELECT id, parent_organization_id FROM organization LIMIT 0;"
    "SELECT id, service_id, number, description, type, free, any_hour, opening, asked_for, asked_in, called_on FROM "
    "phone LIMIT 0;"
    "SELECT id, service_id, address FROM email LIMIT 0;"
    "SELECT id, name, latitude, longitude FROM location LIMIT 0;"
    "SELECT location_id, address_1, postal_code, city FROM address LIMIT 0;"
    "SELECT service_id, location_id FROM service_at_location LIMIT 0;"
    "SELECT id, service_id, phone_id, attending_type, byday, opens_at, closes_at FROM schedule LIMIT 0;"
    "SELECT service_id, position, code FROM language LIMIT 0;"
    "SELECT id, icon, position, door FROM taxonomy_term LIMIT 0;"
    "SELECT taxonomy_term_id, link_id, position, made_for FROM attribute LIMIT 0;"
    "SELECT code, position, endonym, greeting, script, plural_forms, voice, usual_answer, offered_unread,"
    " sentences, translated, read, rest, rest_translated, rest_read FROM interface_language LIMIT 0;"
    "SELECT id, language, profile, words, reviewed FROM phrase LIMIT 0;"
    "SELECT entity, id, language, field, words, reviewed, high, profile FROM translation LIMIT 0;"
    "SELECT id, situation, position, icon, answers_in, high FROM guidance LIMIT 0;"
    "SELECT language, position, service_id FROM general_line LIMIT 0;"
    "SELECT id, authors_door, chat_first FROM profile LIMIT 0;"
    "SELECT profile_id, list, position, item FROM profile_item LIMIT 0;"
    "SELECT name, png FROM icon LIMIT 0;"
    "SELECT id, name, language, province, latitude, longitude, population, position, first FROM town LIMIT 0;"
    "SELECT id, service_id, language FROM searchable LIMIT 0;"
    "SELECT name, words FROM search LIMIT 0;";

constexpr char const* asked_of_services =
    "id, organization_id, name, url, status, assured_date, position, independence, source_kind, for_authors,"
    " receives_people, any_hour, free, anonymous, chat, on_court_order";

/// One for all questions: each would begin and end its own.
constexpr char const* reading = "BEGIN;";

bool configure(sqlite3* handle, std::span<std::uint8_t const> database) {
    // SQLite asks for a pointer it may write through, and with READONLY it never does.
    auto* bytes = const_cast<unsigned char*>(database.data());
    auto const size = sqlite3_int64(database.size());
    return sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr) == SQLITE_OK &&
           sqlite3_deserialize(handle, "main", bytes, size, size, SQLITE_DESERIALIZE_READONLY) == SQLITE_OK &&
           sqlite3_exec(handle, settings, nullptr, nullptr, nullptr) == SQLITE_OK &&
           sqlite3_exec(handle, all_that_is_asked_for().c_str(), nullptr, nullptr, nullptr) == SQLITE_OK &&
           sqlite3_exec(handle, reading, nullptr, nullptr, nullptr) == SQLITE_OK;
}

}  // namespace

std::string all_that_is_asked_for() {
    std::string services = asked_of_services;
    for (ServiceTextField const& field : service_text_fields) services += fmt::format(", {}", field.name);
    return fmt::format("{}SELECT {} FROM service LIMIT 0;", asked_beside_services, services);
}

FoundRows::~FoundRows() { sqlite3_reset(m_statement); }

bool FoundRows::next() {
    int const code = sqlite3_step(m_statement);
    must(code == SQLITE_ROW || code == SQLITE_DONE);
    return code == SQLITE_ROW;
}

std::string FoundRows::text(int column) const { return std::string(words(column)); }

std::string_view FoundRows::words(int column) const {
    auto const* words = reinterpret_cast<char const*>(sqlite3_column_text(m_statement, column));
    if (words == nullptr) return {};
    return {words, std::size_t(sqlite3_column_bytes(m_statement, column))};
}

int FoundRows::whole(int column) const { return sqlite3_column_int(m_statement, column); }

std::optional<bool> FoundRows::maybe(int column) const {
    if (sqlite3_column_type(m_statement, column) == SQLITE_NULL) return std::nullopt;
    return truth(column);
}

std::optional<double> FoundRows::number(int column) const {
    if (sqlite3_column_type(m_statement, column) == SQLITE_NULL) return std::nullopt;
    return sqlite3_column_double(m_statement, column);
}

std::span<std::uint8_t const> FoundRows::blob(int column) const {
    auto const* bytes = static_cast<std::uint8_t const*>(sqlite3_column_blob(m_statement, column));
    return {bytes, std::size_t(sqlite3_column_bytes(m_statement, column))};
}

Result<Connection> Connection::open(std::span<std::uint8_t const> database, std::string const& name) {
    sqlite3* handle = nullptr;
    // One thread asks: without its lock a question of thousands of rows takes a tenth less.
    int const opened = sqlite3_open_v2(":memory:", &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
    Connection connection(handle);
    if (opened != SQLITE_OK || !configure(handle, database)) {
        return failure(fmt::format("{} cannot be read: {}", name, sqlite3_errmsg(handle)), ExitCode::bad_data);
    }
    return connection;
}

sqlite3_stmt* Connection::prepare(char const* statement) const {
    auto const known = m_prepared.find(statement);
    if (known != m_prepared.end()) return known->second.get();
    sqlite3_stmt* prepared = nullptr;
    int const code = sqlite3_prepare_v3(m_handle.get(), statement, -1, SQLITE_PREPARE_PERSISTENT, &prepared, nullptr);
    if (code != SQLITE_OK) log_line(sqlite3_errmsg(m_handle.get()));
    must(code == SQLITE_OK);
    m_prepared.emplace(statement, prepared);
    return prepared;
}

void Connection::bind(sqlite3_stmt* prepared, int place, std::string_view words) {
    must(sqlite3_bind_text(prepared, place, words.data(), int(words.size()), SQLITE_TRANSIENT) == SQLITE_OK);
}

void Connection::bind(sqlite3_stmt* prepared, int place, int number) {
    must(sqlite3_bind_int(prepared, place, number) == SQLITE_OK);
}

}  // namespace halte
