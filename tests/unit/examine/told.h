#pragma once
/// Problems as tables compare them.

#include <string>

#include "findings.h"

namespace halte::test {

inline std::string told(Problem const& finding) {
    char const* const levels[] = {"ok", "warning", "FAILURE"};
    std::string const text = finding.where.name + " " + levels[int(finding.level)] + ": " + finding.what;
    return finding.cure.empty() ? text : text + " | " + finding.cure;
}
/// The one of that id; empty when there is none.
inline std::string told(Problems const& findings, std::string const& id) {
    for (Problem const& finding : findings)
        if (finding.where.name == id) return told(finding);
    return "";
}

}  // namespace halte::test
