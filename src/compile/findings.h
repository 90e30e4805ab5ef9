#pragma once
/// Where in the source files something stands, and the list of what is wrong there.

#include <halte/compile.h>
#include <halte/source_language.h>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace halte {

/// A line of a source file, as the editor knows it. Line 0 is the whole file.
struct Place {
    std::string file;
    int line = 0;
};

/// Collects findings in any order and gives them in the order of files and lines.
class Findings {
public:
    /// Stops a build.
    void error(Place const& place, std::string what, std::string cure);
    /// Is counted and shown.
    void warning(Place const& place, std::string what, std::string cure);
    /// Remembers that what stands in `file` is not known, so that nothing is said of what refers to it: a file that
    /// cannot be read is one finding.
    void unread(std::string const& file) { m_unread.insert(file); }
    [[nodiscard]] std::set<std::string> const& unread() const { return m_unread; }
    /// Whether that file of `data` was not read: "lines.toml".
    [[nodiscard]] bool is_unread(std::string const& name) const;
    /// Whether an error was found in `file`.
    [[nodiscard]] bool has_error(std::string const& file) const;
    [[nodiscard]] bool has_errors() const;
    [[nodiscard]] std::vector<Finding> sorted() &&;

private:
    std::set<std::string> m_unread;
    std::vector<Finding> m_findings;
};

}  // namespace halte
