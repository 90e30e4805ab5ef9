#include "directory_commands.h"

#include <fmt/format.h>
#include <halte/compile.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

namespace halte {
namespace {

/// What only a build finds: an icon that is no drawing, a schema that is missing.
Result<void> try_a_build(Arguments const& given) {
    std::string folder = (std::filesystem::temp_directory_path() / "halte-check-XXXXXX").string();
    if (mkdtemp(folder.data()) == nullptr) return failure("There is no folder for a trial: set TMPDIR to one.");
    auto built = build_snapshot(given.data, folder + "/snapshot", {});
    std::error_code gone;
    std::filesystem::remove_all(folder, gone);
    return built;
}

/// Dates are judged all the same, as the day of this program allows.
void tell_of_a_wrong_clock() {
    if (Today const now = today(); now.clock_is_wrong())
        log_line(
            fmt::format("The clock of this machine says {}, and this program is of {}. Set it with date -s and "
                        "hwclock -w.",
                        iso(now.clock), iso(now.program)));
}

Result<ExitCode> check(Arguments const& given) {
    tell_of_a_wrong_clock();
    auto const problems = TRY(check_data(given.data));
    fmt::print("{}", describe(problems));
    if (worst(problems) == Level::failure) return ExitCode::bad_data;
    TRY_VOID(try_a_build(given));
    return ExitCode::ok;
}

Result<ExitCode> build(Arguments const& given) {
    BuildOptions const options{.as_of = parse_date(given.as_of)};
    if (!given.as_of.empty() && !options.as_of) {
        return failure(given.as_of + " is not a day such as 2026-11-24", ExitCode::usage);
    }
    tell_of_a_wrong_clock();
    TRY_VOID(build_snapshot(given.data, given.output, options));
    fmt::print("{}: {} KB\n", given.output, std::filesystem::file_size(given.output) / 1024);
    return ExitCode::ok;
}

Result<ExitCode> status(Arguments const& given) {
    fmt::print("{}", describe(TRY(data_status(given.data))));
    return ExitCode::ok;
}

Result<ExitCode> update(Arguments const& given) {
    for (std::string const& line : TRY(update_translations(given.data))) fmt::print("{}\n", line);
    return ExitCode::ok;
}

Result<ExitCode> review(Arguments const& given) {
    TRY_VOID(write_review_sheet(given.data, given.language, given.output));
    fmt::print("{}: {} KB\n", given.output, std::filesystem::file_size(given.output) / 1024);
    return ExitCode::ok;
}

constexpr DirectoryCommand commands[] = {
    {"check", "Find what is wrong: the file and line, what, and how to mend it", check},
    {"build", "Make the snapshot that terminals read", build, Writes::snapshot},
    {"status", "Count what is shown, what waits to be checked, what is translated", status},
    {"update", "Bring the files of the translators up to the French sentences", update},
    {"review", "Make the sheet on which a speaker of a language reads it and corrects it", review,
     Writes::review_sheet},
};

}  // namespace

std::span<DirectoryCommand const> directory_commands() { return commands; }

}  // namespace halte
