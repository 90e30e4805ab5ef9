#pragma once
/// A SQLite database in memory, for writing a snapshot. Every failure of it is our own mistake, in the schema or in a
/// statement: what editors write was checked before, so must() stands where an error could.

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace halte {

/// A value and its column. Nothing is null.
struct Cell {
    std::string_view column;
    std::variant<std::monostate, std::int64_t, std::string> value;

    Cell(std::string_view name, std::string words) : column(name), value(std::move(words)) {}
    Cell(std::string_view name, std::int64_t number) : column(name), value(number) {}
    Cell(std::string_view name, bool truth) : column(name), value(std::int64_t(truth)) {}
    Cell(std::string_view name, std::optional<bool> truth) : column(name) {
        if (truth) value = std::int64_t(*truth);
    }
};

class Database {
public:
    Database();
    /// Runs statements that have no values: the schema.
    void run(std::string const& statements);
    /// Runs one statement with its values and gives the id of the row it inserted.
    template <class... Values>
    std::int64_t insert(std::string const& statement, Values const&... values) {
        sqlite3_stmt* prepared = prepare(statement);
        int place = 0;
        (bind(prepared, ++place, values), ...);
        return step(prepared);
    }
    std::int64_t insert(std::string_view table, std::vector<Cell> const& row);
    /// The bytes of the file that this database would be.
    [[nodiscard]] std::vector<std::uint8_t> bytes() const;

private:
    sqlite3_stmt* prepare(std::string const& statement);
    std::int64_t step(sqlite3_stmt* prepared);
    static void bind(sqlite3_stmt* prepared, int place, Cell const& cell);
    static void bind(sqlite3_stmt* prepared, int place, std::string_view words);
    static void bind(sqlite3_stmt* prepared, int place, char const* words);
    static void bind(sqlite3_stmt* prepared, int place, std::string const& words);
    static void bind(sqlite3_stmt* prepared, int place, std::span<std::uint8_t const> blob);
    static void bind(sqlite3_stmt* prepared, int place, std::int64_t number);
    static void bind(sqlite3_stmt* prepared, int place, std::optional<bool> truth);
    static void bind(sqlite3_stmt* prepared, int place, std::optional<double> number);
    static void bind(sqlite3_stmt* prepared, int place, std::optional<std::int64_t> number);
    static void bind(sqlite3_stmt* prepared, int place, std::optional<std::string> words);

    struct Close {
        void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
    };
    struct Finalize {
        void operator()(sqlite3_stmt* handle) const { sqlite3_finalize(handle); }
    };
    std::unique_ptr<sqlite3, Close> m_handle;
    std::string m_statement;
    std::unique_ptr<sqlite3_stmt, Finalize> m_prepared;
};

}  // namespace halte
