#include <doctest/doctest.h>
#include <halte/supervise.h>

using namespace halte;

TEST_CASE("what follows the end of a visitor process is a table") {
    Limits const limits;
    struct Row {
        HowItEnded how;
        int early_failures;
        Directive directive;
        int wait_s;
    };
    Row const table[] = {
        {HowItEnded::after_visit, 0, Directive::start_given, 0},
        {HowItEnded::replaced, 0, Directive::start_given, 0},
        {HowItEnded::crashed, 0, Directive::start_given, 0},
        {HowItEnded::crashed, 1, Directive::start_given, 0},
        {HowItEnded::hung, 4, Directive::start_given, 0},
        {HowItEnded::crashed, 5, Directive::start_embedded, 0},
        {HowItEnded::hung, 5, Directive::start_embedded, 0},
        {HowItEnded::failed_to_start, 5, Directive::start_embedded, 0},
        {HowItEnded::after_visit, 5, Directive::start_embedded, 0},
        {HowItEnded::failed_to_start, 9, Directive::start_embedded, 0},
        {HowItEnded::failed_to_start, 10, Directive::start_embedded, 1},
        {HowItEnded::failed_to_start, 11, Directive::start_embedded, 2},
        {HowItEnded::failed_to_start, 12, Directive::start_embedded, 4},
        {HowItEnded::failed_to_start, 15, Directive::start_embedded, 32},
        {HowItEnded::failed_to_start, 16, Directive::start_embedded, 60},
        {HowItEnded::failed_to_start, 1'000'000, Directive::start_embedded, 60},
        {HowItEnded::no_screen, 1, Directive::start_given, 0},
        {HowItEnded::no_screen, 5, Directive::start_given, 1},
        {HowItEnded::not_confined, 5, Directive::start_given, 1},
        {HowItEnded::no_screen, 1'000'000, Directive::start_given, 60},
        {HowItEnded::killed, 9, Directive::start_given, 0},
        {HowItEnded::killed, 10, Directive::start_given, 1},
    };
    for (Row const& row : table) {
        CAPTURE(int(row.how));
        CAPTURE(row.early_failures);
        Restart const decided = restart_decision(row.how, row.early_failures, limits);
        CHECK(decided == Restart{row.directive, std::chrono::seconds(row.wait_s)});
    }
}
