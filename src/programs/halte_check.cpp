// halte-check: what is wrong with this terminal, and how to mend it. `halte --check` and `halte --print` execute it. It
// looks at the machine, so it does what no visitor process may do: it starts programs, and asks systemd and devices.
#include <halte/base.h>

#include <CLI/CLI.hpp>

#include "answers.h"

using namespace halte;

namespace {

struct Question {
    Asked asked;
    bool json = false;
    bool prometheus = false;
    std::string key;                  ///< to be printed
    std::vector<std::string> unread;  ///< files and folders to try
};

void describe(CLI::App& app, Question& question) {
    app.add_option("--config", question.asked.config, "Settings of this terminal (default /etc/halte/halte.toml)");
    app.add_option("--kiosk-user", question.asked.kiosk_user, "Who runs the kiosk, where no service says so");
    auto* const json = app.add_flag("--json", question.json, "As JSON");
    app.add_flag("--prometheus", question.prometheus, "As metrics in Prometheus' text format")->excludes(json);
    app.add_option("--print", question.key, "Print that value of the settings, as in screen.rotation, and end");
    app.add_option("--unread", question.unread, "Print which of these files and folders cannot be read, and end")
        ->expected(0, -1);
}

ExitCode answer(CLI::App const& app, Question const& question) {
    if (app.count("--unread") > 0) return print_unread(question.unread);
    if (app.count("--print") > 0) return print(question.asked, question.key);
    if (question.json) return check(question.asked, Form::json);
    return check(question.asked, question.prometheus ? Form::prometheus : Form::page);
}

}  // namespace

int main(int count, char** words) try {
    stop_ignoring_signals();
    stop_blocking_signals();
    CLI::App app("Tells what is wrong with this terminal, how to mend it, and what protects a visit here.",
                 "halte-check");
    Question question;
    describe(app, question);
    try {
        app.parse(count, words);
    } catch (CLI::ParseError const& wrong) {
        return app.exit(wrong) == 0 ? int(ExitCode::ok) : int(ExitCode::usage);
    }
    return int(answer(app, question));
} catch (std::exception const& fault) {
    log_line(std::string("halte-check: ") + fault.what());
    return int(ExitCode::failed);
}
