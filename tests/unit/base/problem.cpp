#include <doctest/doctest.h>
#include <halte/problem.h>

using namespace halte;

TEST_CASE("a place is told as far as it is known") {
    CHECK(describe(Where{"halte.toml", 3, 12}) == "halte.toml:3:12");
    CHECK(describe(Where{"halte.toml", 3}) == "halte.toml:3");
    CHECK(describe(Where{"screen.size"}) == "screen.size");
}

TEST_CASE("a problem is told with its place and its cure, and a warning as a note") {
    CHECK(describe(Problem{{"a.toml", 3, 12}, "What.", "Cure."}) == "a.toml:3:12: What. Cure.");
    CHECK(describe(Problem{{"a.toml", 3}, "What.", "Cure.", Level::warning}) == "a.toml:3: note: What. Cure.");
}

TEST_CASE("the worst of several problems is that of all") {
    Problem const warning{{"a"}, "What.", "Cure.", Level::warning};
    CHECK(worst({}) == Level::ok);
    CHECK(worst({{{"b"}, "Fine.", "", Level::ok}, warning}) == Level::warning);
    CHECK(worst({warning, {{"c"}, "What.", "Cure."}, warning}) == Level::failure);
}
