#pragma once
/// The files in which a kernel and a system tell of themselves, below one root: "/" on a machine, a folder of the
/// test's own in tests.

#include <optional>
#include <string>
#include <vector>

namespace halte {

enum class Presence { readable, absent, forbidden };

class Tree {
public:
    /// `root` has no slash at its end; empty for the machine.
    explicit Tree(std::string root = "") : m_root(std::move(root)) {}

    /// The whole file; nothing when it is not there or may not be read.
    [[nodiscard]] std::optional<std::string> text(std::string const& path) const;
    /// The same without white space at its end; empty when there is nothing.
    [[nodiscard]] std::string line(std::string const& path) const;
    /// Whether this user may read it.
    [[nodiscard]] Presence presence(std::string const& path) const;
    /// The names in a folder, sorted; none when it is not there.
    [[nodiscard]] std::vector<std::string> names(std::string const& folder) const;

private:
    std::string m_root;
};

std::vector<std::string> lines_of(std::string const& text);
/// Words parted by white space.
std::vector<std::string> words_of(std::string const& text);

}  // namespace halte
