#include <doctest/doctest.h>
#include <halte/configure.h>

using namespace halte;

static std::string printed(Settings const& settings, std::string const& key) {
    auto const value = print_setting(settings, key);
    return value ? *value : value.error().sentence;
}

TEST_CASE("every default is printed on one line") {
    struct Row {
        char const* key;
        char const* value;
    };
    Row const table[] = {
        {"place.name", ""},
        {"place.detail", ""},
        {"place.address", ""},
        {"place.latitude", ""},
        {"place.longitude", ""},
        {"place.timezone", "Europe/Brussels"},
        {"place.mounting_height_mm", ""},
        {"place.shelf_in_front", "false"},
        {"screen.diagonal_inches", "21.5"},
        {"screen.viewing_distance_mm", "600"},
        {"screen.high_contrast", "false"},
        {"screen.rotation", "0"},
        {"screen.output", ""},
        {"visit.languages", ""},
        {"visit.profile", "hospital"},
        {"visit.inactivity_seconds", "45"},
        {"visit.inactivity_reading_seconds", "90"},
        {"visit.countdown_seconds", "45"},
        {"visit.inactivity_keys_seconds", "120"},
        {"hands.switch", "none"},
        {"hands.repeat_after_ms", "2000"},
        {"hands.repeat_every_ms", "500"},
        {"hands.double_strike_ms", "500"},
        {"hands.scan_step_ms", "2000"},
        {"hands.next", "23 88 116 197"},
        {"hands.leave", "119"},
        {"directory.file", ""},
    };
    for (Row const& row : table) CHECK(printed({}, row.key) == row.value);
}

TEST_CASE("values are printed as scripts want them") {
    Settings settings;
    settings.coordinates = Coordinates{50.85, 4.35};
    settings.languages = {"fr", "nl", "zh-Hant"};
    settings.mounting_height_mm = 812.5;
    settings.high_contrast = true;
    settings.rotation = 270;
    settings.output = "HDMI-1";
    CHECK(printed(settings, "place.latitude") == "50.85");
    CHECK(printed(settings, "place.longitude") == "4.35");
    CHECK(printed(settings, "visit.languages") == "fr nl zh-Hant");
    CHECK(printed(settings, "place.mounting_height_mm") == "812.5");
    CHECK(printed(settings, "screen.high_contrast") == "true");
    CHECK(printed(settings, "screen.rotation") == "270");
    CHECK(printed(settings, "screen.output") == "HDMI-1");
}

TEST_CASE("whoever asks for a setting that does not exist is told the nearest") {
    CHECK(printed({}, "screen.rotatoin") == "There is no setting \"screen.rotatoin\". Did you mean screen.rotation?");
    CHECK(printed({}, "rotation") == "There is no setting \"rotation\". Did you mean screen.rotation?");
    CHECK(printed({}, "xyz").starts_with("There is no setting \"xyz\". There are: place.name, "));
    CHECK(print_setting({}, "").error().code == ExitCode::usage);
}
