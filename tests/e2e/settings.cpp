/// What a technician is told of a terminal and of wrong settings, and what the kiosk makes of them.
#include <doctest/doctest.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <regex>

#include "settings_folder.h"

using namespace halte::rig;
using namespace std::chrono_literals;

namespace {

bool holds(std::string const& text, std::string const& words) { return text.find(words) != std::string::npos; }

/// What halte --check ends with, and its lines under "Settings".
void check_that_it_tells(SettingsFolder const& folder, int status, std::string const& lines) {
    Answer const answer = folder.check();
    CHECK(answer.status == status);
    CHECK(answer.said.substr(0, answer.said.find("\n\n")) == "Settings\n" + lines);
}

void check_that_it_prints(SettingsFolder const& folder, std::string const& key, std::string const& value) {
    Answer const answer = folder.ask({"--print", key});
    INFO("--print " << key);
    CHECK(answer.status == 0);
    CHECK(answer.said == value);
}

/// What a machine without a touchscreen ends with, whatever else it has.
Answer check_right_settings(SettingsFolder const& folder) {
    folder.settings(KioskSettings().toml());
    Answer answer = folder.check();
    INFO(answer.said);
    CHECK(answer.said.starts_with("Settings\n  ok       wrong.toml is right.\n\n"));
    CHECK(answer.status == (holds(answer.said, "  FAILURE  ") ? 1 : 0));
    return answer;
}

/// As parts of the text, one after the other.
void check_that_there_are_in_order(std::string const& text, std::vector<std::string> const& parts) {
    INFO(text);
    std::size_t from = 0;
    for (std::string const& part : parts) {
        INFO("sought: " << part);
        auto const found = text.find(part, from);
        REQUIRE(found != std::string::npos);
        from = found + part.size();
    }
}

}  // namespace

/// Its faces are not among the usual ones: they are looked for in a process that is confined already.
TEST_CASE("An address in letters of no language of ours is read in a visit") {
    Kiosk kiosk({.settings = {.address = "ქართული ქუჩა 5, თბილისი"}});
    kiosk.await_feeling();
    pid_t const visitor = kiosk.visitor();
    kiosk.touch("open.emergency");
    kiosk.await_words("თბილისი");
    halte::Node const* const address = kiosk.look().words("ქუჩა 5");
    REQUIRE(address != nullptr);
    CHECK(address->missing_glyphs == 0);
    CHECK(kiosk.visitor() == visitor);
}

TEST_CASE("Right settings are said to be right") {
    SettingsFolder const folder;
    check_right_settings(folder);
}

TEST_CASE("What holds a visitor process here is told as well") {
    SettingsFolder const folder;
    std::string const said = check_right_settings(folder).said;
    INFO(said);
    CHECK(holds(said, "\n\nWhat holds a visitor process on this machine\n"));
    CHECK(std::regex_search(said, std::regex("Landlock, version [1-9]|  warning  Files: ")));
    CHECK(holds(said, "  ok       System calls: only those on the list are made (seccomp)."));
}

TEST_CASE("Wrong keys and values are told with line, column and cure") {
    SettingsFolder const folder;
    folder.settings("[place]\nnam = \"x\"\n[visit]\ncountdown_seconds = 5\n");
    check_that_it_tells(folder, 78, R"(  FAILURE  wrong.toml:2:1: [place] has no key "nam".
           Did you mean "name"?
  FAILURE  wrong.toml:4:21: 5 s is out of range.
           Write a whole number from 20 to 300.)");
}

TEST_CASE("What the directory does not have is told as well") {
    SettingsFolder const folder;
    folder.settings(R"([visit]
profile = "hospitl"
languages = ["fr", "tlh"]
[directory]
file = "/nowhere/at.all"
)");
    Answer const answer = folder.check();
    CHECK(answer.status == 78);
    check_that_there_are_in_order(
        answer.said, {"wrong.toml:2:11: The directory has no profile \"hospitl\".", "It has: asylum-centre, "});
    check_that_there_are_in_order(answer.said,
                                  {"wrong.toml:3:13: The directory has no language \"tlh\".", "It has: fr, "});
    check_that_there_are_in_order(answer.said, {"wrong.toml:5:8: ", "/nowhere/at.all"});
}

/// Files of the folder come after the main one; each problem is told with its own file; a name that an editor left
/// counts for nothing.
TEST_CASE("Files of a folder beside the settings are read after them") {
    SettingsFolder const folder;
    folder.settings("[visit]\nprofile = \"school\"\n[screen]\nrotation = 180\n");
    fs::create_directory(folder.place() / "wrong.toml.d");
    folder.write("wrong.toml.d/10-screen.toml", "[screen]\nrotation = 90\n");
    folder.write("wrong.toml.d/20-wrong.toml", "[screen]\nrotation = 45\n");
    folder.write("wrong.toml.d/30-left.toml~", "[screen]\nrotation = 270\n");
    check_that_it_tells(folder, 78, R"(  FAILURE  wrong.toml.d/20-wrong.toml:2:12: 45 is no quarter turn.
           Write 0, 90, 180 or 270, without quotation marks.)");
    check_that_it_prints(folder, "screen.rotation", "90");
    check_that_it_prints(folder, "visit.profile", "school");
}

