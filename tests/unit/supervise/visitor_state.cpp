#include <doctest/doctest.h>
#include <visitor_state.h>

#include <string>

#include "support/instants.h"

using namespace halte;
using halte::test::at;

namespace {

/// A process that was started at 0 s and said one of `words` in each second from then on.
VisitorState after_words(std::string const& words) {
    VisitorState state = just_started(0, LogLines::as_they_come, at(0));
    int second = 0;
    for (char const word : words) state = after(state, Word(word), at(++second));
    return state;
}

}  // namespace

TEST_CASE("how far a process has come is a table of the words it has said") {
    struct Row {
        char const* words;
        ProcessPhase phase;
    };
    Row const table[] = {
        {"", ProcessPhase::starting},     {"adwn", ProcessPhase::starting},
        {"p", ProcessPhase::prepared},    {"paw", ProcessPhase::prepared},
        {"pr", ProcessPhase::welcome},    {"r", ProcessPhase::welcome},
        {"prp", ProcessPhase::welcome},   {"pran", ProcessPhase::welcome},
        {"prt", ProcessPhase::in_visit},  {"prtra", ProcessPhase::in_visit},
        {"pt", ProcessPhase::in_visit},   {"prtv", ProcessPhase::veiled},
        {"prtvan", ProcessPhase::veiled}, {"prtvt", ProcessPhase::in_visit},
        {"prtvtv", ProcessPhase::veiled}, {"prte", ProcessPhase::ended},
        {"prtve", ProcessPhase::ended},   {"prtet", ProcessPhase::ended},
        {"prtev", ProcessPhase::ended},   {"prteprt", ProcessPhase::ended},
        {"prtz", ProcessPhase::in_visit},  // a word of a later version is a sign of life
    };
    for (Row const& row : table) {
        CAPTURE(row.words);
        CHECK((after_words(row.words).phase == row.phase));
    }
}

TEST_CASE("the instants from which limits are counted are those of the first word that led there") {
    VisitorState const state = after_words("apaartatvta");
    CHECK(state.started == at(0));
    CHECK(state.prepared == at(2));
    CHECK(state.ready == at(5));
    CHECK(state.touched == at(6));
    CHECK(state.heard == at(11));
    CHECK_FALSE(state.told_go);
    CHECK_FALSE(state.gone);
}

TEST_CASE("when silence becomes a hang is a table") {
    Limits const limits;
    struct Row {
        char const* what;
        std::string words;
        std::optional<Instant> told_go;
        Instant deadline;
    };
    Row const table[] = {
        {"a start has its own limit", "", at(0), at(0) + limits.start},
        {"however alive it says it is", "aaaaaa", at(0), at(0) + limits.start},
        {"also behind another process", "aaaa", std::nullopt, at(0) + limits.start},
        {"a prepared process is heard", "paaaa", std::nullopt, at(5) + limits.heartbeat},
        {"from go on it maps its window", "paaaa", at(4), at(4) + limits.heartbeat},
        {"go said before it was prepared", "aapaa", at(0), at(3) + limits.heartbeat},
        {"a welcome screen speaks more seldom", "praaa", at(0), at(5) + limits.idle_heartbeat},
        {"a visit", "prtaa", at(0), at(5) + limits.heartbeat},
        {"a veil", "prtva", at(0), at(5) + limits.heartbeat},
        {"the end of a visit", "prtea", at(0), at(5) + limits.heartbeat},
    };
    for (Row const& row : table) {
        CAPTURE(row.what);
        VisitorState state = after_words(row.words);
        state.told_go = row.told_go;
        CHECK(deadline(state, limits) == row.deadline);
    }
}

TEST_CASE("a failure counts as one of the start until some time after ready") {
    Limits const limits;
    CHECK(is_early(after_words("p"), at(3'600), limits));
    CHECK(is_early(after_words("pr"), at(2) + limits.early - Milliseconds(1), limits));
    CHECK_FALSE(is_early(after_words("pr"), at(2) + limits.early, limits));
    CHECK_FALSE(is_early(after_words("prt"), at(3'600), limits));
}

TEST_CASE("what becomes of a process's lines is a table") {
    struct Row {
        char const* words;
        LogPolicy of_first;
        LogPolicy of_later;
    };
    Row const table[] = {
        {"", LogPolicy::pass_on, LogPolicy::hold},   {"p", LogPolicy::pass_on, LogPolicy::hold},
        {"pr", LogPolicy::pass_on, LogPolicy::drop}, {"prt", LogPolicy::drop, LogPolicy::drop},
        {"prtv", LogPolicy::drop, LogPolicy::drop},  {"prte", LogPolicy::drop, LogPolicy::drop},
    };
    for (Row const& row : table) {
        CAPTURE(row.words);
        VisitorState state = after_words(row.words);
        CHECK((log_policy(state) == row.of_first));
        state.lines = LogLines::if_it_fails;
        CHECK((log_policy(state) == row.of_later));
    }
}

TEST_CASE("what another program left is an untouched welcome screen that needs no go") {
    VisitorState const state = taken_over(-1, at(7));
    CHECK((state.phase == ProcessPhase::welcome));
    CHECK(state.generation == -1);
    CHECK(state.told_go == at(7));
    CHECK(deadline(state, Limits{}) == at(7) + Limits{}.idle_heartbeat);
    CHECK((log_policy(state) == LogPolicy::drop));
}
