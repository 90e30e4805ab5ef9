#pragma once
/// A program that a test has started. However the test ends, it ends with it.

#include <halte/base.h>
#include <sys/types.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace halte::rig {

namespace fs = std::filesystem;

class Process {
public:
    struct Options {
        std::vector<std::string> words;              ///< the program's path, or its name in PATH, and its arguments
        std::vector<std::string> environment = {};   ///< "NAME=value", beside the test's own
        fs::path said = {};                          ///< standard output is added to this file; empty: thrown away
        fs::path complaints = {};                    ///< the same for standard error
        bool talks = false;                          ///< tell() and told() are its standard input and output
        std::optional<int> inherits = std::nullopt;  ///< a descriptor that it has under the same number
    };
    /// Throws std::runtime_error when the program cannot be started.
    explicit Process(Options const& options);
    Process(Process&& other) noexcept;
    Process& operator=(Process&& other) noexcept;
    ~Process();

    [[nodiscard]] pid_t pid() const { return m_pid; }
    [[nodiscard]] bool runs();
    /// Does nothing once it has ended.
    void signal(int number);
    /// Its end status, or 128 and the number of the signal that ended it. Throws Missed when it takes longer.
    int await_end(Milliseconds limit);
    /// SIGTERM, and SIGKILL after `patience`. Nothing interrupts it (await.h, ToldToEnd).
    int end(Milliseconds patience = Milliseconds(4000));

    /// Writes a line to it.
    void tell(std::string const& line);
    /// Reads a line from it; throws Missed when there is none in time.
    std::string told(Milliseconds limit);
    /// Ends what tell() writes to.
    void stop_telling() { m_input = {}; }

private:
    pid_t m_pid = -1;
    std::optional<int> m_status;
    UniqueFd m_input;
    UniqueFd m_output;
    std::string m_read;  ///< what was read and belongs to the next lines
};

/// Runs a program to its end. What it said and complained of, together or apart.
struct Ran {
    int status = 0;
    std::string said;
    std::string complaints;
};
Ran run(std::vector<std::string> const& words, std::vector<std::string> const& environment = {},
        Milliseconds limit = Milliseconds(60'000));

/// Whether such a program is in PATH.
bool has_program(std::string const& name);

/// Whether a process of that number is there, ended ones that nobody has waited for included.
bool is_there(pid_t pid);
/// The processes that another one has started and that are there.
std::vector<pid_t> children_of(pid_t pid);
/// All that a file holds; empty when there is none.
std::string text_of(fs::path const& file);
/// A line without its break each; what stands behind the last break is one too, unless it is empty.
std::vector<std::string> lines_of(std::string const& text);
/// The text with every `mark` in it replaced.
std::string replaced(std::string text, std::string const& mark, std::string const& words);

/// Where the programs of the build are.
fs::path programs();
/// The project's own folder.
fs::path source_folder();

}  // namespace halte::rig
