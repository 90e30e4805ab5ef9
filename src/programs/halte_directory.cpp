// halte-directory: the editor's and the operator's tool for data/ and the snapshots made of it.
#include <algorithm>
#include <cstdio>

#include "command_line.h"
#include "directory_commands.h"

using namespace halte;

static int run(DirectoryCommand const& command, Arguments const& given) {
    auto const ended = command.run(given);
    if (ended) return int(*ended);
    std::fprintf(stderr, "halte-directory: %s\n", ended.error().sentence.c_str());
    return int(ended.error().code);
}

int main(int argc, char** argv) try {
    CommandLine line(
        "Checks, builds and counts the directory of services that a Halte terminal shows.\n"
        "Start with: halte-directory check data/");
    line.footer("Ends with 0: all is well; 1: the machine refused; 64: no such command; 65: the data is wrong.");
    Arguments given;
    for (DirectoryCommand const& each : directory_commands()) {
        CommandLine command = line.command(each.name, each.what);
        if (each.writes == Writes::review_sheet)
            command.option("language", given.language, "its code in languages.toml: ar").required();
        command.option("data", given.data, "the folder of records, translations and icons").shows_default();
        if (each.writes == Writes::nothing) continue;
        command.option("-o,--output", given.output, "the file to write, whole or not at all").required();
        if (each.writes != Writes::snapshot) continue;
        command.option("--as-of", given.as_of, "the day it speaks of, else the newest in the records: 2026-11-24");
    }
    if (auto const end = line.read(argc, argv)) return int(*end);
    auto const is_given = [&line](DirectoryCommand const& each) { return line.given(each.name); };
    return run(*std::ranges::find_if(directory_commands(), is_given), given);
} catch (std::exception const& fault) {
    std::fprintf(stderr, "halte-directory: %s\n", fault.what());
    return int(ExitCode::failed);
}
