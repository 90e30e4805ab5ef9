/// Whether the guides tell the truth: the same chapters in both languages, commands, settings and files that exist, and
/// dimensions that EN 301 549 (8.3.6) wants and halte --check agrees with. They are compared with what stands in kiosk/
/// and with the built programs.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <halte/keys.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <regex>

#include "guide_text.h"
#include "rig/process.h"

using namespace halte;
using namespace halte::guide;
using namespace halte::rig;

namespace {

fs::path kiosk() { return source_folder() / "kiosk"; }
std::string english() { return text_of(kiosk() / "GUIDE.md"); }
std::string french() { return text_of(kiosk() / "GUIDE.fr.md"); }
std::array<std::string, 2> guides() { return {english(), french()}; }
std::string documents() { return english() + "\n" + french() + "\n" + text_of(kiosk() / "FLEET.md"); }

Names without(Names const& all, std::function<bool(std::string const&)> const& exists) {
    Names missing;
    std::ranges::copy_if(all, std::inserter(missing, missing.end()), [&](auto const& one) { return !exists(one); });
    return missing;
}
void check_all_exist(Names const& all, std::function<bool(std::string const&)> const& exists) {
    CHECK_FALSE(all.empty());
    Names const missing = without(all, exists);
    INFO("missing: " << fmt::format("{}", missing));
    CHECK(missing.empty());
}

void check_same(Lines const& one, Lines const& other) {
    auto const [here, there] = std::ranges::mismatch(one, other);
    INFO("the first that differ: \"" << (here == one.end() ? "" : *here) << "\" and \""
                                     << (there == other.end() ? "" : *there) << "\"");
    CHECK_FALSE(one.empty());
    CHECK((here == one.end() && there == other.end()));
}

/// The level that halte --check gives to that height of the lower edge.
std::string judged(Height const& row, long height_mm) {
    fs::path const settings = fs::temp_directory_path() / fmt::format("halte-height-{}.toml", getpid());
    std::ofstream(settings) << fmt::format(
        "[place]\nmounting_height_mm = {}\n[screen]\ndiagonal_inches = {}\nrotation = {}\n", height_mm, row.inches,
        row.rotation);
    Ran const ran =
        run({"env", "-u", "DISPLAY", programs() / "halte", "--check", "--json", "--config", settings.string()});
    fs::remove(settings);
    auto const report = nlohmann::json::parse(ran.said);
    for (auto const& finding : report.at("findings"))
        if (finding.at("id") == "reach.height") return finding.at("level");
    return "nothing";
}

std::string help_of(fs::path const& program) { return run({program, "--help"}).said; }

/// `[section]` and `key = ` of the examples.
Names keys_in_examples() {
    Names keys;
    std::string section;
    std::smatch found;
    for (std::string const& line : lines_of(documents())) {
        if (!line.empty() && line[0] != ' ') section.clear();
        if (std::regex_match(line, found, std::regex(R"( +\[(place|screen|visit|hands|directory)\])")))
            section = found.str(1);
        else if (!section.empty() && std::regex_search(line, found, std::regex("^ +([a-z_]+) = ")))
            keys.insert(section + "." + found.str(1));
    }
    return keys;
}

/// Those that the file of settings explains, each as "# key = value".
Names known_settings() {
    Names keys;
    std::string section;
    std::smatch found;
    for (std::string const& line : lines_of(text_of(kiosk() / "halte.toml"))) {
        if (std::regex_match(line, found, std::regex(R"(\[([a-z]+)\])"))) section = found.str(1);
        if (std::regex_search(line, found, std::regex("^# ([a-z_]+) = "))) keys.insert(section + "." + found.str(1));
    }
    return keys;
}

/// What Debian's own packages bring, or the administrator makes, as files in the folder of settings are.
bool is_of_others(std::string const& file) {
    static std::regex const theirs(
        R"(/etc/(fstab|overlayroot\.local\.conf|apt/.*|default/prometheus-node-exporter|halte/halte\.toml\.d/.*\.toml))"
        R"(|/var/lib/halte/directory\.halte|/usr/share/keyrings/.*|/dev/watchdog0|/proc/.*|/srv/.*)");
    return std::regex_match(file, theirs);
}

/// All that kiosk/ writes and installs.
std::string installing() {
    std::string all;
    for (char const* const name : {"terminal", "display", "fit-screen", "halte.toml", "CMakeLists.txt"})
        all += text_of(kiosk() / name);
    for (char const* const folder : {"systemd", "debian"})
        for (auto const& entry : fs::directory_iterator(kiosk() / folder))
            if (entry.is_regular_file()) all += text_of(entry.path());
    return all;
}

/// A document is installed under its own name.
bool is_installed_or_written(std::string const& file) {
    static std::string const all = installing();
    fs::path const name = fs::path(file).filename();
    if (file.starts_with("/usr/share/doc/halte/"))
        return fs::exists(kiosk() / name) || fs::exists(source_folder() / name);
    return all.find(file) != std::string::npos;
}

}  // namespace

