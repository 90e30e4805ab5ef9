/// Nothing of a visit is in any memory after it: not in the supervisor, not in the next visitor's processes, not in the
/// X server. Every search is made first where it must find something.
#include <doctest/doctest.h>

#include <csignal>

#include "hunt.h"
#include "rig/skip.h"
#include "rig/staging.h"
#include "rig/story.h"

using namespace halte::promises;
using namespace halte::rig;
using namespace std::chrono_literals;

namespace {

KioskOptions product(KioskSettings const& settings = unhurried()) {
    return {.settings = settings, .words = {"--directory", hunt().snapshot}, .visitor = "halte-visitor"};
}

pid_t server() { return rig().server().pid(); }

/// Searched with other needles than the visit's, since the server does not clear what it frees.
Found found_of_a_word_given_to_the_server() {
    std::string const word = Canaries::any().name;
    Hunt given{
        .snapshot = {}, .everything = {}, .needles = needles_of("whole\tgiven\t" + word + "\n"), .snapshot_bytes = {}};
    run({"xprop", "-root", "-f", "HALTE_GIVEN", "8u", "-set", "HALTE_GIVEN", word});
    Found found = given.search(server());
    run({"xprop", "-root", "-remove", "HALTE_GIVEN"});
    return found;
}

/// A visit that stands still at its end, with the next visitor's process waiting behind it; then it is left while the
/// supervisor stands still, so that nobody ends its process; then the supervisor goes on.
struct LongVisit {
    Story story;
    Found server_at_first;
    Found server_at_the_end;
    Found visitor;
    Found next;
    Found supervisor;
    Found given;
    Found kept;
    Left left;

    LongVisit() {
        Kiosk kiosk(product());
        Follower visit(hunt().everything.route, kiosk.supervisor());
        story.play("the visit", [&] { play(visit, kiosk); });
        if (has_program("xprop")) story.play("a word", [&] { given = found_of_a_word_given_to_the_server(); });
        story.play("a process that nobody ends", [&] {
            kiosk.halte().signal(SIGSTOP);
            visit.leave();
            visit.await_welcome(5s);
            kept = hunt().search(visit.visitor());
            kept.tell("kept");
        });
        story.play("its pictures", [&] {
            await(10s, "an end of the pictures", [&] { return !hunt().search(visit.visitor()).has_a_picture(); });
        });
        kiosk.halte().signal(SIGCONT);
        story.play("the exit", [&] { left = left_by(visit, kiosk, "exit"); });
    }

private:
    void play(Follower& visit, Kiosk const& kiosk) {
        visit.follow([&](std::size_t step) {
            if (step == hunt().everything.first_page) server_at_first = hunt().search(server());
        });
        next = hunt().search(visit.await_next());
        visitor = hunt().search(visit.visitor());
        supervisor = hunt().search(kiosk.supervisor());
        server_at_the_end = hunt().search(server());
        for (Found const* const found : {&server_at_the_end, &visitor, &next, &supervisor}) found->tell("during");
    }
};

LongVisit const& long_visit() {
    static LongVisit const visit;
    return visit;
}

}  // namespace

TEST_CASE("A scout finds the way to everything") {
    if (may_not_read_memory()) return;
    CHECK(hunt().everything.route.steps.size() >= 7);
    CHECK(hunt().needles.size() >= 1000);
}

/// Glyphs and the modules of a code are there only in memory that was given back, and how long is chance: the figures
/// say what there was, and memory-search's own tests that it would be found. The name stands at the top of a page in
/// normal text and in large text.
TEST_CASE("During a visit its words and pixels are found in the visitor process") {
    if (may_not_read_memory()) return;
    long_visit().story.tell("the visit");
    Found const& visitor = long_visit().visitor;
    for (std::string const canary : {"name", "summary", "in-arabic", "in-dutch", "below", "id", "number"}) {
        CAPTURE(canary);
        CHECK(visitor.has(canary, "UTF-8, as it is"));
        if (canary == "id" || canary == "number") continue;
        CHECK(visitor.has(canary, "six letters in UTF-8"));
        CHECK(visitor.has(canary, "coverage of"));
    }
    CHECK(visitor.has("code", "pixels of the code"));
    CHECK(visitor.has("code", "vertices of the code"));
    CHECK(visitor.count("name", "coverage of", "bold") >= 2);
}

