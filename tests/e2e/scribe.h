#pragma once
/// A process that writes files for one that may not: a confined visitor process sends whole texts down a pipe, and the
/// scribe, started before the confinement, puts each of them into the same file. It ends when the other end is closed.

#include <halte/base.h>

#include <filesystem>
#include <string>

namespace halte {

class Scribe {
public:
    /// Starts the process. Whoever reads the file finds one text in it, whole.
    explicit Scribe(std::filesystem::path const& file);
    /// Replaces what the file holds, a moment later.
    void write(std::string const& text) const;

private:
    UniqueFd m_pipe;
};

}  // namespace halte
