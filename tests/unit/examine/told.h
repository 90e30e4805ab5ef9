#pragma once
/// Findings as tables compare them.

#include <string>

#include "findings.h"

namespace halte::test {

inline std::string told(Finding const& finding) {
    char const* const levels[] = {"ok", "warning", "FAILURE"};
    std::string const text = finding.id + " " + levels[int(finding.level)] + ": " + finding.what;
    return finding.cure.empty() ? text : text + " | " + finding.cure;
}
/// The one of that id; empty when there is none.
inline std::string told(Findings const& findings, std::string const& id) {
    for (Finding const& finding : findings)
        if (finding.id == id) return told(finding);
    return "";
}

}  // namespace halte::test
