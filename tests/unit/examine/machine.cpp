// What is said of sound, clock, directory, height, memory and services.
#include <doctest/doctest.h>

#include "judge.h"
#include "languages.h"
#include "told.h"
#include "units.h"

using namespace halte;
using halte::test::told;

TEST_CASE("a sound card is named") {
    CHECK(told(judge_sound(" 0 [PCH            ]: HDA-Intel - HDA Intel PCH\n        HDA Intel PCH at 0xb\n")) ==
          "sound.card ok: There is a sound card: HDA-Intel - HDA Intel PCH.");
    CHECK(told(judge_sound("--- no soundcards ---\n")).starts_with("sound.card warning: There is no sound card. "));
    CHECK(told(judge_sound("")).starts_with("sound.card warning: "));
}

TEST_CASE("a clock behind the program is wrong, and one that nobody keeps right is told") {
    Date const known_past{2026, 11, 24};
    CHECK(told(judge_clock({{2026, 11, 24}, true, true}, known_past), "clock.date") ==
          "clock.date ok: Today is 2026-11-24.");
    CHECK(told(judge_clock({{2026, 11, 23}, true, true}, known_past), "clock.date")
              .starts_with("clock.date FAILURE: The clock says 2026-11-23, but this program is of 2026-11-24. | "));
    CHECK(told(judge_clock({known_past, true, true}, known_past), "clock.synchronised")
              .starts_with("clock.synchronised ok"));
    CHECK(told(judge_clock({known_past, false, true}, known_past), "clock.synchronised")
              .starts_with("clock.synchronised warning: Nothing keeps the clock right"));
    CHECK(told(judge_clock({known_past, {}, true}, known_past), "clock.synchronised").ends_with("sudo halte --check."));
    CHECK(told(judge_clock({known_past, true, false}, known_past), "clock.timezone").ends_with("| Install tzdata."));
}

TEST_CASE("a directory ages: a quarter is right, two are told, and more are a failure") {
    ClockReading const clock{{2026, 11, 25}};
    struct Row {
        Date as_of;
        char const* begins;
    };
    Row const table[] = {
        {{2026, 11, 25}, "snapshot.age ok: The newest fact in it was read on 2026-11-25, today."},
        {{2026, 11, 24}, "snapshot.age ok: The newest fact in it was read on 2026-11-24, 1 day ago."},
        {{2026, 8, 27}, "snapshot.age ok: The newest fact in it was read on 2026-08-27, 90 days ago."},
        {{2026, 8, 26}, "snapshot.age warning: The newest fact in it was read on 2026-08-26, 91 days ago. | Have "},
        {{2026, 5, 29}, "snapshot.age warning: The newest fact in it was read on 2026-05-29, 180 days ago. | Have "},
        {{2026, 5, 28}, "snapshot.age FAILURE: The newest fact in it was read on 2026-05-28, 181 days ago. | Have "},
    };
    for (Row const& row : table)
        CHECK(told(judge_snapshot({row.as_of}, clock, {2026, 11, 24}), "snapshot.age").starts_with(row.begins));
}

TEST_CASE("a day to come in a directory from elsewhere is told of the directory, and the clock is not blamed") {
    Date const known_past{2026, 11, 24};
    auto const age = [&](ClockReading const& clock) {
        return told(judge_snapshot({{2027, 11, 24}}, clock, known_past), "snapshot.age");
    };
    ClockReading const kept_right{{2026, 11, 25}, true};
    CHECK(told(judge_clock(kept_right, known_past), "clock.date") == "clock.date ok: Today is 2026-11-25.");
    CHECK(age(kept_right)
              .starts_with("snapshot.age warning: A fact in it was read on 2027-11-24, which is still to "
                           "come: today is 2026-11-25. | A record has a wrong day"));
    CHECK(
        age({{2026, 11, 25}, false}).find("the clock says 2026-11-25. | Look at the clock. If it is right, a record") !=
        std::string::npos);
    CHECK(age({{2026, 11, 25}, {}}).find("Look at the clock.") != std::string::npos);
    CHECK(age({{1970, 1, 1}, false}) ==
          "snapshot.age warning: Its age cannot be told while the clock is wrong. | Set the clock first.");
}

TEST_CASE("which directory serves is told, and why another does not") {
    auto const serves = [](SnapshotReading const& snapshot) {
        return told(judge_snapshot(snapshot, {{2026, 11, 25}}, {2026, 11, 24}), "snapshot.serves");
    };
    CHECK(serves({{}, 163}) == "snapshot.serves ok: The snapshot built into the program serves, with 163 services.");
    CHECK(serves({{}, 9, "/d.halte"}) == "snapshot.serves ok: /d.halte serves, with 9 services.");
    CHECK(
        serves({{}, 163, "/d.halte", "It is damaged"})
            .starts_with("snapshot.serves FAILURE: It is damaged. The snapshot built into the program serves instead, "
                         "with 163 services. | "));
}

