#pragma once
/// One file of tables in data/, opened for the reader of its keys.

#include "sources.h"

namespace halte {

/// The keys of a whole file. One that cannot be read is one problem: of the keys that it then lacks nothing is said.
class WholeFile {
public:
    WholeFile(std::string const& file, std::string const& what, ProblemLog& problems)
        : m_table(read_toml(file, problems)),
          keys(*(m_table ? &*m_table : &m_nothing), {file, 1}, what, *(m_table ? &problems : &m_unsaid)) {}

private:
    std::optional<toml::table> m_table;
    toml::table m_nothing;
    ProblemLog m_unsaid;

public:
    Keys keys;
};

}  // namespace halte
