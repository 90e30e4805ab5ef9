#include <attempts.h>
#include <doctest/doctest.h>

#include "support/instants.h"

using namespace halte;
using halte::test::at_minute;

namespace {

/// One end of a process that had been ready.
struct End {
    HowItEnded how;
    Shown shown;
    int minute;
};

Directive directive_after(std::vector<End> const& ends) {
    Attempts attempts{Limits{}};
    for (End const& end : ends) {
        attempts.ended_in_use(end.how, end.shown, at_minute(end.minute));
        attempts.served();
    }
    return attempts.directive();
}

}  // namespace

TEST_CASE("three crashes or hangs within an hour give up a directory that was given from outside") {
    constexpr auto crashed = HowItEnded::crashed;
    constexpr auto hung = HowItEnded::hung;
    constexpr auto given = Shown::given;
    struct Row {
        char const* what;
        std::vector<End> ends;
        Directive directive;
    };
    Row const table[] = {
        {"two are too few", {{crashed, given, 0}, {hung, given, 1}}, Directive::start_given},
        {"three", {{crashed, given, 0}, {hung, given, 20}, {crashed, given, 60}}, Directive::start_embedded},
        {"the third comes too late",
         {{crashed, given, 0}, {hung, given, 20}, {crashed, given, 61}},
         Directive::start_given},
        {"the hour moves on",
         {{crashed, given, 0}, {hung, given, 50}, {crashed, given, 70}, {crashed, given, 109}},
         Directive::start_embedded},
        {"the embedded directory has no other",
         {{crashed, Shown::unknown, 0}, {crashed, Shown::unknown, 1}, {crashed, Shown::unknown, 2}},
         Directive::start_given},
        {"visits that end well do not make up for it",
         {{crashed, given, 0},
          {HowItEnded::after_visit, given, 5},
          {hung, given, 8},
          {HowItEnded::after_visit, given, 9},
          {crashed, given, 10}},
         Directive::start_embedded},
        {"a lost screen is nobody's crash",
         {{crashed, given, 0},
          {HowItEnded::no_screen, given, 1},
          {HowItEnded::no_screen, given, 2},
          {HowItEnded::killed, given, 3},
          {crashed, given, 4}},
         Directive::start_given},
    };
    for (Row const& row : table) {
        CAPTURE(row.what);
        CHECK(directive_after(row.ends) == row.directive);
    }
}

TEST_CASE("a directory that was given up stays so until another one is announced, and begins anew then") {
    Attempts attempts{Limits{}};
    for (int minute = 0; minute < 3; ++minute)
        attempts.ended_in_use(HowItEnded::crashed, Shown::given, at_minute(minute));
    attempts.failed_early(HowItEnded::crashed, Shown::given, at_minute(2));
    CHECK(attempts.directive() == Directive::start_embedded);
    CHECK(attempts.start_at() <= at_minute(2));
    attempts.served();
    CHECK(attempts.directive() == Directive::start_embedded);
    attempts.renew();
    attempts.ended_in_use(HowItEnded::crashed, Shown::given, at_minute(3));
    CHECK(attempts.directive() == Directive::start_given);
}
