// halte-check: what is wrong with this terminal, and how to mend it. `halte --check` and `halte --print` execute it. It
// looks at the machine, so it does what no visitor process may do: it starts programs, and asks systemd and devices.
#include <halte/base.h>

#include "answers.h"
#include "command_line.h"

using namespace halte;

namespace {

struct Question {
    Asked asked;
    bool json = false;
    bool prometheus = false;
    std::string key;                  ///< to be printed
    std::vector<std::string> unread;  ///< files and folders to try
};

void describe(CommandLine& line, Question& question) {
    line.option("--config", question.asked.config, "Settings of this terminal (default /etc/halte/halte.toml)");
    line.option("--kiosk-user", question.asked.kiosk_user, "Who runs the kiosk, where no service says so");
    auto const json = line.flag("--json", question.json, "As JSON");
    line.flag("--prometheus", question.prometheus, "As metrics in Prometheus' text format").excludes(json);
    line.option("--print", question.key, "Print that value of the settings, as in screen.rotation, and end");
    line.list("--unread", question.unread, "Print which of these files and folders cannot be read, and end");
}

ExitCode answer(CommandLine const& line, Question const& question) {
    if (line.given("--unread")) return print_unread(question.unread);
    if (line.given("--print")) return print(question.asked, question.key);
    if (question.json) return check(question.asked, Form::json);
    return check(question.asked, question.prometheus ? Form::prometheus : Form::page);
}

}  // namespace

int main(int count, char** words) try {
    stop_ignoring_signals();
    stop_blocking_signals();
    CommandLine line("Tells what is wrong with this terminal, how to mend it, and what protects a visit here.",
                     "halte-check");
    Question question;
    describe(line, question);
    if (auto const end = line.read(count, words)) return int(*end);
    return int(answer(line, question));
} catch (std::exception const& fault) {
    log_line(std::string("halte-check: ") + fault.what());
    return int(ExitCode::failed);
}