TEST_CASE("letters without a face are counted") {
    CHECK(told(judge_language({"ar", "العربية"}, 0)) == "fonts.ar ok: العربية can be shown.");
    CHECK(told(judge_language({"ar", "العربية"}, 12)) ==
          "fonts.ar FAILURE: ar cannot be shown: 12 letters of a sample have no face. | Install the package "
          "fonts-noto-core.");
}

TEST_CASE("a technician is told how far a language is translated, and that nobody has read it") {
    Language language{.code = "ti", .endonym = "Tigrinya", .sentences = 203, .translated = 203, .rest = 604};
    CHECK(told(judge_words(language)) ==
          "languages.ti ok: Tigrinya (ti): core whole, read by no speaker; the rest not translated.");
    language.translated = 200;
    language.read = 12;
    CHECK(told(judge_words(language)) ==
          "languages.ti ok: Tigrinya (ti): core 200 of 203, 12 read by a speaker; the rest not translated.");
    language.translated = language.read = 203;
    language.rest_translated = language.rest_read = 604;
    CHECK(told(judge_words(language)) ==
          "languages.ti ok: Tigrinya (ti): core whole, read by a speaker; the rest whole, read by a speaker.");
}

TEST_CASE("a picture's height follows from its diagonal and its shape") {
    CHECK(int(picture_of(21.5, 1920, 1080).height_mm) == 267);
    CHECK(int(picture_of(21.5, 1080, 1920).height_mm) == 475);
    CHECK(int(picture_of(21.5, 1920, 1080).width_mm) == 475);
}

TEST_CASE("a technician is told which keys a wheelchair does not reach, in both layouts, and how to mend it") {
    struct Row {
        double lower_edge_mm;
        PictureSize picture;
        Shelf shelf;
        char const* told;
    };
    constexpr PictureSize lying{476, 268};
    constexpr PictureSize upright{268, 476};
    Row const table[] = {
        {850, lying, Shelf::absent,
         "reach.height ok: Keys stand 850 to 1118 mm above the floor, and up to 997 mm when they are brought down; 380 "
         "to 1200 mm can be reached from a wheelchair (EN 301 549, 8.3)."},
        {380,
         {820, 820},
         Shelf::absent,
         "reach.height ok: Keys stand 380 to 1200 mm above the floor, and up to 831 mm when they are brought down; 380 "
         "to 1200 mm can be reached from a wheelchair (EN 301 549, 8.3)."},
        {850, lying, Shelf::in_front,
         "reach.height warning: Keys stand 850 to 1118 mm above the floor, and up to 997 mm when they are brought "
         "down; "
         "380 to 1100 mm can be reached from a wheelchair over a shelf (EN 301 549, 8.3). Every visit begins with the "
         "keys brought down. | Mount it so that the lower edge of the picture is 380 to 832 mm above the floor, or up "
         "to 953 mm with its keys brought down."},
        {933, upright, Shelf::absent,
         "reach.height warning: Keys stand 933 to 1409 mm above the floor, and up to 1195 mm when they are brought "
         "down; 380 to 1200 mm can be reached from a wheelchair (EN 301 549, 8.3). Every visit begins with the keys "
         "brought down. | Mount it so that the lower edge of the picture is 380 to 724 mm above the floor, or up to "
         "938 mm with its keys brought down. Or hang it the other way round: its keys then stand up to 1080 mm, "
         "brought down."},
        {379, lying, Shelf::absent,
         "reach.height FAILURE: Keys stand 379 to 647 mm above the floor, and up to 526 mm when they are brought down; "
         "380 to 1200 mm can be reached from a wheelchair (EN 301 549, 8.3). | Mount it so that the lower edge of the "
         "picture is 380 to 932 mm above the floor, or up to 1053 mm with its keys brought down."},
        {700,
         {535, 952},
         Shelf::absent,
         "reach.height FAILURE: Keys stand 700 to 1652 mm above the floor, and up to 1224 mm when they are brought "
         "down; 380 to 1200 mm can be reached from a wheelchair (EN 301 549, 8.3). | Mount it so that the lower edge "
         "of "
         "the picture is 380 to 676 mm above the floor: its keys, brought down, can then be reached. Or hang it the "
         "other way round: its keys then stand up to 994 mm, brought down."},
        {400,
         {2700, 1518},
         Shelf::absent,
         "reach.height FAILURE: Keys stand 400 to 1918 mm above the floor, and up to 1235 mm when they are brought "
         "down; 380 to 1200 mm can be reached from a wheelchair (EN 301 549, 8.3). | No height is right for a picture "
         "that is 1518 mm high: take a screen of at most 1490 mm."},
    };
    for (Row const& row : table) CHECK(told(judge_reach(row.lower_edge_mm, row.picture, row.shelf)) == row.told);
    CHECK(told(judge_reach({}, lying, Shelf::absent)).starts_with("reach.height warning: "));
}

