#include <CLI/CLI.hpp>

#include "questions.h"

namespace halte {
namespace {

struct Question {
    bool check = false;
    bool json = false;
    bool prometheus = false;
    std::string key;                  ///< to be printed
    std::vector<std::string> unread;  ///< files and folders to try
};

void describe_questions(CLI::App& app, Question& question) {
    auto* const check = app.add_flag("--check", question.check, "Say what is wrong with this terminal, and end");
    auto* const json = app.add_flag("--json", question.json, "With --check: as JSON")->needs(check);
    app.add_flag("--prometheus", question.prometheus, "With --check: as metrics")->needs(check)->excludes(json);
    app.add_option("--print", question.key, "Print that value of the settings, as in screen.rotation, and end");
    app.add_option("--unread", question.unread, "Print which of these files and folders cannot be read, and end")
        ->expected(0, -1);
}

ExitCode answer(Question const& question, VisitorOptions const& options) {
    if (!question.check) return print(options, question.key);
    if (question.json) return check(options, Form::json);
    return check(options, question.prometheus ? Form::prometheus : Form::page);
}

void describe_options(CLI::App& app, VisitorOptions& options, std::string& size) {
    app.add_option("--config", options.config, "Settings of this terminal (default /etc/halte/halte.toml)");
    app.add_option("--directory", options.directory, "Snapshot to show instead of the settings' one");
    app.add_flag("--embedded-directory", options.embedded_directory, "Show the snapshot built into the program");
    app.add_option("--profile", options.profile, "Kind of place: hospital, town-hall, asylum-centre, school");
    app.add_option("--lang", options.language,
                   "First language of the welcome screen, by its code in the directory: fr");
    app.add_option("--windowed", size, "Show in a window of WIDTHxHEIGHT pixels, as in 1280x800");
    app.add_option("--kiosk-user", options.kiosk_user, "With --check: who runs the kiosk, where no service says so");
    app.add_flag("--quiet", options.quiet, "Do not say again what the first process said of settings and directory");
}

}  // namespace

int visitor_main(int count, char** words, Instruments const& instruments) {
    // The supervisor sees to it for those that it starts; this is for whoever starts one by hand, or asks a question.
    stop_ignoring_signals();
    stop_blocking_signals();
    CLI::App app{
        "One visit of the Halte kiosk: a window, a directory, and nothing left when it ends.\n"
        "The supervisor, halte, starts one process of this program for every visitor."};
    VisitorOptions options;
    std::string size;
    Question question;
    describe_options(app, options, size);
    describe_questions(app, question);
    try {
        app.parse(count, words);
    } catch (CLI::ParseError const& wrong) {
        return app.exit(wrong) == 0 ? int(ExitCode::ok) : int(ExitCode::usage);
    }
    if (app.count("--unread") > 0) return int(print_unread(question.unread));
    if (question.check || app.count("--print") > 0) return int(answer(question, options));
    if (!size.empty() && std::sscanf(size.c_str(), "%5dx%5d", &options.width_px, &options.height_px) != 2) {
        log_line("--windowed takes WIDTHxHEIGHT in pixels, as in 1280x800.");
        return int(ExitCode::usage);
    }
    return int(run_visitor(options, instruments));
}

}  // namespace halte
