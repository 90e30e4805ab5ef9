#pragma once
/// What is kept of a touchscreen that reports touches nobody makes: that it does, as an empty file in the runtime
/// folder, for halte --check and its metrics. Not when, not how often, not where: that would tell of visits.

#include <string>

namespace halte {

class GhostNote {
public:
    /// `folder` may be empty: then nothing is kept.
    explicit GhostNote(std::string const& folder);
    /// A supervisor that starts knows of none yet: the screen may have been exchanged.
    void forget();
    void keep();

private:
    std::string m_path;
    bool m_kept = false;
};

}  // namespace halte
