#pragma once
/// One read-only SQLite database and its prepared statements. It knows SQL and nothing of services. A statement that
/// fails is our mistake: the snapshot's bytes were verified when it was opened, so must() stands where an error could.

#include <halte/base.h>
#include <sqlite3.h>

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

namespace halte {

/// Statements that name every table and column that answers are made of. A file that has others is refused when it is
/// opened: a question that fails later ends the process of whoever has asked it.
std::string all_that_is_asked_for();

/// The answer to one question, row by row. While it lives, the same question must not be asked again.
class FoundRows {
public:
    explicit FoundRows(sqlite3_stmt* statement) : m_statement(statement) {}
    FoundRows(FoundRows const&) = delete;
    FoundRows& operator=(FoundRows const&) = delete;
    ~FoundRows();
    /// False after the last row.
    bool next();
    [[nodiscard]] std::string text(int column) const;
    /// The same without a copy: it lives until next() or the end of this.
    [[nodiscard]] std::string_view words(int column) const;
    [[nodiscard]] int whole(int column) const;
    [[nodiscard]] bool truth(int column) const { return whole(column) != 0; }
    /// Nothing for null.
    [[nodiscard]] std::optional<bool> maybe(int column) const;
    [[nodiscard]] std::optional<double> number(int column) const;
    /// Lives until next() or the end of this.
    [[nodiscard]] std::span<std::uint8_t const> blob(int column) const;

private:
    sqlite3_stmt* m_statement;
};

/// An open snapshot, read-only, and its prepared statements.
class Connection {
public:
    /// `database` must outlive this.
    static Result<Connection> open(std::span<std::uint8_t const> database, std::string const& name);
    /// `statement` is a literal: its address names the prepared statement.
    template <class... Values>
    FoundRows ask(char const* statement, Values const&... values) const {
        sqlite3_stmt* prepared = prepare(statement);
        int place = 0;
        (bind(prepared, ++place, values), ...);
        return FoundRows(prepared);
    }

private:
    struct Close {
        void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
    };
    struct Finalize {
        void operator()(sqlite3_stmt* handle) const { sqlite3_finalize(handle); }
    };
    explicit Connection(sqlite3* handle) : m_handle(handle) {}
    sqlite3_stmt* prepare(char const* statement) const;
    static void bind(sqlite3_stmt* prepared, int place, std::string_view words);
    static void bind(sqlite3_stmt* prepared, int place, int number);

    std::unique_ptr<sqlite3, Close> m_handle;
    mutable std::unordered_map<char const*, std::unique_ptr<sqlite3_stmt, Finalize>> m_prepared;
};

}  // namespace halte
