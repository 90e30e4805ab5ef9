#include <fmt/format.h>
#include <halte/snapshot.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "check.h"
#include "write.h"
#include "write_atomically.h"

namespace halte {
namespace fs = std::filesystem;
namespace {

Result<std::string> read_schema(fs::path const& data) {
    std::ifstream stream(data / "schema.sql");
    std::ostringstream text;
    text << stream.rdbuf();
    if (!stream) return failure(fmt::format("{} is missing", (data / "schema.sql").string()), ExitCode::bad_data);
    return std::move(text).str();
}

/// The newest day on which a record was read.
Date newest(Sources const& sources) {
    Date newest;
    for (Record const& record : sources.records) newest = std::max(newest, record.assured_date.value_or(Date{}));
    return newest;
}

/// Refuses with the first fault and the number of them; `check` shows them all.
Result<Sources> read_checked(fs::path const& data, Today const& today) {
    ProblemLog problems;
    Sources sources = TRY(read_sources(data, problems));
    check_sources(sources, today, problems);
    Problems const sorted = std::move(problems).sorted();
    auto const fatal = std::ranges::count(sorted, Level::failure, &Problem::level);
    if (fatal == 0) return sources;
    Problem const& first = *std::ranges::find(sorted, Level::failure, &Problem::level);
    std::string const more = fatal == 1 ? "" : fmt::format(" ({} more: halte-directory check)", fatal - 1);
    return failure(describe(first) + more, ExitCode::bad_data);
}

Result<void> must_be_possible(Date const& as_of, Today const& today) {
    std::string const why = why_impossible(as_of, today);
    if (why.empty()) return {};
    return failure(fmt::format("The day that the snapshot speaks of, {}, {}", iso(as_of), why), ExitCode::bad_data);
}

}  // namespace

Result<void> build_snapshot(fs::path const& data, fs::path const& output, BuildOptions const& options) {
    Sources const sources = TRY(read_checked(data, options.today));
    Date const as_of = options.as_of.value_or(newest(sources));
    if (options.as_of) TRY_VOID(must_be_possible(as_of, options.today));
    Database database;
    database.run(TRY(read_schema(data)));
    database.run("BEGIN");
    database.insert("INSERT INTO snapshot (as_of) VALUES (?)", iso(as_of));
    write_tables(database, sources);
    write_places(database, sources);
    write_phrases(database, sources);
    write_records(database, sources);
    TRY_VOID(write_icons(database, sources));
    database.run("INSERT INTO search (search) VALUES ('optimize')");
    database.run("COMMIT");
    database.run("VACUUM");
    std::vector<std::uint8_t> bytes = database.bytes();
    seal_snapshot(bytes);
    return write_atomically(output, bytes);
}

}  // namespace halte
