#pragma once
/// Where in the source files something stands, and the list of what is wrong there.

#include <halte/compile.h>
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
    [[nodiscard]] std::vector<Finding> sorted() &&;

private:
    std::vector<Finding> m_findings;
};

}  // namespace halte