TEST_CASE("Both guides have the same chapters") { check_same(headings_of(english()), headings_of(french())); }

TEST_CASE("Both guides have the same commands, files and settings") {
    check_same(code_of(english()), code_of(french()));
}

/// EN 301 549, 8.3.6: the instructions cover these.
TEST_CASE("The dimensions of EN 301 549 8.3 are told in both guides") {
    for (std::string const& guide : guides()) {
        CHECK(has_line(guide, R"(^## 11\..*EN 301 549, 8\.3)"));
        std::string const section = section_of(guide, "11.1", "11.2");
        for (int const mm : {380, 1220, 1200, 800, 1100, 510, 635, 1120, 255, 610, 1170, 760, 1015}) {
            INFO(mm << " mm in \"" << lines_of(guide)[0] << "\"");
            CHECK(has_line(section, fmt::format(R"(\b{}\b)", mm)));
        }
    }
}

TEST_CASE("Every command and option that is named exists") {
    std::string const help = help_of(programs() / "halte");
    Names options;
    for (std::string const& use : all_of(documents(), R"(\bhalte( --[a-z]+)+)")) options.merge(all_of(use, "--[a-z]+"));
    check_all_exist(options,
                    [&](auto const& option) { return has_line(help, fmt::format("(^|[ ,]){}( |,|$)", option)); });

    std::string const terminal = help_of(kiosk() / "terminal");
    check_all_exist(all_of(documents(), "halte-terminal ([a-z-]+)", 1),
                    [&](auto const& word) { return has_line(terminal, "^  " + word + "  "); });

    std::string const directory = help_of(programs() / "halte-directory");
    check_all_exist(all_of(documents(), "halte-directory ([a-z]+)", 1),
                    [&](auto const& word) { return has_line(directory, "^  " + word + " "); });
}

/// Names like screen.rotation, and keys in examples; and halte --print knows them.
TEST_CASE("Every setting that is named exists") {
    Names keys = keys_in_examples();
    keys.merge(all_of(documents(), R"(`((place|screen|visit|hands|directory)\.[a-z_]+)`)", 1));
    keys.merge(all_of(documents(), "--print ([a-z_.]+)", 1));
    check_all_exist(keys, [known = known_settings()](auto const& key) {
        return known.contains(key) && run({programs() / "halte", "--print", key}).status == 0;
    });
}

/// The table of keys has the X server's numbers in brackets.
TEST_CASE("The numbers of keys are those that the kiosk goes by") {
    for (std::string const& guide : guides())
        for (KeyMeaningName const& key : key_meaning_names) {
            Ran const ran = run({programs() / "halte", "--print", fmt::format("hands.{}", key.word)});
            Names const known = all_of(ran.said, "[0-9]+");
            INFO(key.word << " in \"" << lines_of(guide)[0] << "\"");
            CHECK_FALSE(known.empty());
            CHECK((numbers_of_key(guide, std::string(key.word)) == known));
        }
}

TEST_CASE("Every file that is named is installed or written") {
    Names files;
    for (std::string file : all_of(documents(), "/(etc|usr|run|var|srv|proc|dev)(/[a-zA-Z0-9_.{}*-]+)+")) {
        if (file.ends_with('.')) file.pop_back();
        files.insert(file);
    }
    check_all_exist(files, [](auto const& file) { return is_of_others(file) || is_installed_or_written(file); });
}

/// Whatever is called halte-something is a unit or a program.
TEST_CASE("Every unit that is named exists") {
    Names const our_programs{"halte-check", "halte-directory", "halte-terminal", "halte-visitor"};
    check_all_exist(all_of(documents(), R"(\bhalte-[a-z]+(\.(service|timer))?)"), [&](auto const& name) {
        std::string const unit = name.find('.') == std::string::npos ? name + ".service" : name;
        return our_programs.contains(name) || fs::exists(kiosk() / "systemd" / unit);
    });
}

TEST_CASE("The heights of the table are those that halte --check finds right") {
    auto const rows = heights_of(english());
    CHECK((rows == heights_of(french())));
    CHECK(rows.size() >= 10);
    for (Height const& row : rows) {
        INFO(row.inches << " inches turned by " << row.rotation);
        constexpr long lowest_of_all = 380;
        if (row.highest == 0) {
            CHECK(judged(row, lowest_of_all) == "warning");  // its keys stand low, and can then be reached
            continue;
        }
        CHECK(judged(row, row.lowest) == "ok");
        CHECK(judged(row, row.highest) == "ok");
        CHECK(judged(row, row.highest + 1) == "warning");
        CHECK((row.lowest <= row.taken && row.taken <= row.highest));
    }
}