TEST_CASE("swap is told, unless Halte's services may not use it") {
    auto const swap = [](std::vector<std::string> swaps, std::vector<ServiceState> const& units) {
        return told(judge_memory({.swaps = std::move(swaps), .kernel_line = ""}, units), "memory.swap");
    };
    CHECK(swap({}, {}) == "memory.swap ok: This machine has no swap.");
    CHECK(swap({"/dev/sda2"}, {}).starts_with("memory.swap warning: There is swap (/dev/sda2): "));
    ServiceState const kiosk{"halte-kiosk.service", "loaded", "enabled", "active", 0, false};
    ServiceState const display{"halte-display.service", "loaded", "static", "active", 0, true};
    CHECK(swap({"/dev/sda2"}, {kiosk}).starts_with("memory.swap ok: "));
    CHECK(swap({"/dev/sda2"}, {kiosk, display}).starts_with("memory.swap warning: "));
}

TEST_CASE("hibernation and freed memory follow from the kernel's line") {
    struct Row {
        char const* line;
        char const* resume;
        char const* config;
        bool may_hibernate, clears;
    };
    Row const table[] = {
        {"quiet", "", "", false, false},
        {"quiet init_on_free=1", "0:0", "", false, true},
        {"quiet resume=/dev/sda2", "0:0", "", true, false},
        {"quiet", "8:2", "", true, false},
        {"quiet noresume", "8:2", "", false, false},
        {"noresume_not", "8:2", "", true, false},
        {"quiet", "", "CONFIG_INIT_ON_FREE_DEFAULT_ON=y\n", false, true},
        {"init_on_free=0", "", "CONFIG_INIT_ON_FREE_DEFAULT_ON=y\n", false, false},
        {"quiet", "", "# CONFIG_INIT_ON_FREE_DEFAULT_ON is not set\n", false, false},
        {"init_on_free=10", "", "", false, false},
    };
    for (Row const& row : table) {
        CAPTURE(row.line);
        Problems const findings = judge_memory({{}, row.resume, row.line, row.config}, {});
        CHECK(told(findings, "memory.hibernation").starts_with("memory.hibernation warning") == row.may_hibernate);
        CHECK(told(findings, "memory.freed").starts_with("memory.freed ok") == row.clears);
    }
    CHECK(told(judge_memory({}, {}), "memory.freed").ends_with("sudo halte --check."));
}

TEST_CASE("a kernel that stands still after a panic is told") {
    CHECK(told(judge_panic("0")).starts_with("system.panic warning: After a kernel panic the machine stands still"));
    CHECK(told(judge_panic("1")) == "system.panic ok: After a kernel panic the machine starts again, 1 second later.");
    CHECK(told(judge_panic("10")).ends_with("10 seconds later."));
    CHECK(told(judge_panic("-1")).ends_with("at once."));
    CHECK(told(judge_panic("")).starts_with("system.panic warning: "));
}

TEST_CASE("systemd's answer is read, without what is not installed") {
    auto const units = read_units(
        "Id=halte-kiosk.service\nLoadState=loaded\nActiveState=active\nUnitFileState=enabled\nNRestarts=3\n"
        "MemorySwapMax=0\n\nId=halte-cage.service\nLoadState=not-found\nActiveState=inactive\nNRestarts=0\n\n"
        "NRestarts=0\nId=halte-display.service\nLoadState=loaded\nActiveState=failed\nMemorySwapMax=infinity\n");
    REQUIRE(units.size() == 2);
    CHECK(units[0].unit == "halte-kiosk.service");
    CHECK(units[0].file == "enabled");
    CHECK(units[0].active == "active");
    CHECK(units[0].restarts == 3);
    CHECK_FALSE(units[0].swaps);
    CHECK(units[1].unit == "halte-display.service");
    CHECK(units[1].swaps);
    CHECK(read_units("").empty());
}

TEST_CASE("a service that should run and does not is a failure; one that was given back is not") {
    struct Row {
        char const* file;
        char const* active;
        int restarts;
        char const* enabled;
        char const* running;
        char const* restarted;
    };
    Row const table[] = {
        {"enabled", "active", 0, "ok", "ok", "ok"},
        {"enabled", "failed", 5, "ok", "FAILURE", "warning"},
        {"disabled", "inactive", 0, "warning", "warning", "ok"},
        {"disabled", "active", 1, "warning", "ok", "warning"},
    };
    for (Row const& row : table) {
        Problems const findings =
            judge_services({{"halte-kiosk.service", "loaded", row.file, row.active, row.restarts}}, true);
        auto const is = [&](std::string const& id, char const* level) {
            return told(findings, id).starts_with(id + " " + level + ": ");
        };
        CHECK(is("service.enabled", row.enabled));
        CHECK(is("service.running", row.running));
        CHECK(is("service.restarts.halte-kiosk", row.restarted));
    }
    CHECK(judge_services({}, true).size() == 1);
    CHECK(judge_services({}, false).front().level == Level::ok);
}

TEST_CASE("where cage shows the kiosk, the other service need not run") {
    Problems const findings = judge_services({{"halte-kiosk.service", "loaded", "disabled", "inactive"},
                                              {"halte-cage.service", "loaded", "enabled", "active"}},
                                             true);
    CHECK(worst(findings) == Level::ok);
}
