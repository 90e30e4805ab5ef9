#include "canaries.h"

#include <istream>
#include <iterator>
#include <sstream>
#include <stdexcept>

#include "glyph_needles.h"
#include "pixel_needles.h"
#include "text_needles.h"

namespace halte::test {
namespace {

using Fields = std::vector<std::string>;

Fields fields_of(std::string const& line) {
    Fields fields;
    std::istringstream text(line);
    for (std::string field; std::getline(text, field, '\t');) fields.push_back(field);
    return fields;
}

std::vector<Needle> operator+(std::vector<Needle> left, std::vector<Needle> const& right) {
    left.insert(left.end(), right.begin(), right.end());
    return left;
}

std::vector<Needle> needles_of(Fields const& fields) {
    auto const is = [&](char const* kind, std::size_t count) { return fields.size() == count && fields[0] == kind; };
    if (is("text", 4))
        return text_needles(fields[1], fields[3]) + glyph_needles(fields[1], fields[3], fields[2]) +
               coverage_needles(fields[1], fields[3], fields[2]);
    if (is("whole", 3)) return whole_text_needles(fields[1], fields[2]);
    if (is("code", 3)) return code_needles(fields[1], fields[2]);
    if (is("code", 5))
        return code_needles(fields[1], fields[2]) +
               vertex_needles(fields[1], fields[2], std::stoi(fields[3]), std::stoi(fields[4]));
    if (is("screen", 7))
        return screenshot_needles(
            fields[1], fields[2],
            {std::stoi(fields[3]), std::stoi(fields[4]), std::stoi(fields[5]), std::stoi(fields[6])});
    throw std::runtime_error("This line names no canary: " + (fields.empty() ? "" : fields[0]));
}

}  // namespace

std::vector<Needle> needles_of_canaries(std::istream& file) {
    std::vector<Needle> needles;
    for (std::string line; std::getline(file, line);)
        if (!line.empty()) needles = std::move(needles) + needles_of(fields_of(line));
    return needles;
}

}  // namespace halte::test
