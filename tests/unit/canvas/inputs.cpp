/// Keys and their meanings, and the rules of touch without any key or list to touch.
#include <doctest/doctest.h>
#include <halte/enumerators.h>

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <set>

#include "key_meanings.h"
#include "support/instants.h"
#include "touch_rules.h"

using namespace halte;
using halte::test::at_ms;

TEST_CASE("the keys of a keyboard and of a tactile keypad have one meaning each") {
    CHECK(meaning_of_key(GLFW_KEY_TAB, false) == KeyMeaning::next);
    CHECK(meaning_of_key(GLFW_KEY_TAB, true) == KeyMeaning::previous);
    CHECK(meaning_of_key(GLFW_KEY_ENTER, false) == KeyMeaning::activate);
    CHECK(meaning_of_key(GLFW_KEY_ESCAPE, false) == KeyMeaning::back);
    CHECK(meaning_of_key(GLFW_KEY_F17, false) == KeyMeaning::help);
    CHECK(meaning_of_key(GLFW_KEY_F18, false) == KeyMeaning::previous);
    CHECK(meaning_of_key(GLFW_KEY_F19, false) == KeyMeaning::next);
    CHECK(meaning_of_key(GLFW_KEY_F20, false) == KeyMeaning::activate);
    CHECK(meaning_of_key(GLFW_KEY_F23, false) == KeyMeaning::quieter);
    CHECK(meaning_of_key(GLFW_KEY_F24, false) == KeyMeaning::louder);
}

TEST_CASE("letters, digits and keys that nobody knows mean nothing") {
    for (int key = GLFW_KEY_0; key <= GLFW_KEY_Z; ++key) CHECK_FALSE(meaning_of_key(key, false));
    CHECK_FALSE(meaning_of_key(GLFW_KEY_UNKNOWN, false));
    CHECK_FALSE(meaning_of_key(GLFW_KEY_ENTER, true));
}

TEST_CASE("every meaning has a key") {
    std::set<KeyMeaning> reached;
    for (int key = 0; key <= GLFW_KEY_LAST; ++key)
        for (bool const shifted : {false, true})
            if (auto const meaning = meaning_of_key(key, shifted)) reached.insert(*meaning);
    CHECK(reached.size() == count_of_values<KeyMeaning>());
}

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
