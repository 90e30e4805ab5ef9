/// Whether tests/accessibility/README.md says of each clause of EN 301 549 what shows it: every clause once, no cell
/// empty, and only tests that exist.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <regex>

#include "rig/process.h"

using namespace halte::rig;

namespace {

/// The table of contents of EN 301 549 V3.2.1 (2021-03), chapters 5, 8.3 and 11, without headings that only group,
/// introductions, and clauses that are void.
constexpr std::array clauses{
    "5.1.2.1",      "5.1.2.2",      "5.1.3.1",    "5.1.3.2",    "5.1.3.3",    "5.1.3.4",    "5.1.3.5",    "5.1.3.6",
    "5.1.3.7",      "5.1.3.8",      "5.1.3.9",    "5.1.3.10",   "5.1.3.11",   "5.1.3.12",   "5.1.3.13",   "5.1.3.14",
    "5.1.3.15",     "5.1.3.16",     "5.1.4",      "5.1.5",      "5.1.6.1",    "5.1.6.2",    "5.1.7",      "5.2",
    "5.3",          "5.4",          "5.5.1",      "5.5.2",      "5.6.1",      "5.6.2",      "5.7",        "5.8",
    "5.9",          "8.3.1",        "8.3.2.1",    "8.3.2.2",    "8.3.2.3.1",  "8.3.2.3.2",  "8.3.2.3.3",  "8.3.2.4",
    "8.3.2.5",      "8.3.2.6",      "8.3.3.1",    "8.3.3.2",    "8.3.3.3.1",  "8.3.3.3.2",  "8.3.4.1",    "8.3.4.2",
    "8.3.4.3.1",    "8.3.4.3.2",    "8.3.4.3.3",  "8.3.5",      "8.3.6",      "11.1.1.1.1", "11.1.1.1.2", "11.1.2.1.1",
    "11.1.2.1.2.1", "11.1.2.1.2.2", "11.1.2.2",   "11.1.2.3.1", "11.1.2.3.2", "11.1.2.4",   "11.1.2.5",   "11.1.3.1.1",
    "11.1.3.1.2",   "11.1.3.2.1",   "11.1.3.2.2", "11.1.3.3",   "11.1.3.4",   "11.1.3.5.1", "11.1.3.5.2", "11.1.4.1",
    "11.1.4.2",     "11.1.4.3",     "11.1.4.4.1", "11.1.4.4.2", "11.1.4.5.1", "11.1.4.5.2", "11.1.4.10",  "11.1.4.11",
    "11.1.4.12",    "11.1.4.13",    "11.2.1.1.1", "11.2.1.1.2", "11.2.1.2",   "11.2.1.4.1", "11.2.1.4.2", "11.2.2.1",
    "11.2.2.2",     "11.2.3.1",     "11.2.4.3",   "11.2.4.4",   "11.2.4.6",   "11.2.4.7",   "11.2.5.1",   "11.2.5.2",
    "11.2.5.3.1",   "11.2.5.3.2",   "11.2.5.4",   "11.3.1.1.1", "11.3.1.1.2", "11.3.2.1",   "11.3.2.2",   "11.3.3.1.1",
    "11.3.3.1.2",   "11.3.3.2",     "11.3.3.3",   "11.3.3.4",   "11.4.1.1.1", "11.4.1.1.2", "11.4.1.2.1", "11.4.1.2.2",
    "11.4.1.3.1",   "11.4.1.3.2",   "11.5.1",     "11.5.2.1",   "11.5.2.2",   "11.5.2.3",   "11.5.2.4",   "11.5.2.5",
    "11.5.2.6",     "11.5.2.7",     "11.5.2.8",   "11.5.2.9",   "11.5.2.10",  "11.5.2.11",  "11.5.2.12",  "11.5.2.13",
    "11.5.2.14",    "11.5.2.15",    "11.5.2.16",  "11.5.2.17",  "11.6.1",     "11.6.2",     "11.7",       "11.8.1",
    "11.8.2",       "11.8.3",       "11.8.4",     "11.8.5"};

/// How a row can begin to say what shows its clause.
constexpr std::array<std::string_view, 6> kinds{"`tests/",       "Partly: `tests/", "speech",
                                                "By a person: ", "By hardware: ",   "Does not apply: "};

struct ClauseRow {
    std::string line;
    std::vector<std::string> cells;
    [[nodiscard]] std::string shown() const { return cells.empty() ? "" : cells.back(); }
};

std::vector<std::string> cells_of(std::string const& line) {
    static std::regex const cell(R"(\| *([^|]*[^| ])? *(?=\|))");
    std::vector<std::string> cells;
    for (std::sregex_iterator at(line.begin(), line.end(), cell), end; at != end; ++at) cells.push_back(at->str(1));
    return cells;
}

/// The lines of its tables of clauses, without their heads.
std::vector<ClauseRow> rows_of_clauses() {
    std::vector<ClauseRow> rows;
    bool inside = false;
    for (std::string const& line : lines_of(text_of(source_folder() / "tests/accessibility/README.md"))) {
        bool const head = line.starts_with("| clause |");
        inside = head || (inside && line.starts_with("|"));
        if (inside && !head && !line.starts_with("|---")) rows.push_back({line, cells_of(line)});
    }
    return rows;
}

/// "speech" is a whole cell; the others begin one.
std::string_view kind_of(std::string const& shown) {
    auto const found = std::ranges::find_if(kinds, [&](std::string_view kind) { return shown.starts_with(kind); });
    bool const known = found != kinds.end() && (*found != "speech" || shown == "speech");
    return known ? *found : "";
}

struct NamedTest {
    std::string file;
    std::string sentence;  ///< empty: the file is named without one
};

/// Each sentence belongs to the file that is named before it.
std::vector<NamedTest> tests_named_in(std::string const& shown) {
    static std::regex const piece(R"re(`(tests/[^`]*)`|"([^"]*)")re");
    std::vector<NamedTest> named;
    std::string file;
    for (std::sregex_iterator at(shown.begin(), shown.end(), piece), end; at != end; ++at) {
        bool const new_file = (*at)[1].matched;
        if (new_file) file = at->str(1);
        bool const first = !named.empty() && named.back().file == file && named.back().sentence.empty();
        if (first && !new_file) named.pop_back();
        named.push_back({file, new_file ? "" : at->str(2)});
    }
    return named;
}

/// The sentence of one TEST_CASE, which may stand in several literals.
std::string sentence_at(std::string const& code, std::size_t at) {
    std::string sentence;
    while ((at = code.find_first_not_of(" \n", at)) != std::string::npos && code[at] == '"') {
        std::size_t const end = code.find('"', at + 1);
        if (end == std::string::npos) break;
        sentence += code.substr(at + 1, end - at - 1);
        at = end + 1;
    }
    return sentence;
}

std::vector<std::string> sentences_of(std::string const& file) {
    std::string const mark = "TEST_CASE(";
    std::string const code = text_of(source_folder() / file);
    std::vector<std::string> sentences;
    for (std::size_t at = code.find(mark); at != std::string::npos; at = code.find(mark, at + 1))
        sentences.push_back(sentence_at(code, at + mark.size()));
    return sentences;
}

}  // namespace

TEST_CASE("Every row has its clause, what it asks, and how it is shown") {
    auto const rows = rows_of_clauses();
    CHECK_FALSE(rows.empty());
    for (ClauseRow const& row : rows) {
        INFO(row.line);
        CHECK(row.cells.size() == 3);
        CHECK(std::ranges::count(row.cells, "") == 0);
        CHECK(kind_of(row.shown()) != "");
        bool const in_part = row.shown().starts_with("Partly");
        CHECK((!in_part || row.shown().ends_with(".")));  // with the sentence that says what is not shown
    }
}

TEST_CASE("Every clause has one row, and every row is a clause's") {
    std::map<std::string, int> counted;
    for (ClauseRow const& row : rows_of_clauses()) ++counted[row.cells.empty() ? "" : row.cells.front()];
    for (std::string const clause : clauses) {
        INFO(clause);
        CHECK(counted[clause] == 1);
    }
    for (auto const& [clause, count] : counted) {
        INFO(clause);
        CHECK(std::ranges::count(clauses, clause) == 1);
    }
}

TEST_CASE("Every test that is named exists, with that sentence") {
    int named = 0;
    for (ClauseRow const& row : rows_of_clauses())
        for (NamedTest const& test : tests_named_in(row.shown())) {
            INFO(row.cells.front() << ": " << test.file << ": \"" << test.sentence << "\"");
            CHECK(fs::is_regular_file(source_folder() / test.file));
            CHECK(std::ranges::count(sentences_of(test.file), test.sentence) == 1);
            ++named;
        }
    CHECK(named > 0);
}

TEST_CASE("The rows of each kind are counted") {
    std::map<std::string_view, int> counted;
    for (ClauseRow const& row : rows_of_clauses()) ++counted[kind_of(row.shown())];
    MESSAGE(
        fmt::format("{} clauses: {} shown by tests, {} in part, {} wait for speech, {} for a person, {} for "
                    "hardware, {} do not apply",
                    rows_of_clauses().size(), counted[kinds[0]], counted[kinds[1]], counted[kinds[2]],
                    counted[kinds[3]], counted[kinds[4]], counted[kinds[5]]));
    CHECK(counted[kinds[0]] > 0);
}
