#include "command_line.h"

#include <CLI/CLI.hpp>

namespace halte {

CommandOption CommandOption::required() { return CommandOption(m_option->required()); }

CommandOption CommandOption::shows_default() { return CommandOption(m_option->capture_default_str()); }

CommandOption CommandOption::checked_by(std::string (*fault_in)(std::string const& value)) {
    return CommandOption(m_option->check(fault_in));
}

CommandOption CommandOption::needs(CommandOption other) { return CommandOption(m_option->needs(other.m_option)); }

CommandOption CommandOption::excludes(CommandOption other) { return CommandOption(m_option->excludes(other.m_option)); }

CommandLine::CommandLine(std::string const& about, std::string const& name)
    : m_app(std::make_shared<CLI::App>(about, name)) {}

CommandLine::CommandLine(std::shared_ptr<CLI::App> app) : m_app(std::move(app)) {}

void CommandLine::footer(std::string const& text) { m_app->footer(text); }

void CommandLine::version(std::string const& line) { m_app->set_version_flag("--version", line); }

CommandOption CommandLine::option(std::string const& names, std::string& value, std::string const& what) {
    return CommandOption(m_app->add_option(names, value, what));
}

CommandOption CommandLine::list(std::string const& names, std::vector<std::string>& values, std::string const& what) {
    return CommandOption(m_app->add_option(names, values, what)->expected(0, -1));
}

CommandOption CommandLine::flag(std::string const& names, bool& value, std::string const& what) {
    return CommandOption(m_app->add_flag(names, value, what));
}

CommandOption CommandLine::flag(std::string const& names, std::string const& what) {
    return CommandOption(m_app->add_flag(names)->description(what));
}

CommandLine CommandLine::command(std::string const& name, std::string const& what) {
    m_app->require_subcommand(1);
    return CommandLine(std::shared_ptr<CLI::App>(m_app, m_app->add_subcommand(name, what)));
}

std::optional<ExitCode> CommandLine::read(int count, char** words) {
    try {
        m_app->parse(count, words);
    } catch (CLI::ParseError const& end) {
        return m_app->exit(end) == 0 ? ExitCode::ok : ExitCode::usage;
    }
    return std::nullopt;
}

bool CommandLine::given(std::string const& name) const {
    return name.starts_with('-') ? m_app->count(name) > 0 : m_app->got_subcommand(name);
}

std::vector<std::string> CommandLine::values(std::string const& name) const {
    return m_app->get_option(name)->results();
}

}  // namespace halte