/// A FIFO that nobody writes into, and an endless device.
TEST_CASE("Files that never end, and names that seem to count, are told") {
    SettingsFolder const folder;
    fs::path const never = folder.place() / "never.halte";
    fs::path const beside = folder.place() / "wrong.toml.d";
    folder.settings("[visit]\nprofile = \"school\"\n[directory]\nfile = \"" + never.string() + "\"\n");
    fs::create_directory(beside);
    for (fs::path const& fifo : {beside / "60.toml", never}) REQUIRE(mkfifo(fifo.c_str(), 0600) == 0);
    fs::create_symlink("/dev/zero", beside / "70.toml");
    folder.write("wrong.toml.d/80.TOML", "[screen]\nrotation = 90\n");
    Answer const answer = folder.check();
    CHECK(answer.status == 78);
    // Lines are broken where the test's own folder made them too long.
    std::string const failure = "  FAILURE  ";
    check_that_there_are_in_order(
        replaced(answer.said, "\n           ", " "),
        {failure, "60.toml: The settings cannot be read: it is no ordinary file. Nothing of this file counts.",  //
         failure, "70.toml: The settings cannot be read: it is no ordinary file. Nothing of this file counts.", failure,
         "80.TOML: Nothing of this file counts, because of its name. Rename it to 80.toml, or remove it.",  //
         failure, "wrong.toml:4:8: never.halte is not a file. Until it is mended, the embedded directory serves."});
    check_that_it_prints(folder, "visit.profile", "school");
    check_that_it_prints(folder, "screen.rotation", "0");
}

TEST_CASE("Every value that counts can be printed") {
    SettingsFolder const folder;
    folder.settings(text_of(source_folder() / "kiosk/halte.toml"));
    check_that_it_prints(folder, "screen.rotation", "0");
    check_that_it_prints(folder, "screen.output", "");
    check_that_it_prints(folder, "visit.countdown_seconds", "45");
    folder.settings("[visit]\nlanguages = [\"fr\", \"ar\"]\n[screen]\noutput = \"HDMI-1\"\n");
    check_that_it_prints(folder, "visit.languages", "fr ar");
    check_that_it_prints(folder, "screen.output", "HDMI-1");
    Ran const wrong = run({programs() / "halte", "--print", "screen.rotatoin"});
    CHECK(wrong.status == 64);
    CHECK(replaced(wrong.said + wrong.complaints, "\n", " ").ends_with("Did you mean screen.rotation? "));
}

/// The same findings as on the page, the same status, and nothing beside them.
TEST_CASE("A program reads the same findings as JSON") {
    SettingsFolder const folder;
    Answer const page = check_right_settings(folder);
    Answer const answer = folder.ask({"--check", "--json"});
    CHECK(answer.status == page.status);
    auto const json = nlohmann::json::parse(answer.said);
    constexpr std::array<std::string_view, 3> levels{"ok", "warning", "failure"};
    std::array<int, 3> counts{};
    std::size_t worst = 0;
    for (auto const& finding : json.at("findings")) {
        INFO(finding.dump());
        auto const place = std::ranges::find(levels, finding.at("level").get<std::string>());
        REQUIRE(place != levels.end());
        auto const level = std::size_t(place - levels.begin());
        ++counts.at(level);
        worst = std::max(worst, level);
        CHECK(std::regex_match(finding.at("id").get<std::string>(), std::regex(R"([a-z]+\.[a-z0-9_.-]+)")));
        CHECK(finding.at("cure").get<std::string>().empty() == (level == 0));
    }
    CHECK(json.at("level").get<std::string>() == levels.at(worst));
    std::smatch counted;
    std::string const last = lines_of(page.said).back();
    INFO(last);
    REQUIRE(std::regex_search(last, counted, std::regex(R"((\d+) ok, (\d+) warnings?, (\d+) failures?$)")));
    for (std::size_t level = 0; level < levels.size(); ++level)
        CHECK(std::stoi(counted[level + 1].str()) == counts.at(level));
}

TEST_CASE("How to tell it is no question without one") { CHECK(run({programs() / "halte", "--json"}).status == 64); }

/// A second visit says nothing again: a log must not count visits.
TEST_CASE("The kiosk starts all the same and says once what is wrong") {
    Kiosk kiosk({.settings = {.diagonal_inches = "\"big\""}});
    kiosk.open_situations();
    kiosk.leave_to_the_next();
    INFO("the log: " << kiosk.log());
    CHECK(lines_of(kiosk.log()).size() == 1);
    CHECK(kiosk.log_says("halte.toml:9:19: This is not a number"));
}