TEST_CASE("During a visit its pixels are found in the X server") {
    if (may_not_read_memory()) return;
    long_visit().story.tell("the visit");
    Found const& at_the_end = long_visit().server_at_the_end;
    CHECK(at_the_end.has("code", "pixels of the code", "BGRX"));
    CHECK(at_the_end.has("drawn-large", "", "BGRX"));
    CHECK(at_the_end.has("drawn-below", "", "BGRX"));
    CHECK(long_visit().server_at_first.has("drawn-first", "", "BGRX"));
}

/// That words would be found in the X server, too.
TEST_CASE("A word that is given to the X server is found in it") {
    if (may_not_read_memory()) return;
    if (!has_program("xprop")) return skip("xprop is missing (Debian package x11-utils)");
    long_visit().story.tell("a word");
    CHECK(long_visit().given.has("given", "UTF-8, as it is"));
}

TEST_CASE("During a visit nothing of it is in the supervisor or the next process") {
    if (may_not_read_memory()) return;
    long_visit().story.tell("the visit");
    check_nothing(long_visit().supervisor);
    check_nothing(long_visit().next);
    CHECK(long_visit().next.has_the_snapshot());
    for (Found const* const found : {&long_visit().visitor, &long_visit().server_at_the_end})
        CHECK(found->unread() == "");
}

TEST_CASE("A visitor process that nobody ends keeps the visit") {
    if (may_not_read_memory()) return;
    long_visit().story.tell("a process that nobody ends");
    CHECK(long_visit().kept.has("name", "UTF-8, as it is"));
    CHECK(long_visit().kept.has("number", "UTF-8, as it is"));
}

/// With the software renderer the graphics card's memory is the process's own.
TEST_CASE("Its pictures are overwritten all the same") {
    if (may_not_read_memory()) return;
    long_visit().story.tell("its pictures");
}

TEST_CASE("After Erase and leave nothing of the visit is in any process or the X server") {
    if (may_not_read_memory()) return;
    long_visit().story.tell("the exit");
    check_nothing(long_visit().left);
}

TEST_CASE("Nothing of a sentence that was shown, or of the language that it named, is left after it") {
    if (may_not_read_memory()) return;
    Hunt const& hunt = hunt_for_a_sentence();
    Kiosk const kiosk({.settings = unhurried(), .words = {"--directory", hunt.snapshot}, .visitor = "halte-visitor"});
    Follower visit(hunt.everything.route, kiosk.supervisor());
    visit.follow();
    Found const during = hunt.search(visit.visitor());
    for (std::string const canary : {"sentence", "language-named"}) CHECK(during.has(canary, "UTF-8, as it is"));
    visit.leave();
    check_nothing(left_by(visit, kiosk, "sentence", hunt));
}

TEST_CASE("After a kill nothing of the visit is in any process or the X server") {
    if (may_not_read_memory()) return;
    Kiosk const kiosk(product());
    Follower visit(hunt().everything.route, kiosk.supervisor());
    visit.follow();
    visit.await_next();
    kill(visit.visitor(), SIGKILL);
    check_nothing(left_by(visit, kiosk, "killed"));
}

TEST_CASE("When time has ended a visit, nothing of it is in any process or the X server") {
    if (may_not_read_memory()) return;
    Kiosk const kiosk(product(KioskSettings{}));
    Follower visit(hunt().everything.route, kiosk.supervisor());
    visit.follow();
    check_nothing(left_by(visit, kiosk, "time"));
}

TEST_CASE("After the end of the kiosk nothing of the visit is in the X server") {
    if (may_not_read_memory()) return;
    Kiosk kiosk(product());
    Follower visit(hunt().everything.route, kiosk.supervisor());
    visit.follow();
    kiosk.end();
    Found const found = hunt().search(server());
    found.tell("over");
    check_nothing(found);
    CHECK_FALSE(left_shared_memory(visit.visitor()));
}
