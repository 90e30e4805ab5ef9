#include <doctest/doctest.h>
#include <halte/script.h>

using namespace halte;

TEST_CASE("a script is known by its code of ISO 15924, and one without a face of ours is none") {
    CHECK(script_of("Latn") == Script::latin);
    CHECK(script_of("Cyrl") == Script::cyrillic);
    CHECK(script_of("Arab") == Script::arabic);
    CHECK(script_of("Ethi") == Script::ethiopic);
    CHECK_FALSE(script_of("Hebr"));
    CHECK_FALSE(script_of("latn"));
    CHECK_FALSE(script_of(""));
}

TEST_CASE("of the scripts that languages have, one is written from the right") {
    for (ScriptCode const& each : script_codes)
        CHECK(metrics_of(each.script).right_to_left == (each.script == Script::arabic));
}

TEST_CASE("tall scripts have more room between their lines than Latin, and the others the same") {
    ScriptMetrics const latin = metrics_of(Script::latin);
    for (ScriptCode const& each : script_codes) {
        CAPTURE(each.code);
        ScriptMetrics const metrics = metrics_of(each.script);
        CHECK(metrics.tall == (metrics.text_line > latin.text_line));
        CHECK(metrics.tall == (metrics.title_line > latin.title_line));
        CHECK(metrics.text_line > metrics.title_line);
    }
    CHECK(metrics_of(Script::arabic).tall);
    CHECK(metrics_of(Script::ethiopic).tall);
    CHECK_FALSE(metrics_of(Script::cyrillic).tall);
}
