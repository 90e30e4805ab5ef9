#include <decide.h>
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>

#include "support/instants.h"

using namespace halte;
using halte::test::at;

namespace {

/// A process of generation 0 that was started at 0 s, told to go when `go` says so, and then said all of `words` in
/// the same moment.
enum class Go { said, unsaid };
VisitorState process(std::string const& words, Go go = Go::said, Instant moment = at(0)) {
    VisitorState state = just_started(0, LogLines::as_they_come, at(0));
    if (go == Go::said) state = after_go(state, moment);
    for (char const word : words) state = after(state, Word(word), moment);
    return state;
}
VisitorState waiting(std::string const& words) { return process(words, Go::unsaid); }
VisitorState gone(VisitorState state, HowItEnded how) {
    state.gone = how;
    return state;
}

World world(std::optional<VisitorState> const& current, std::optional<VisitorState> const& next = std::nullopt) {
    World world;
    world.current = current;
    world.next = next;
    return world;
}
World at_generation(int generation, World world) {
    world.generation = generation;
    return world;
}
World after_sighup(World world) {
    world.program_may_be_replaced = true;
    return at_generation(1, std::move(world));
}

constexpr auto current = Which::current;
constexpr auto next = Which::next;

Start start(Which which) { return {which, Directive::start_given, LogLines::as_they_come}; }

struct Row {
    char const* what;
    World world;
    Milliseconds now;
    std::vector<Action> actions;
};
void check(std::vector<Row> const& table) {
    for (Row const& row : table) {
        CAPTURE(row.what);
        CHECK((decide(row.world, Instant{} + row.now).actions == row.actions));
    }
}
using ms = Milliseconds;

}  // namespace

