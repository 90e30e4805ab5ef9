// halte-directory: the editor's and the operator's tool for data/ and the snapshots made of it.
#include <fmt/format.h>
#include <halte/compile.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <functional>

using namespace halte;

static Result<ExitCode> check(std::string const& data) {
    auto const findings = TRY(check_data(data));
    auto const faults = std::ranges::count_if(findings, &Finding::fatal);
    for (Finding const& finding : findings) fmt::print("{}\n", describe(finding));
    fmt::print("{} to mend, {} to know\n", faults, std::ptrdiff_t(findings.size()) - faults);
    return faults == 0 ? ExitCode::ok : ExitCode::bad_data;
}

static Result<ExitCode> build(std::string const& data, std::string const& output, std::string const& as_of) {
    BuildOptions const options{.as_of = parse_date(as_of)};
    if (!as_of.empty() && !options.as_of) return failure(as_of + " is not a day such as 2026-11-24", ExitCode::usage);
    TRY_VOID(build_snapshot(data, output, options));
    return ExitCode::ok;
}

static Result<ExitCode> status(std::string const& data) {
    fmt::print("{}", describe(TRY(data_status(data))));
    return ExitCode::ok;
}

static Result<ExitCode> update(std::string const& data) {
    for (std::string const& line : TRY(update_translations(data))) fmt::print("{}\n", line);
    return ExitCode::ok;
}

int main(int argc, char** argv) {
    CLI::App app("Checks, builds and counts the directory of services that a Halte terminal shows.\n"
                 "Start with: halte-directory check data/");
    app.require_subcommand(1);
    std::string data = "data";
    std::string output;
    std::string as_of;
    std::function<Result<ExitCode>()> task;
    auto const command = [&](char const* name, char const* what, std::function<Result<ExitCode>()> run) {
        auto* added = app.add_subcommand(name, what);
        added->add_option("data", data, "the folder of records, translations and icons")->capture_default_str();
        added->callback([&task, run = std::move(run)] { task = run; });
        return added;
    };
    command("check", "Find what is wrong, as file:line: what, and how to mend it", [&] { return check(data); });
    auto* building = command("build", "Make the snapshot that terminals read", [&] { return build(data, output, as_of); });
    building->add_option("-o,--output", output, "the snapshot to write, whole or not at all")->required();
    building->add_option("--as-of", as_of, "the day the snapshot speaks of (else: the newest in the records)");
    command("status", "Count what is shown, what waits to be checked, what is translated", [&] { return status(data); });
    command("update", "Give every translator the sentences that are new", [&] { return update(data); });
    app.footer("Ends with 0 when all is well, 65 when the data is wrong, 64 when the command is, 1 when the machine refused.");
    CLI11_PARSE(app, argc, argv);
    auto const ended = task();
    if (ended) return int(*ended);
    fmt::print(stderr, "halte-directory: {}\n", ended.error().sentence);
    return int(ended.error().code);
}
