/// The rules of keys and of touch without any key or list to touch.
#include <doctest/doctest.h>
#include <halte/key_rules.h>

#include "support/instants.h"
#include "touch_rules.h"

using namespace halte;
using halte::test::at_ms;

TEST_CASE("an input tells its time, whatever it is") {
    CHECK(time_of(Finger{FingerPhase::up, 3, 4, at_ms(5)}) == at_ms(5));
    CHECK(time_of(KeyPress{KeyMeaning::louder, at_ms(6)}) == at_ms(6));
}

TEST_CASE("the rules of touch pass a tap on, hold a wild sample back, and count touches that nobody makes") {
    TouchRules rules;
    auto const feel = [&](FingerPhase phase, float x, int when) { return rules.feel({phase, x, 100, at_ms(when)}, 4); };
    CHECK(feel(FingerPhase::down, 100, 0).at(0).is_new);
    CHECK(feel(FingerPhase::move, 500, 20).empty());
    CHECK(feel(FingerPhase::up, 100, 40).size() == 1);
    CHECK_FALSE(feel(FingerPhase::down, 101, 80).at(0).is_new);
    feel(FingerPhase::up, 101, 100);
    CHECK_FALSE(rules.found_ghosts());
    for (int touch = 1; touch <= 12; ++touch) {
        feel(FingerPhase::down, 100, touch * 1000);
        feel(FingerPhase::up, 100, touch * 1000 + 40);
    }
    CHECK(rules.found_ghosts());
}

TEST_CASE("ghosts that press something are taken for somebody, and a contact that lies is not") {
    TouchRules rules;
    for (int touch = 1; touch <= 30; ++touch) {
        rules.feel({FingerPhase::down, 100, 100, at_ms(touch * 1000)}, 4);
        rules.feel({FingerPhase::up, 100, 100, at_ms(touch * 1000 + 40)}, 4);
        rules.something_changed();
    }
    CHECK_FALSE(rules.found_ghosts());
    rules.feel({FingerPhase::down, 100, 100, at_ms(60'000)}, 4);
    rules.wait(at_ms(89'000));
    CHECK_FALSE(rules.found_ghosts());
    rules.wait(at_ms(90'000));
    CHECK(rules.found_ghosts());
}

namespace {

/// A key rule with keys that go down and up at times in milliseconds.
struct Hand {
    KeyRules rules{KeyPace{}};
    std::optional<Stroke> down(KeyMeaning meaning, int when, int code = 1) {
        return rules.feel({meaning, at_ms(when), code, true});
    }
    void up(KeyMeaning meaning, int when, int code = 1) { (void)rules.feel({meaning, at_ms(when), code, false}); }
    /// How many strokes come of waiting from then until then.
    int strokes_between(int from, int until) {
        int count = 0;
        for (int now = from; now < until; now += 10) count += rules.wait(at_ms(now)) ? 1 : 0;
        return count;
    }
};

}  // namespace

TEST_CASE("a key that is held repeats itself after two seconds, twice a second, until it is let go") {
    Hand hand;
    CHECK(hand.down(KeyMeaning::next, 0) == Stroke{KeyMeaning::next, false});
    CHECK(hand.strokes_between(0, 2'000) == 0);
    CHECK(hand.rules.next_change() == at_ms(2'000));
    CHECK(hand.rules.wait(at_ms(2'000)) == Stroke{KeyMeaning::next, true});
    CHECK(hand.strokes_between(2'010, 7'010) == 10);
    hand.up(KeyMeaning::next, 7'010);
    CHECK(hand.strokes_between(7'010, 20'000) == 0);
    CHECK_FALSE(hand.rules.next_change());
}

TEST_CASE("a key that is stuck does not go on for ever") {
    Hand hand;
    hand.down(KeyMeaning::next, 0);
    CHECK(hand.strokes_between(0, 600'000) == 60);
    CHECK_FALSE(hand.rules.next_change());
}

TEST_CASE("a double strike of a trembling hand counts once, and two keys in turn count both") {
    Hand hand;
    CHECK(hand.down(KeyMeaning::next, 0, 1));
    hand.up(KeyMeaning::next, 80, 1);
    CHECK_FALSE(hand.down(KeyMeaning::next, 499, 1));
    hand.up(KeyMeaning::next, 520, 1);
    CHECK(hand.down(KeyMeaning::next, 630, 1));
    CHECK(hand.down(KeyMeaning::previous, 660, 2));
    CHECK(hand.down(KeyMeaning::next, 800, 1));
}

TEST_CASE("a key that bounces when it is let go counts once, however long it was held") {
    Hand hand;
    CHECK(hand.down(KeyMeaning::activate, 0));
    hand.up(KeyMeaning::activate, 900);
    CHECK_FALSE(hand.down(KeyMeaning::activate, 930));
    hand.up(KeyMeaning::activate, 950);
    CHECK(hand.down(KeyMeaning::activate, 1'060));
}

TEST_CASE("a key that X repeats by itself counts once while it is held, and again when it was let go unseen") {
    Hand hand;
    CHECK(hand.down(KeyMeaning::activate, 0));
    for (int now = 660; now < 3'000; now += 40) CHECK_FALSE(hand.down(KeyMeaning::activate, now));
    CHECK(hand.down(KeyMeaning::activate, 4'000));
}

TEST_CASE("a key that is struck 300 times without another one between is broken, until another one comes") {
    Hand hand;
    int felt = 0;
    for (int time = 0; time < 400; ++time) {
        felt += hand.down(KeyMeaning::activate, time * 1'000, 1) ? 1 : 0;
        hand.up(KeyMeaning::activate, time * 1'000 + 50, 1);
    }
    CHECK(felt == 300);
    CHECK(hand.down(KeyMeaning::next, 500'000, 2));
    CHECK(hand.down(KeyMeaning::activate, 501'000, 1));
}

TEST_CASE("back leaves after two seconds at the earliest, however soon keys repeat themselves") {
    KeyRules rules(KeyPace{.repeat_after = Milliseconds(250)});
    (void)rules.feel({KeyMeaning::back, at_ms(0), 1, true});
    CHECK_FALSE(rules.wait(at_ms(1'990)));
    CHECK(rules.wait(at_ms(2'000)) == Stroke{KeyMeaning::leave});
}

TEST_CASE("only what moves the focus repeats itself, and back that is held for two seconds leaves, once") {
    for (KeyMeaning const meaning : {KeyMeaning::activate, KeyMeaning::help, KeyMeaning::leave}) {
        Hand hand;
        CHECK(hand.down(meaning, 0));
        CHECK(hand.strokes_between(0, 30'000) == 0);
    }
    Hand hand;
    CHECK(hand.down(KeyMeaning::back, 0) == Stroke{KeyMeaning::back});
    CHECK(hand.rules.wait(at_ms(2'000)) == Stroke{KeyMeaning::leave});
    CHECK(hand.strokes_between(2'010, 30'000) == 0);
}
