#pragma once
/// Something that is wrong, or was looked at and is right: in a record, in the settings, on a machine. Whoever finds it
/// says where, what and how to mend it; whoever shows it decides the form. It knows no file format and no screen.

#include <string>
#include <vector>

namespace halte {

/// A file as its editor knows it ("data/records/sos-viol.toml"), or a part of a machine ("screen.size").
struct Where {
    std::string name;
    int line = 0;    ///< 1-based; 0 when the whole is meant
    int column = 0;  ///< 1-based; 0 when the whole line is meant
};
/// "/etc/halte/halte.toml:3:12", without what is 0.
std::string describe(Where const& where);

/// Words of a source file, and where they stand.
struct SourceText {
    std::string words;
    Where place;
    [[nodiscard]] bool empty() const { return words.empty(); }
};

enum class Level { ok, warning, failure };

struct Problem {
    Where where;
    std::string what;  ///< one sentence, with its full stop
    std::string cure;  ///< one or two, likewise; empty when it is ok
    Level level = Level::failure;
};
using Problems = std::vector<Problem>;
/// "/etc/halte/halte.toml:3:12: what. Cure.", with "note: " before the sentence of a warning.
std::string describe(Problem const& problem);
/// The worst level of them; ok of none.
Level worst(Problems const& problems);

}  // namespace halte
