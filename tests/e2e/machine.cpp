/// What halte --check finds of the screen and the touchscreen. The rig's own server turns no picture, so what is turned
/// here is the settings and the touchscreen.
#include <doctest/doctest.h>

#include <algorithm>

#include "rig/skip.h"
#include "rig/stopped_server.h"
#include "settings_folder.h"

using namespace halte::rig;

namespace {

/// The findings under settings of the screen's turn.
nlohmann::json findings_at(int rotation) {
    SettingsFolder const folder;
    folder.settings("[screen]\ndiagonal_inches = 15\nrotation = " + std::to_string(rotation) + "\n");
    return folder.checked_as_json().at("findings");
}
void check_that_there_is(nlohmann::json const& findings, std::string const& id, std::string const& level) {
    INFO(id << " " << level << " in " << findings.dump());
    CHECK(
        std::ranges::any_of(findings, [&](auto const& one) { return one.at("id") == id && one.at("level") == level; }));
}

/// A touchscreen that feels a place turned by `matrix`, until the end of the test.
class TurnedTouchscreen {
public:
    explicit TurnedTouchscreen(std::vector<std::string> const& matrix) { REQUIRE(turn(matrix) == 0); }
    ~TurnedTouchscreen() { turn({"1", "0", "0", "0", "1", "0", "0", "0", "1"}); }
    TurnedTouchscreen(TurnedTouchscreen const&) = delete;
    TurnedTouchscreen& operator=(TurnedTouchscreen const&) = delete;

private:
    static int turn(std::vector<std::string> const& matrix) {
        std::vector<std::string> words{"xinput", "set-prop", "touchscreen", "Coordinate Transformation Matrix"};
        words.insert(words.end(), matrix.begin(), matrix.end());
        return run(words).status;
    }
};

}  // namespace

TEST_CASE("An X server that does not answer is told, and not waited for") {
    auto const findings = [] {
        StoppedServer const stopped;
        return findings_at(0);
    }();
    check_that_there_is(findings, "screen.shown", "failure");
    check_that_there_is(findings, "touch.mapped", "failure");
    check_that_there_is(findings_at(0), "screen.shown", "ok");
}

TEST_CASE("A touchscreen that feels another place than the finger's is seen") {
    if (!has_program("xinput")) return skip("xinput is missing (Debian package xinput)");
    for (auto const* const id : {"screen.shown", "touch.present", "touch.mapped"})
        check_that_there_is(findings_at(0), id, "ok");
    for (auto const* const id : {"touch.mapped", "screen.shown"}) check_that_there_is(findings_at(90), id, "failure");
    {
        TurnedTouchscreen const turned({"0", "1", "0", "-1", "0", "1", "0", "0", "1"});
        check_that_there_is(findings_at(90), "touch.mapped", "ok");
        check_that_there_is(findings_at(270), "touch.mapped", "failure");
        check_that_there_is(findings_at(0), "touch.mapped", "failure");
    }
    check_that_there_is(findings_at(0), "touch.mapped", "ok");
}
