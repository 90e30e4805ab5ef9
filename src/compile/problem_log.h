#pragma once
/// The list of what is wrong in the source files.

#include <halte/compile.h>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace halte {

/// Collects problems in any order and gives them in the order of files and lines. `what` and `cure` come without their
/// full stops.
class ProblemLog {
public:
    /// Stops a build.
    void error(Where const& place, std::string what, std::string cure);
    /// Is counted and shown.
    void warning(Where const& place, std::string what, std::string cure);
    /// Remembers that what stands in `file` is not known, so that nothing is said of what refers to it: a file that
    /// cannot be read is one problem.
    void unread(std::string const& file) { m_unread.insert(file); }
    [[nodiscard]] std::set<std::string> const& unread() const { return m_unread; }
    /// Whether that file of `data` was not read: "lines.toml".
    [[nodiscard]] bool is_unread(std::string const& name) const;
    /// Whether an error was found in `file`.
    [[nodiscard]] bool has_error(std::string const& file) const;
    [[nodiscard]] bool has_errors() const;
    [[nodiscard]] Problems sorted() &&;

private:
    void add(Where const& place, std::string what, std::string cure, Level level);

    std::set<std::string> m_unread;
    Problems m_problems;
};

}  // namespace halte
