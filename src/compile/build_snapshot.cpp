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
Result<Sources> read_checked(fs::path const& data) {
    Findings findings;
    Sources sources = TRY(read_sources(data, findings));
    check_sources(sources, findings);
    std::vector<Finding> const sorted = std::move(findings).sorted();
    auto const fatal = std::ranges::count_if(sorted, &Finding::fatal);
    if (fatal == 0) return sources;
    Finding const& first = *std::ranges::find_if(sorted, &Finding::fatal);
    std::string const more = fatal == 1 ? "" : fmt::format(" ({} more: halte-directory check)", fatal - 1);
    return failure(describe(first) + more, ExitCode::bad_data);
}

}  // namespace

Result<void> build_snapshot(fs::path const& data, fs::path const& output, BuildOptions const& options) {
    Sources const sources = TRY(read_checked(data));
    Date const as_of = options.as_of.value_or(newest(sources));
    Database database;
    database.run(TRY(read_schema(data)));
    database.run("BEGIN");
    database.insert("INSERT INTO snapshot (as_of) VALUES (?)",
                    fmt::format("{:04}-{:02}-{:02}", as_of.year, as_of.month, as_of.day));
    write_tables(database, sources);
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
