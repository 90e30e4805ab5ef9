#pragma once
/// The command line of a program: what may stand on it, and what did. It knows CLI11, whose headers take longer to
/// compile than any of our programs, and no program knows CLI11. A mistake in what a program declares is thrown as a
/// std::exception.

#include <halte/base.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace halte {

/// An option or a flag of a command line, to say more about it. It lives as long as the command line that made it.
class CommandOption {
public:
    CommandOption required();
    /// The help shows what the value is now.
    CommandOption shows_default();
    /// `fault_in` returns what is wrong with a value as a sentence; an empty one when nothing is.
    CommandOption checked_by(std::string (*fault_in)(std::string const& value));
    /// It may only be given together with the other.
    CommandOption needs(CommandOption other);
    /// It may not be given together with the other.
    CommandOption excludes(CommandOption other);

private:
    friend class CommandLine;
    explicit CommandOption(CLI::Option* option) : m_option(option) {}

    CLI::Option* m_option;
};

/// Names are written as the help shows them: "--config", "-o,--output", or "data" for a word without dashes. `what` is
/// the line of the help. A value that is referred to must live until read() has returned, and keeps what it is when
/// the command line does not name it.
class CommandLine {
public:
    /// Without a name the help says the one that the program was started by.
    explicit CommandLine(std::string const& about, std::string const& name = "");

    /// What the help ends with.
    void footer(std::string const& text);
    /// --version prints that line.
    void version(std::string const& line);

    CommandOption option(std::string const& names, std::string& value, std::string const& what);
    /// Takes all words up to the next option, or none.
    CommandOption list(std::string const& names, std::vector<std::string>& values, std::string const& what);
    CommandOption flag(std::string const& names, bool& value, std::string const& what);
    /// For given() only.
    CommandOption flag(std::string const& names, std::string const& what);

    /// A command with a command line of its own, as in "halte-directory check". Where there are commands, exactly one
    /// must be given.
    CommandLine command(std::string const& name, std::string const& what);

    /// Reads the words of main(). Returns nothing when the program is to go on; otherwise it has printed the help, the
    /// version or what is wrong, and returns what to exit with: ok or usage.
    std::optional<ExitCode> read(int count, char** words);

    /// Whether an option, a flag or a command of that name was given.
    bool given(std::string const& name) const;
    /// What was given to that option, as it was written; empty when it was not.
    std::vector<std::string> values(std::string const& name) const;

private:
    explicit CommandLine(std::shared_ptr<CLI::App> app);

    std::shared_ptr<CLI::App> m_app;  ///< a command's belongs to that of its program
};

}  // namespace halte