TEST_CASE("a process is started when there is none, with what holds at that moment") {
    World embedded = world({});
    embedded.directive = Directive::start_embedded;
    World quiet = world({});
    quiet.lines = LogLines::if_it_fails;
    World failing = world({});
    failing.start_at = at(4);
    check({
        {"nothing runs", world({}), ms(0), {start(current)}},
        {"it need not wait behind anybody", world(waiting("")), ms(0), {SayGo{current}}},
        {"it has been told", world(process("")), ms(0), {}},
        {"the directory was given up", embedded, ms(0), {Start{current, Directive::start_embedded, {}}}},
        {"its log lines are said", quiet, ms(0), {Start{current, Directive::start_given, LogLines::if_it_fails}}},
        {"others have failed", failing, ms(3'999), {}},
        {"and enough time has passed", failing, ms(4'000), {start(current)}},
    });
}

TEST_CASE("the next process is started when the current one will soon be through") {
    World failing = world(process("prtv"));
    failing.start_at = at(1);
    check({
        {"not behind a start", world(process("p")), ms(1'000), {}},
        {"not behind an idle welcome screen", world(process("pr")), ms(4'000), {}},
        {"not at the first touch", world(process("prt")), ms(299), {}},
        {"300 ms after it", world(process("prt")), ms(300), {start(next)}},
        {"under a veil at once", world(process("prtv")), ms(0), {start(next)}},
        {"not long after the first touch, whatever came since", world(process("prtvt")), ms(300), {start(next)}},
        {"at the end of a visit", world(process("prte")), ms(0), {start(next)}},
        {"but not before the time for it", failing, ms(999), {}},
        {"at that time", failing, ms(1'000), {start(next)}},
        {"never a third one", world(process("prtv"), waiting("")), ms(0), {}},
    });
}

TEST_CASE("go is said when the current process may be covered, and to a process that is prepared") {
    check({
        {"behind a visit it waits", world(process("prt"), waiting("p")), ms(300), {}},
        {"behind a veil it waits", world(process("prtv"), waiting("p")), ms(0), {}},
        {"at the end it must be prepared", world(process("prte"), waiting("")), ms(0), {}},
        {"it is, and maps its window", world(process("prte"), waiting("p")), ms(0), {SayGo{next}}},
        {"said once", world(process("prte"), process("p")), ms(0), {}},
        {"a welcome screen is not covered by its like", world(process("pr"), process("p")), ms(0), {}},
    });
}

TEST_CASE("the next process takes over when it is on the screen, and only then the other is killed") {
    std::vector<Action> const takes_over{Discard{current}, CountServed{}, Promote{}};
    check({
        {"it maps its window", world(process("prte"), process("p")), ms(0), {}},
        {"it has mapped it", world(process("prte"), process("pr")), ms(0), takes_over},
        {"and is touched already", world(process("prte"), process("prt")), ms(0), takes_over},
        {"who says so without go waits for it", world(process("prt"), waiting("pr")), ms(300), {}},
        {"nobody is before it", world({}, waiting("")), ms(0), {Promote{}}},
        {"nor when it was told to go", world({}, process("p")), ms(0), {Promote{}}},
    });
}

TEST_CASE("a process that waits for nothing is discarded") {
    check({
        {"the visit goes on from its veil", world(process("prtvt"), waiting("p")), ms(299), {Discard{next}}},
        {"it has lasted so long that one may wait", world(process("prtvt"), waiting("p")), ms(300), {}},
        {"its directory is out of date",
         at_generation(1, world(process("prtv"), waiting("p"))),
         ms(0),
         {Discard{next}}},
        {"also when it could go", at_generation(1, world(process("prte"), waiting("p"))), ms(0), {Discard{next}}},
        {"not when it was told to go: it is replaced later",
         at_generation(1, world(process("prte"), process("p"))),
         ms(0),
         {}},
    });
}

TEST_CASE("a new directory replaces an untouched welcome screen at once, and a touched one after its visit") {
    auto const newer = [](char const* words) {
        VisitorState state = waiting(words);
        state.generation = 1;
        return state;
    };
    check({
        {"untouched", at_generation(1, world(process("pr"))), ms(0), {start(next)}},
        {"and may be covered", at_generation(1, world(process("pr"), newer("p"))), ms(0), {SayGo{next}}},
        {"touched", at_generation(1, world(process("prt"))), ms(0), {}},
        {"the new one waits behind it", at_generation(1, world(process("prt"), newer("p"))), ms(300), {}},
        {"until the end", at_generation(1, world(process("prte"), newer("p"))), ms(0), {SayGo{next}}},
        {"not on the screen yet", at_generation(1, world(process("p"))), ms(0), {}},
        {"what another program left is out of date", world(taken_over(-1, at(0))), ms(0), {start(next)}},
    });
}

TEST_CASE("the supervisor's own program is renewed only when nobody is in a visit and nothing waits") {
    check({
        {"an idle welcome screen", after_sighup(world(process("pr"))), ms(0), {RenewProgram{}}},
        {"before a start", after_sighup(world({})), ms(0), {RenewProgram{}}},
        {"a process that starts", after_sighup(world(process("p"))), ms(0), {}},
        {"a visit", after_sighup(world(process("prt"))), ms(0), {}},
        {"a veil", after_sighup(world(process("prtv"))), ms(0), {start(next)}},
        {"the end of a visit", after_sighup(world(process("prte"))), ms(0), {start(next)}},
        {"one that waits is discarded first", after_sighup(world(process("pr"), waiting(""))), ms(0), {Discard{next}}},
        {"one that maps its window", after_sighup(world(process("pr"), process("p"))), ms(0), {}},
        {"nobody has asked", world(process("pr")), ms(0), {}},
    });
}

TEST_CASE("a process that is silent for too long is killed, and counts as what it was doing") {
    check({
        {"a start", world(process("a")), ms(15'000), {Kill{current, HowItEnded::failed_to_start}}},
        {"a start in time", world(process("a")), ms(14'999), {}},
        {"a window that does not open", world(process("p")), ms(3'000), {Kill{current, HowItEnded::failed_to_start}}},
        {"an X server that does not answer", world(process("dprw")), ms(4'500), {Kill{current, HowItEnded::no_screen}}},
        {"an idle welcome screen", world(process("pr")), ms(4'500), {Kill{current, HowItEnded::hung}}},
        {"which may be silent longer than others", world(process("pr")), ms(4'499), {}},
        {"a visit", world(process("prt"), waiting("")), ms(3'000), {Kill{current, HowItEnded::hung}}},
        {"a visit in time", world(process("prt"), waiting("")), ms(2'999), {}},
        {"the end of a visit", world(process("prte"), waiting("")), ms(3'000), {Kill{current, HowItEnded::hung}}},
        {"one that waits",
         world(process("prtv", Go::said, at(2)), waiting("p")),
         ms(3'000),
         {Kill{next, HowItEnded::failed_to_start}}},
        {"both",
         world(process("prtv"), waiting("p")),
         ms(3'000),
         {Kill{current, HowItEnded::hung}, Kill{next, HowItEnded::failed_to_start}}},
    });
}

TEST_CASE("a visit in which nobody touches is ended, and none lasts for ever, however alive its process says it is") {
    Limits const limits;
    auto const says = [](VisitorState state, char const* words, Milliseconds moment) {
        for (char const word : std::string(words)) state = after(state, Word(word), Instant{} + moment);
        return state;
    };
    VisitorState const visit = process("prt");
    ms const unattended = limits.unattended;
    VisitorState const alive = says(visit, "a", unattended - ms(1));
    VisitorState const touched = says(visit, "ta", unattended - ms(1));
    VisitorState const at_last = says(visit, "ta", limits.longest_visit - ms(1));
    VisitorState given_less = says(visit, "a", ms(39'999));
    given_less.unattended = ms(40'000);
    VisitorState given_more = alive;
    given_more.unattended = 2 * unattended;
    std::vector<Action> const ends{Kill{current, HowItEnded::hung}};
    check({
        {"alive, and nobody touches",
         world(alive, waiting("")),
         unattended - ms(1),
         {Kill{next, HowItEnded::failed_to_start}}},
        {"for too long", world(alive), unattended, ends},
        {"under a veil too", world(says(visit, "va", unattended - ms(1))), unattended, ends},
        {"somebody touched", world(touched), unattended, {start(next)}},
        {"however often", world(at_last), limits.longest_visit, ends},
        {"the settings allow less", world(given_less), ms(40'000), ends},
        {"not before", world(given_less), ms(39'999), {start(next)}},
        {"the settings allow more than anything may", world(given_more), unattended, ends},
        {"or going on from a veil", world(says(at_last, "vt", limits.longest_visit - ms(1))), limits.longest_visit,
         ends},
    });
}

TEST_CASE("a welcome screen that nobody is said to have touched is replaced after an hour") {
    ms const hour = Limits{}.longest_welcome;
    VisitorState const welcome = after(process("pr"), Word::alive, Instant{} + hour - ms(1));
    VisitorState prepared = waiting("");
    prepared.started = Instant{} + hour - ms(1);
    prepared = after(prepared, Word::prepared, Instant{} + hour);
    check({
        {"not before", world(welcome), hour - ms(1), {}},
        {"the next one starts behind it", world(welcome), hour, {start(next)}},
        {"and covers it", world(welcome, prepared), hour, {SayGo{next}}},
        {"not a visit that has just begun", world(after(welcome, Word::touched, Instant{} + hour)), hour, {}},
    });
    CHECK(
        decide(world(after(process("pr"), Word::alive, Instant{} + hour - ms(500))), Instant{} + hour - ms(400)).wake ==
        Instant{} + hour);
}

/// A process in which somebody else's code runs: it says any of its words at any time, but never ends by itself. Most
/// have no word for the end of a visit.
TEST_CASE("whatever a process says, its page is gone when the limits say so") {
    Limits const limits;
    std::mt19937 random(20261129);
    auto const any_of = [&](std::size_t most) { return std::uniform_int_distribution<std::size_t>(0, most)(random); };
    auto const takes_the_page_away = [](Action const& action) {
        Kill const* const kill = std::get_if<Kill>(&action);
        return (kill != nullptr && kill->which == current) || action == Action{SayGo{next}};
    };
    auto const is_gone = [&](VisitorState const& state, Instant now) {
        auto const actions = decide(world(state, after(waiting("p"), Word::alive, now)), now).actions;
        return std::ranges::any_of(actions, takes_the_page_away);
    };
    int late = 0;
    int near_the_end = 0;
    for (int liar = 0; liar < 150; ++liar) {
        std::string words = "a";
        for (char const word : std::string_view("prvtndw?")) words.append(any_of(1), word);
        if (any_of(9) == 0) words += 'e';
        Instant now = at(0);
        VisitorState state = process("prt");
        while (!is_gone(state, now) && late == 0) {
            late += int(now >= Instant{} + limits.longest_visit || now >= state.felt + limits.unattended);
            now += ms(1 + std::int64_t(any_of(2'998)));
            state = after(state, Word(words[any_of(words.size() - 1)]), now);
        }
        near_the_end += int(now >= Instant{} + limits.longest_visit - ms(3'000));
    }
    CHECK(late == 0);
    CHECK(near_the_end > 20);  // else the limits were not tried
}

TEST_CASE("what is gone is counted before anything else is done") {
    VisitorState const crashed = gone(process("prt"), HowItEnded::crashed);
    VisitorState const failed = gone(waiting(""), HowItEnded::failed_to_start);
    check({
        {"the one on the screen", world(crashed), ms(0), {CountEnd{current}}},
        {"before the other takes its place", world(crashed, waiting("p")), ms(0), {CountEnd{current}}},
        {"the one behind a visit", world(process("prt"), failed), ms(0), {CountEnd{next}}},
        {"a visit that has ended does not outlive it",
         world(process("prte"), failed),
         ms(0),
         {CountEnd{next}, Discard{current}}},
        {"both", world(crashed, failed), ms(0), {CountEnd{current}, CountEnd{next}}},
        {"both, after a visit",
         world(gone(process("prte"), HowItEnded::after_visit), failed),
         ms(0),
         {CountEnd{current}, CountEnd{next}}},
        {"no limit holds for it any more", world(crashed), ms(60'000), {CountEnd{current}}},
    });
}

TEST_CASE("the supervisor sleeps until the soonest limit, or for as long as a word or a signal takes") {
    World failing = world({});
    failing.start_at = at(60);
    struct Limit {
        char const* what;
        World world;
        Milliseconds now;
        std::optional<Milliseconds> wake;
    };
    Limit const table[] = {
        {"a start", world(process("")), ms(0), ms(15'000)},
        {"an idle welcome screen", world(process("pr")), ms(0), ms(4'500)},
        {"a first touch, the next start", world(process("prt")), ms(0), ms(300)},
        {"a visit with one behind it", world(process("prt"), waiting("p")), ms(300), ms(3'000)},
        {"the silence of the one behind it", world(process("prt", Go::said, at(2)), waiting("p")), ms(2'500),
         ms(3'000)},
        {"after failures", failing, ms(0), ms(60'000)},
    };
    for (Limit const& row : table) {
        CAPTURE(row.what);
        Decision const decided = decide(row.world, Instant{} + row.now);
        CHECK(decided.actions.empty());
        REQUIRE(decided.wake);
        CHECK(*decided.wake - Instant{} == *row.wake);
    }
}
