#include "database.h"

#include <fmt/format.h>
#include <halte/base.h>

namespace halte {
namespace {

sqlite3* open_memory() {
    sqlite3* handle = nullptr;
    must(sqlite3_open_v2(":memory:", &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr) == SQLITE_OK);
    return handle;
}

void must_be_done(sqlite3* handle, int code) {
    if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW) log_line(sqlite3_errmsg(handle));
    must(code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW);
}

}  // namespace

Database::Database() : m_handle(open_memory()) {}

void Database::run(std::string const& statements) {
    must_be_done(m_handle.get(), sqlite3_exec(m_handle.get(), statements.c_str(), nullptr, nullptr, nullptr));
}

sqlite3_stmt* Database::prepare(std::string const& statement) {
    if (m_prepared && m_statement == statement) {
        must_be_done(m_handle.get(), sqlite3_reset(m_prepared.get()));
        return m_prepared.get();
    }
    sqlite3_stmt* prepared = nullptr;
    must_be_done(m_handle.get(), sqlite3_prepare_v2(m_handle.get(), statement.c_str(), -1, &prepared, nullptr));
    m_prepared.reset(prepared);
    m_statement = statement;
    return prepared;
}

std::int64_t Database::step(sqlite3_stmt* prepared) {
    must_be_done(m_handle.get(), sqlite3_step(prepared));
    must_be_done(m_handle.get(), sqlite3_reset(prepared));
    return sqlite3_last_insert_rowid(m_handle.get());
}

std::int64_t Database::insert(std::string_view table, std::vector<Cell> const& row) {
    std::string columns, values;
    for (Cell const& cell : row) {
        columns += (columns.empty() ? "" : ", ") + std::string(cell.column);
        values += values.empty() ? "?" : ", ?";
    }
    sqlite3_stmt* prepared = prepare(fmt::format("INSERT INTO {} ({}) VALUES ({})", table, columns, values));
    int place = 0;
    for (Cell const& cell : row) bind(prepared, ++place, cell);
    return step(prepared);
}

void Database::bind(sqlite3_stmt* prepared, int place, Cell const& cell) {
    if (auto const* words = std::get_if<std::string>(&cell.value)) return bind(prepared, place, *words);
    if (auto const* number = std::get_if<std::int64_t>(&cell.value)) return bind(prepared, place, *number);
    must(sqlite3_bind_null(prepared, place) == SQLITE_OK);
}

void Database::bind(sqlite3_stmt* prepared, int place, std::string_view words) {
    must(sqlite3_bind_text(prepared, place, words.data(), int(words.size()), SQLITE_TRANSIENT) == SQLITE_OK);
}

void Database::bind(sqlite3_stmt* prepared, int place, char const* words) {
    bind(prepared, place, std::string_view(words));
}

void Database::bind(sqlite3_stmt* prepared, int place, std::string const& words) {
    bind(prepared, place, std::string_view(words));
}

void Database::bind(sqlite3_stmt* prepared, int place, std::span<std::uint8_t const> blob) {
    must(sqlite3_bind_blob(prepared, place, blob.data(), int(blob.size()), SQLITE_TRANSIENT) == SQLITE_OK);
}

void Database::bind(sqlite3_stmt* prepared, int place, std::int64_t number) {
    must(sqlite3_bind_int64(prepared, place, number) == SQLITE_OK);
}

void Database::bind(sqlite3_stmt* prepared, int place, std::optional<bool> truth) {
    must((truth ? sqlite3_bind_int(prepared, place, *truth ? 1 : 0) : sqlite3_bind_null(prepared, place)) == SQLITE_OK);
}

void Database::bind(sqlite3_stmt* prepared, int place, std::optional<double> number) {
    must((number ? sqlite3_bind_double(prepared, place, *number) : sqlite3_bind_null(prepared, place)) == SQLITE_OK);
}

void Database::bind(sqlite3_stmt* prepared, int place, std::optional<std::int64_t> number) {
    must((number ? sqlite3_bind_int64(prepared, place, *number) : sqlite3_bind_null(prepared, place)) == SQLITE_OK);
}

void Database::bind(sqlite3_stmt* prepared, int place, std::optional<std::string> words) {
    if (words) return bind(prepared, place, std::string_view(*words));
    must(sqlite3_bind_null(prepared, place) == SQLITE_OK);
}

std::vector<std::uint8_t> Database::bytes() const {
    sqlite3_int64 size = 0;
    std::unique_ptr<unsigned char, void (*)(void*)> const held(sqlite3_serialize(m_handle.get(), "main", &size, 0),
                                                               sqlite3_free);
    must(held != nullptr);
    return {held.get(), held.get() + size};
}

}  // namespace halte
