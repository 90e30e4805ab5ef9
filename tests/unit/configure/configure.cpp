#include <doctest/doctest.h>
#include <halte/configure.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <regex>
#include <sstream>

using namespace halte;

static std::string read_file(std::string const& path) {
    std::ifstream const file(path);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// Each problem on a line: "3:12: what. Cure."
static std::string problems_of(std::string const& toml) {
    std::string all;
    for (Problem const& problem : parse_settings(toml, "f").problems) all += describe(problem) + "\n";
    return all;
}

TEST_CASE("no settings at all are safe settings") {
    LoadedSettings const loaded = parse_settings("");
    CHECK(loaded.problems.empty());
    CHECK(loaded.settings.profile == "hospital");
    CHECK(loaded.settings.inactivity == Milliseconds(45'000));
    CHECK(loaded.settings.countdown == Milliseconds(45'000));
    CHECK_FALSE(loaded.settings.coordinates);
}

TEST_CASE("every key is read") {
    LoadedSettings const loaded = parse_settings(R"(
[place]
name = "Hôpital de la Vallée"
detail = "Hall d'accueil"
address = "Rue de l'Exemple 1"
latitude = 50.85
longitude = 4
timezone = "Europe/Lisbon"
mounting_height_mm = 850
shelf_in_front = true
[screen]
diagonal_inches = 32
viewing_distance_mm = 700.5
high_contrast = true
rotation = 270
output = "HDMI-1"
[visit]
languages = ["nl", "zh-Hant"]
profile = "town-hall"
inactivity_seconds = 15
inactivity_reading_seconds = 600
countdown_seconds = 20
inactivity_keys_seconds = 300
[hands]
switch = "two"
repeat_after_ms = 1000
repeat_every_ms = 250
double_strike_ms = 0
scan_step_ms = 3000
next = [38, 196]
help = []
[directory]
file = "/var/lib/halte/directory.halte"
)");
    Settings const& settings = loaded.settings;
    CHECK(loaded.problems.empty());
    CHECK(settings.place_name == "Hôpital de la Vallée");
    CHECK(settings.place_detail == "Hall d'accueil");
    CHECK(settings.address == "Rue de l'Exemple 1");
    REQUIRE(settings.coordinates);
    CHECK(settings.coordinates->latitude == 50.85);
    CHECK(settings.coordinates->longitude == 4.0);
    CHECK(settings.timezone == "Europe/Lisbon");
    CHECK(settings.diagonal_inches == 32);
    CHECK(settings.viewing_distance_mm == 700.5);
    CHECK(settings.high_contrast);
    CHECK(settings.mounting_height_mm == 850.0);
    CHECK(settings.shelf_in_front);
    CHECK(settings.rotation == 270);
    CHECK(settings.output == "HDMI-1");
    CHECK(settings.languages == std::vector<std::string>{"nl", "zh-Hant"});
    CHECK(settings.profile == "town-hall");
    CHECK(settings.inactivity == Milliseconds(15'000));
    CHECK(settings.inactivity_reading == Milliseconds(600'000));
    CHECK(settings.countdown == Milliseconds(20'000));
    CHECK(settings.inactivity_keys == Milliseconds(300'000));
    CHECK(settings.switches == Switches::two);
    CHECK(settings.key_pace == KeyPace{Milliseconds(1'000), Milliseconds(250), Milliseconds(0), Milliseconds(3'000)});
    CHECK(settings.keys.codes_of(KeyMeaning::next) == std::vector{38, 196});
    CHECK(settings.keys.codes_of(KeyMeaning::previous) == std::vector{80, 111});
    CHECK(settings.keys.codes_of(KeyMeaning::help).empty());
    CHECK(settings.directory == "/var/lib/halte/directory.halte");
}

TEST_CASE("what is wrong is told with its line, its column and its cure") {
    struct Row {
        char const* toml;
        char const* told;
    };
    Row const table[] = {
        // Keys and sections that do not exist.
        {"[screen]\ndiagonal = 20", "f:2:1: [screen] has no key \"diagonal\". Did you mean \"diagonal_inches\"?\n"},
        {"[visit]\n  langauges = []", "f:2:3: [visit] has no key \"langauges\". Did you mean \"languages\"?\n"},
        {"[visit]\nname = \"x\"", "f:2:1: [visit] has no key \"name\". It belongs under [place].\n"},
        {"[directory]\nxyz = 1", "f:2:1: [directory] has no key \"xyz\". Its keys are: file.\n"},
        {"[scren]\n", "f:1:2: There is no \"scren\" in the settings. Did you mean [screen]?\n"},
        {"profile = \"school\"", "f:1:1: There is no \"profile\" in the settings. It belongs under [visit].\n"},
        {"place = 3",
         "f:1:9: \"place\" is a section and has no value of its own. Write [place] on a line, and its keys "
         "under it.\n"},
        // Values of another kind.
        {"[place]\nname = 3", "f:2:8: This is not a text. Write it between quotation marks.\n"},
        {"[screen]\ndiagonal_inches = \"20\"",
         "f:2:19: This is not a number. Write inches from 7 to 100, without quotation marks: 21.5.\n"},
        {"[screen]\nhigh_contrast = 1",
         "f:2:17: This is neither true nor false. Write high_contrast = true or high_contrast = false.\n"},
        {"[place]\nshelf_in_front = \"yes\"",
         "f:2:18: This is neither true nor false. Write shelf_in_front = true or shelf_in_front = false.\n"},
        {"[visit]\ncountdown_seconds = 30.5",
         "f:2:21: This is not a whole number of seconds. Write a whole number from 20 to 300.\n"},
        {"[visit]\nlanguages = \"fr\"",
         "f:2:13: This is not a list. Write language codes in brackets: [\"fr\", \"nl\"].\n"},
        {"[visit]\nlanguages = [\"fr\", 3]",
         "f:2:20: This is not a text. Write language codes between quotation marks: [\"fr\", \"nl\"].\n"},
        // Values out of range.
        {"[screen]\ndiagonal_inches = 6.9",
         "f:2:19: 6.9 is out of range. Write inches from 7 to 100, without quotation marks: 21.5.\n"},
        {"[screen]\ndiagonal_inches = nan",
         "f:2:19: nan is out of range. Write inches from 7 to 100, without quotation marks: 21.5.\n"},
        {"[screen]\nviewing_distance_mm = 60",
         "f:2:23: 60 is out of range. Write millimetres from 300 to 2000, without quotation marks: 600.\n"},
        {"[visit]\ncountdown_seconds = 19", "f:2:21: 19 s is out of range. Write a whole number from 20 to 300.\n"},
        {"[visit]\ninactivity_seconds = 9223372036854775807",
         "f:2:22: 9223372036854775807 s is out of range. Write a whole number from 15 to 600.\n"},
        {"[visit]\nlanguages = [\"fr\", \"Dutch\"]",
         "f:2:20: \"Dutch\" is not a language code. Write codes of BCP 47 in small letters, such as \"fr\", \"nl\" or "
         "\"ar\".\n"},
        {"[visit]\nlanguages = [\"fr\", \"fr\"]", "f:2:20: \"fr\" is in the list twice. Leave one of them out.\n"},
        {"[visit]\nprofile = \"../x\"",
         "f:2:11: \"../x\" is not the name of a profile. Write the name of a file in data/profiles without its ending: "
         "\"hospital\".\n"},
        {"[directory]\nfile = \"directory.halte\"",
         "f:2:8: The path \"directory.halte\" depends on where the kiosk was started. Write it from the root: "
         "\"/var/lib/halte/directory.halte\".\n"},
        {"[place]\ndetail = \"a\\nb\"",
         "f:2:10: This text holds a line break or another control character. Write it on one line.\n"},
        {"[place]\nname = \" \u200B\"",
         "f:2:8: This text is made of blanks or of characters that nobody sees. Write it anew by hand, without copying "
         "it.\n"},
        {"[place]\naddress = \"Rue \u202EHaute\"",
         "f:2:11: This text contains U+202E, which turns the words around it. Write it anew by hand, without copying "
         "it.\n"},
        {"[place]\nname = \"ééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé\"",
         "f:2:8: This text has 61 characters. The screen has room for 60: shorten it.\n"},
        {"[screen]\nrotation = 45",
         "f:2:12: 45 is no quarter turn. Write 0, 90, 180 or 270, without quotation marks.\n"},
        {"[screen]\nrotation = \"left\"",
         "f:2:12: This is not a whole number of degrees. Write 0, 90, 180 or 270, without quotation marks.\n"},
        {"[screen]\noutput = \"HDMI 1\"",
         "f:2:10: \"HDMI 1\" is not the name of an output. Write a name that \"xrandr\" knows, as in \"HDMI-1\", or "
         "\"\" "
         "for the first one.\n"},
        {"[place]\nmounting_height_mm = 85",
         "f:2:22: 85 is out of range. Write millimetres from 200 to 1600, without quotation marks: 850.\n"},
        {"[hands]\nswitch = \"three\"",
         "f:2:10: \"three\" is no number of switches. Write \"none\", \"one\" or \"two\".\n"},
        {"[hands]\nscan_step_ms = 20", "f:2:16: 20 ms is out of range. Write a whole number from 500 to 10000.\n"},
        {"[hands]\nnext = 23",
         "f:2:8: This is not a list of keys. Write the numbers that \"xev\" prints as keycode, 8 to 255: [23, 116].\n"},
        {"[hands]\nnext = [23, \"Tab\"]",
         "f:2:13: This is not the number of a key. Write the numbers that \"xev\" prints as keycode, 8 to 255: [23, "
         "116].\n"},
        {"[hands]\nnext = [7]",
         "f:2:9: This is not the number of a key. Write the numbers that \"xev\" prints as keycode, 8 to 255: [23, "
         "116].\n"},
        // Half a position, and swapped ones.
        {"[place]\nlatitude = 50.85", "f:2:12: There is a latitude without a longitude. Write both, or neither.\n"},
        {"[place]\nlongitude = 4.35", "f:2:13: There is a longitude without a latitude. Write both, or neither.\n"},
        {"[place]\nlatitude = 4.35\nlongitude = 4.35",
         "f:2:12: 4.35 is out of range. Write degrees from 49 to 52, without quotation marks: 50.85.\n"},
    };
    for (Row const& row : table) CHECK(problems_of(row.toml) == row.told);
}

TEST_CASE("problems come in the order of the file, and each leaves the default of its own value only") {
    LoadedSettings const loaded = parse_settings(
        "[visit]\ncountdown_seconds = 5\nprofile = \"school\"\n[screen]\ndiagonal_inches = 1\n[place]\nname = 1\n");
    REQUIRE(loaded.problems.size() == 3);
    CHECK(loaded.problems[0].where.line == 2);
    CHECK(loaded.problems[1].where.line == 5);
    CHECK(loaded.problems[2].where.line == 7);
    CHECK(loaded.settings.profile == "school");
    CHECK(loaded.settings.countdown == Milliseconds(45'000));
    CHECK(loaded.settings.diagonal_inches == 21.5);
}

TEST_CASE("a file that is not TOML is one problem, and every default") {
    LoadedSettings const loaded = parse_settings("[visit]\nprofile = \"school\"\ncountdown_seconds = = 4\n");
    REQUIRE(loaded.problems.size() == 1);
    CHECK(loaded.problems[0].where.line == 3);
    CHECK(loaded.problems[0].where.column == 21);
    CHECK(loaded.settings.profile == "hospital");
    CHECK(parse_settings("\xFF\xFE").problems.size() == 1);
}

TEST_CASE("a missing file is a problem only for whoever named it") {
    CHECK(load_settings("/nowhere/halte.toml", false).problems.empty());
    LoadedSettings const loaded = load_settings("/nowhere/halte.toml", true);
    REQUIRE(loaded.problems.size() == 1);
    CHECK(
        describe(loaded.problems[0]) ==
        "/nowhere/halte.toml: The settings cannot be read: No such file or directory. Every setting has its default.");
    CHECK(load_settings("/", false).problems.size() == 1);  // a folder is never right
}

TEST_CASE("the example file is right, as it is and with every key set, and it shows the defaults") {
    std::string const example = read_file(std::string(HALTE_SOURCE) + "/kiosk/halte.toml");
    CHECK(problems_of(example).empty());
    std::string const set = std::regex_replace(example, std::regex("(^|\n)# ([a-z_]+ = )"), "$1$2");
    LoadedSettings const loaded = parse_settings(set);
    CHECK(problems_of(set).empty());
    Settings const defaults;
    CHECK(loaded.settings.timezone == defaults.timezone);
    CHECK(loaded.settings.diagonal_inches == defaults.diagonal_inches);
    CHECK(loaded.settings.viewing_distance_mm == defaults.viewing_distance_mm);
    CHECK(loaded.settings.high_contrast == defaults.high_contrast);
    CHECK(loaded.settings.rotation == defaults.rotation);
    CHECK_FALSE(loaded.settings.output.empty());
    CHECK(loaded.settings.mounting_height_mm.has_value());
    CHECK(loaded.settings.profile == defaults.profile);
    CHECK(loaded.settings.inactivity == defaults.inactivity);
    CHECK(loaded.settings.inactivity_reading == defaults.inactivity_reading);
    CHECK(loaded.settings.countdown == defaults.countdown);
    CHECK(loaded.settings.inactivity_keys == defaults.inactivity_keys);
    CHECK(loaded.settings.switches == defaults.switches);
    CHECK(loaded.settings.key_pace == defaults.key_pace);
    CHECK(loaded.settings.keys == defaults.keys);
    CHECK_FALSE(loaded.settings.place_name.empty());
    CHECK_FALSE(loaded.settings.place_detail.empty());
    CHECK_FALSE(loaded.settings.address.empty());
    CHECK(loaded.settings.coordinates.has_value());
    CHECK_FALSE(loaded.settings.languages.empty());
    CHECK_FALSE(loaded.settings.directory.empty());
}

TEST_CASE("how long a page may stand after the last touch follows from the times of visits") {
    auto const seconds = [](std::string const& toml) {
        return longest_unattended(parse_settings(toml).settings).count() / 1000;
    };
    CHECK(seconds("") == 120 + 45);
    CHECK(seconds("[visit]\ninactivity_seconds = 300\ncountdown_seconds = 20") == 300 + 20);
    CHECK(seconds("[visit]\ninactivity_reading_seconds = 600\ncountdown_seconds = 300") == 600 + 300);
    CHECK(seconds("[visit]\ninactivity_keys_seconds = 500") == 500 + 45);
}
