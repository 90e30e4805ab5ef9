#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "findings.h"
#include "tree.h"

namespace halte {
namespace {

constexpr std::size_t widest_line = 100;
constexpr std::string_view indent = "           ";  // what "  FAILURE  " takes

struct Heading {
    std::string_view group;
    std::string_view words;
};
constexpr std::array headings{
    Heading{"settings", "Settings"},
    Heading{"screen", "Screen"},
    Heading{"touch", "Touch"},
    Heading{"hands", "Keypads and switches"},
    Heading{"reach", "Height"},
    Heading{"sound", "Sound"},
    Heading{"clock", "Clock"},
    Heading{"snapshot", "Directory of services"},
    Heading{"languages", "Languages"},
    Heading{"fonts", "Fonts"},
    Heading{"reading", "What the kiosk can read"},
    Heading{"memory", "Memory of the machine"},
    Heading{"service", "Service"},
    Heading{"system", "System"},
    Heading{"confinement", "What holds a visitor process on this machine"},
};

std::string_view heading_of(std::string_view group) {
    auto const* const found =
        std::find_if(headings.begin(), headings.end(), [&](Heading const& one) { return one.group == group; });
    return found == headings.end() ? group : found->words;
}

std::string mark(Level level, bool coloured) {
    switch (level) {
        case Level::ok:
            return "  ok       ";
        case Level::warning:
            return coloured ? "  \033[33mwarning\033[0m  " : "  warning  ";
        case Level::failure:
            break;
    }
    return coloured ? "  \033[1;31mFAILURE\033[0m  " : "  FAILURE  ";
}

/// Characters, not bytes: names of languages are in their own script.
std::size_t length_of(std::string const& words) {
    return std::size_t(std::count_if(words.begin(), words.end(), [](char byte) { return (byte & 0xC0) != 0x80; }));
}

/// Words below one another, from the column of `indent` on. A word that is wider than a line, a path, stays whole.
std::string wrapped(std::string const& text) {
    std::string lines;
    std::size_t column = indent.size();
    for (std::string const& word : words_of(text)) {
        std::size_t const length = length_of(word);
        bool const first = column == indent.size();
        bool const fits = column + length + (first ? 0 : 1) <= widest_line;
        if (!first) lines += fits ? std::string(" ") : "\n" + std::string(indent);
        column = first || fits ? column + length + (first ? 0 : 1) : indent.size() + length;
        lines += word;
    }
    return lines + "\n";
}

std::string counted(Problems const& findings) {
    auto const count = [&](Level level) {
        return std::count_if(findings.begin(), findings.end(), [&](Problem const& one) { return one.level == level; });
    };
    auto const warnings = count(Level::warning), failures = count(Level::failure);
    return fmt::format("{} ok, {} warning{}, {} failure{}\n", count(Level::ok), warnings, warnings == 1 ? "" : "s",
                       failures, failures == 1 ? "" : "s");
}

}  // namespace

std::string as_page(Examination const& examination, bool coloured) {
    std::string page;
    std::string group;
    for (Problem const& finding : examination.findings) {
        std::string const its_group = finding.where.name.substr(0, finding.where.name.find('.'));
        if (its_group != group) page += fmt::format("{}{}\n", page.empty() ? "" : "\n", heading_of(its_group));
        group = its_group;
        page += mark(finding.level, coloured) + wrapped(finding.what);
        if (!finding.cure.empty()) page += std::string(indent) + wrapped(finding.cure);
    }
    return page + "\n" + counted(examination.findings);
}

}  // namespace halte
