#include "findings.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <tuple>

namespace halte {

std::string describe(Finding const& finding) {
    std::string const place = finding.line > 0 ? fmt::format("{}:{}", finding.file, finding.line) : finding.file;
    return fmt::format("{}: {}{}. {}.", place, finding.fatal ? "" : "note: ", finding.what, finding.cure);
}

std::string describe(std::vector<Finding> const& findings) {
    std::string text;
    for (Finding const& finding : findings) text += describe(finding) + "\n";
    auto const faults = std::ranges::count_if(findings, &Finding::fatal);
    return text + fmt::format("{} to mend, {} to know\n", faults, std::ptrdiff_t(findings.size()) - faults);
}

void Findings::error(Place const& place, std::string what, std::string cure) {
    m_findings.push_back({place.file, place.line, std::move(what), std::move(cure), true});
}

void Findings::warning(Place const& place, std::string what, std::string cure) {
    m_findings.push_back({place.file, place.line, std::move(what), std::move(cure), false});
}

bool Findings::is_unread(std::string const& name) const {
    return std::ranges::any_of(m_unread,
                               [&](std::string const& file) { return std::filesystem::path(file).filename() == name; });
}

bool Findings::has_error(std::string const& file) const {
    return std::ranges::any_of(m_findings,
                               [&](Finding const& finding) { return finding.fatal && finding.file == file; });
}

bool Findings::has_errors() const { return std::ranges::any_of(m_findings, &Finding::fatal); }

std::vector<Finding> Findings::sorted() && {
    std::ranges::stable_sort(m_findings, [](Finding const& one, Finding const& other) {
        return std::tie(one.file, one.line) < std::tie(other.file, other.line);
    });
    return std::move(m_findings);
}

}  // namespace halte
