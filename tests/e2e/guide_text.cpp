#include "guide_text.h"

#include <algorithm>
#include <cstdlib>
#include <regex>
#include <sstream>

#include "rig/process.h"

using halte::rig::lines_of;

namespace halte::guide {

/// Every match, or what its group holds.
Names all_of(std::string const& text, std::string const& pattern, int group) {
    std::regex const looked_for(pattern);
    Names found;
    for (std::sregex_iterator at(text.begin(), text.end(), looked_for), end; at != end; ++at)
        found.insert(at->str(std::size_t(group)));
    return found;
}
bool has_line(std::string const& text, std::string const& pattern) {
    std::regex const looked_for(pattern);
    return std::ranges::any_of(lines_of(text), [&](auto const& line) { return std::regex_search(line, looked_for); });
}
Lines headings_of(std::string const& guide) {
    Lines headings;
    std::smatch found;
    for (std::string const& line : lines_of(guide))
        if (std::regex_search(line, found, std::regex("^#+ ([0-9.]+)?"))) headings.push_back(found.str());
    return headings;
}

Lines code_of(std::string const& guide) {
    Lines code;
    std::string prose;
    for (std::string const& line : lines_of(guide)) {
        if (!line.starts_with("    ")) prose += line + " ";
        if (std::regex_search(line, std::regex("^ {4,}[a-z[]"))) code.push_back(line);
    }
    std::istringstream pieces(std::regex_replace(prose, std::regex(" +"), " "));
    bool is_code = false;
    for (std::string piece; std::getline(pieces, piece, '`'); is_code = !is_code)
        if (is_code && piece.find("GUIDE") == std::string::npos) code.push_back(piece);
    return code;
}

std::string section_of(std::string const& guide, std::string const& from, std::string const& to) {
    std::size_t const begin = guide.find("\n### " + from + " ");
    std::size_t const end = guide.find("\n### " + to + " ");
    return begin == std::string::npos || end == std::string::npos ? "" : guide.substr(begin, end - begin);
}

Names numbers_of_key(std::string const& guide, std::string const& word) {
    Lines const lines = lines_of(guide);
    auto const row =
        std::ranges::find_if(lines, [&](auto const& line) { return line.starts_with("| `" + word + "` | "); });
    return row == lines.end() ? Names() : all_of(*row, R"(\(([0-9]+)\))", 1);
}

std::vector<Height> heights_of(std::string const& guide) {
    std::vector<Height> rows;
    for (std::string const& line : lines_of(section_of(guide, "11.2", "11.3"))) {
        Lines cells;
        std::istringstream row(line);
        for (std::string cell; std::getline(row, cell, '|');)
            cells.push_back(std::regex_replace(cell, std::regex("^ +| +$"), ""));
        if (cells.size() < 7) continue;
        std::string const inches = halte::rig::replaced(cells[1], ",", ".");
        if (std::atof(inches.c_str()) == 0) continue;
        bool const lies = cells[2] == "landscape" || cells[2] == "couché";
        rows.push_back({inches, lies ? 0 : 90, std::atol(cells[4].c_str()), std::atol(cells[5].c_str()),
                        std::atol(cells[6].c_str())});
    }
    return rows;
}

}  // namespace halte::guide
