#include "ask_program.h"

#include <doctest/doctest.h>

using namespace halte;

TEST_CASE("what a program says is read to its end, errors too, and one that is not there says nothing") {
    Answer const answer = ask_program({"sh", "-c", "echo out; echo wrong >&2; exit 3"}, Milliseconds(20'000));
    CHECK(answer.said == "out\nwrong\n");
    CHECK(answer.in_time);
    CHECK(ask_program({"no-such-program"}, Milliseconds(20'000)).said.empty());
}

TEST_CASE("a program that does not end is waited for as long as was said, and killed") {
    Instant const begun = SystemClock().now();
    Answer const answer = ask_program({"sh", "-c", "exec sleep 600"}, Milliseconds(200));
    CHECK_FALSE(answer.in_time);
    CHECK(answer.said.empty());
    CHECK(SystemClock().now() - begun < Milliseconds(60'000));
}
