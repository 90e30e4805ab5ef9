// halte-directory: the editor's and the operator's tool for data/ and the snapshots made of it.
#include <cstdio>

#include <CLI/CLI.hpp>

#include "directory_commands.h"

using namespace halte;

static int run(DirectoryCommand const& command, Arguments const& given) {
    auto const ended = command.run(given);
    if (ended) return int(*ended);
    std::fprintf(stderr, "halte-directory: %s\n", ended.error().sentence.c_str());
    return int(ended.error().code);
}

int main(int argc, char** argv) try {
    CLI::App app(
        "Checks, builds and counts the directory of services that a Halte terminal shows.\n"
        "Start with: halte-directory check data/");
    app.footer("Ends with 0: all is well; 1: the machine refused; 64: no such command; 65: the data is wrong.");
    app.require_subcommand(1);
    Arguments given;
    DirectoryCommand const* chosen = nullptr;
    for (DirectoryCommand const& each : directory_commands()) {
        CLI::App* command = app.add_subcommand(each.name, each.what);
        command->callback([&chosen, &each] { chosen = &each; });
        if (each.writes == Writes::review_sheet)
            command->add_option("language", given.language, "its code in languages.toml: ar")->required();
        command->add_option("data", given.data, "the folder of records, translations and icons")->capture_default_str();
        if (each.writes == Writes::nothing) continue;
        command->add_option("-o,--output", given.output, "the file to write, whole or not at all")->required();
        if (each.writes != Writes::snapshot) continue;
        command->add_option("--as-of", given.as_of, "the day it speaks of, else the newest in the records: 2026-11-24");
    }
    try {
        app.parse(argc, argv);
    } catch (CLI::ParseError const& wrong) {
        return app.exit(wrong) == 0 ? int(ExitCode::ok) : int(ExitCode::usage);
    }
    return run(*chosen, given);
} catch (std::exception const& fault) {
    std::fprintf(stderr, "halte-directory: %s\n", fault.what());
    return int(ExitCode::failed);
}
