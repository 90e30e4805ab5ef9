/// The files that a terminal gets from kiosk/: each says what it is, and its services are confined as tightly as they
/// were found to work.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <regex>

#include "rig/process.h"
#include "rig/skip.h"
#include "support/temporary_folder.h"

using namespace halte::rig;

namespace {

/// Texts and pictures say it themselves, and what CMake fills in is looked at once it is filled in.
bool needs_no_comment(fs::path const& file) {
    return file.extension() == ".md" || file.extension() == ".in" || file.extension() == ".png";
}

/// Of the comment that it begins with; empty when it begins with none.
std::string first_line_of(fs::path const& file) {
    static std::regex const for_programs("#!.*|# shellcheck .*|\\s*");
    static std::regex const comment("(?:#|/\\*|//|<!--)\\s*(.*)");
    for (std::string const& line : lines_of(text_of(file))) {
        std::smatch parts;
        if (std::regex_match(line, for_programs)) continue;
        return std::regex_match(line, parts, comment) ? parts.str(1) : "";
    }
    return "";
}

struct Unit {
    std::string name;
    int most = 0;  ///< tenths of systemd's own points of exposure
};

/// systemd refuses to look at a unit whose programs are not on this machine.
std::string with_programs_of_this_machine(std::string const& unit) {
    static std::regex const program("(^|\n)(Exec[A-Za-z]*=)[^ \n]+");
    return std::regex_replace(unit, program, "$1$2/bin/true");
}

std::string last_line_of(std::string const& text) {
    auto const lines = lines_of(text.substr(0, text.find_last_not_of('\n') + 1));
    return lines.empty() ? "" : lines.back();
}

}  // namespace

TEST_CASE("Every file of kiosk/ says in its first line what it is") {
    constexpr std::size_t shortest = 40;
    int looked_at = 0;
    for (auto const& entry : fs::recursive_directory_iterator(source_folder() / "kiosk")) {
        if (!entry.is_regular_file() || needs_no_comment(entry.path())) continue;
        std::string const line = first_line_of(entry.path());
        INFO(entry.path(), ": ", line);
        CHECK(line.size() >= shortest);
        ++looked_at;
    }
    CHECK(looked_at > 20);
}

TEST_CASE("The kiosk's services are confined as tightly as they were found to work") {
    if (!has_program("systemd-analyze")) return skip("systemd is missing (see kiosk/packages.txt)");
    std::vector<Unit> const units{
        {"halte-kiosk", 10}, {"halte-display", 11}, {"halte-screen", 10}, {"halte-metrics", 10}};
    halte::test::TemporaryFolder const folder;
    for (auto const& [name, most] : units) {
        fs::path const unit = folder / (name + ".service");
        halte::test::write_file(
            unit, with_programs_of_this_machine(text_of(source_folder() / "kiosk/systemd" / (name + ".service"))));
        auto const looked_at = run({"systemd-analyze", "security", "--offline=true", "--no-pager",
                                    fmt::format("--threshold={}", most), unit.string()});
        INFO(unit.string(), looked_at.complaints, last_line_of(looked_at.said));
        CHECK(looked_at.status == 0);
    }
}
