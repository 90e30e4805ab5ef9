// halte: the supervisor. It shows nothing and knows nobody; the halte-visitor processes that it starts do.
#include <fmt/format.h>
#include <halte/confine.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "supervisor_options.h"

using namespace halte;

/// What the settings say, what a directory has, and what holds a visitor process, another program tells.
static int answer_by(std::string const& program, std::vector<std::string> const& question) {
    std::vector<char const*> words{program.c_str()};
    for (std::string const& word : question) words.push_back(word.c_str());
    words.push_back(nullptr);
    execv(program.c_str(), const_cast<char* const*>(words.data()));
    log_line(fmt::format("halte: {} cannot be started: {}.", program, std::strerror(errno)));
    return int(ExitCode::failed);
}

static Result<ExitCode> supervise_confined(SupervisorOptions const& options) {
    TRY_VOID(forbid_core_dumps());
    // What else the program before it has given up, is gone for this one too.
    if (is_renewed()) return supervise(options);
    MechanismState const state = TRY(confine_supervisor(options.runtime_folder));
    if (state == MechanismState::not_offered)
        log_line("halte: this kernel offers less than the whole confinement; halte --check says what it has.");
    return supervise(options);
}

int main(int count, char** words) try {
    auto const options = halte_options(count, words);
    if (!options) return int(options.error());
    if (options->question) return answer_by(options->check_program, *options->question);
    auto const ended = supervise_confined(options->supervisor);
    if (!ended) log_line("halte: " + ended.error().sentence);
    return int(ended ? *ended : ended.error().code);
} catch (std::exception const& fault) {
    log_line(std::string("halte: ") + fault.what());
    return int(ExitCode::failed);
}
