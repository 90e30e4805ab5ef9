// halte: the supervisor. It shows nothing and knows nobody; the halte-visitor processes that it starts do.
#include <CLI/CLI.hpp>
#include <filesystem>

#include <halte/supervise.h>
#include <unistd.h>

using namespace halte;

static constexpr char const* about =
    "Halte shows on a touchscreen who helps people who were hurt. Each visit is a process, and nothing of it stays.\n\n"
    "  halte                        the kiosk, on the whole screen\n"
    "  halte --windowed 1280x800    in a window, for a first look\n"
    "  halte --check                whether the settings of this terminal are right";
static constexpr char const* how_it_ends =
    "SIGTERM or Ctrl+C ends everything; SIGHUP shows a new directory, after the visit that runs.\n"
    "Ends with 0: asked to; 1: the machine refused; 64: no such option; 78: --check found a problem.";

static std::string no_size(std::string const& text) {
    int w = 0, h = 0, read = 0;
    bool const right = std::sscanf(text.c_str(), "%5dx%5d%n", &w, &h, &read) == 2 && w > 0 && h > 0;
    return right && read == int(text.size()) ? "" : "A size is written WIDTHxHEIGHT, as in 1280x800.";
}

/// What a directory has, only the program that reads one can tell.
static int check_by(std::string const& visitor, std::vector<std::string> const& config) {
    std::vector<char const*> words{visitor.c_str(), "--check"};
    for (std::string const& word : config) words.insert(words.end(), {"--config", word.c_str()});
    words.push_back(nullptr);
    execv(visitor.c_str(), const_cast<char* const*>(words.data()));
    log_line("halte: " + visitor + " cannot be started.");
    return int(ExitCode::failed);
}

int main(int count, char** words) try {
    CLI::App app(about, "halte");
    app.footer(how_it_ends);
    app.set_version_flag("--version", "halte 0.1");
    std::string config, profile, language, size;
    SupervisorOptions options;
    bool check = false;
    auto* const named = app.add_option("--config", config, "the settings of this terminal, else /etc/halte/halte.toml");
    app.add_option("--directory", options.directory, "the services to show, instead of those of the settings");
    app.add_option("--profile", profile, "the kind of place: hospital, town-hall ...");
    app.add_option("--lang", language, "the first language of the welcome screen: fr, nl, en, ar ...");
    app.add_option("--windowed", size, "a window of that size instead of the whole screen")->check(no_size);
    app.add_flag("--check", check, "tell every problem of the settings, with line and column, and end");
    try {
        app.parse(count, words);
    } catch (CLI::ParseError const& wrong) {
        return app.exit(wrong) == 0 ? int(ExitCode::ok) : int(ExitCode::usage);
    }
    options.visitor_program = std::filesystem::read_symlink("/proc/self/exe").parent_path() / "halte-visitor";
    if (check) return check_by(options.visitor_program, named->results());
    for (char const* const option : {"--config", "--profile", "--lang", "--windowed"})
        for (std::string const& value : app.get_option(option)->results())
            options.arguments.insert(options.arguments.end(), {option, value});
    return int(supervise(options));
} catch (std::exception const& fault) {
    log_line(std::string("halte: ") + fault.what());
    return int(ExitCode::failed);
}
