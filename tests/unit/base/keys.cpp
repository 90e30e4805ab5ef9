#include <doctest/doctest.h>
#include <halte/enumerators.h>
#include <halte/keys.h>

using namespace halte;

TEST_CASE("keypads, keyboards and a block of digits have the keys that their makers and the standards say") {
    struct Row {
        char const* key;
        int code;
        KeyMeaning meaning;
    };
    KeyTable const keys = KeyTable::usual();
    for (Row const& row : {
             Row{"F17", 195, KeyMeaning::help},
             Row{"F18", 196, KeyMeaning::previous},
             Row{"F19", 197, KeyMeaning::next},
             Row{"F20", 198, KeyMeaning::activate},
             Row{"F21", 199, KeyMeaning::back},
             Row{"F22", 200, KeyMeaning::next_group},
             Row{"F23", 201, KeyMeaning::quieter},
             Row{"F24", 202, KeyMeaning::louder},
             Row{"volume down", 122, KeyMeaning::quieter},
             Row{"volume up", 123, KeyMeaning::louder},
             Row{"Tab", 23, KeyMeaning::next},
             Row{"Escape", 9, KeyMeaning::back},
             Row{"Enter", 36, KeyMeaning::activate},
             Row{"space bar", 65, KeyMeaning::activate},
             Row{"Up", 111, KeyMeaning::previous},
             Row{"Down", 116, KeyMeaning::next},
             Row{"Left", 113, KeyMeaning::previous_group},
             Row{"Right", 114, KeyMeaning::next_group},
             Row{"8", 80, KeyMeaning::previous},
             Row{"2", 88, KeyMeaning::next},
             Row{"5", 84, KeyMeaning::activate},
             Row{"block's Enter", 104, KeyMeaning::activate},
             Row{"0", 90, KeyMeaning::back},
             Row{"Delete", 119, KeyMeaning::leave},
         }) {
        CAPTURE(row.key);
        CHECK(keys.find(row.code, false) == row.meaning);
    }
}

TEST_CASE("with Shift the next thing is the previous one, and nothing else means anything") {
    KeyTable const keys = KeyTable::usual();
    CHECK(keys.find(23, true) == KeyMeaning::previous);
    CHECK_FALSE(keys.find(36, true));
}

TEST_CASE("letters and digits mean nothing, and every meaning has a key and a word") {
    KeyTable const keys = KeyTable::usual();
    for (int row : {10, 24, 38, 52})
        for (int code = row; code < row + 10; ++code) CHECK_FALSE(keys.find(code, false));
    static_assert(has_a_row_for_each(key_meaning_names, &KeyMeaningName::meaning));
    for (KeyMeaningName const& one : key_meaning_names) CHECK_FALSE(keys.codes_of(one.meaning).empty());
}

TEST_CASE("keys that are assigned replace those of their meaning, and leave the others") {
    KeyTable keys = KeyTable::usual();
    keys.assign(KeyMeaning::next, {38, 9});
    CHECK(keys.codes_of(KeyMeaning::next) == std::vector{9, 38});
    CHECK_FALSE(keys.find(23, false));
    CHECK(keys.codes_of(KeyMeaning::back) == std::vector{22, 90, 199});
    CHECK(keys.find(111, false) == KeyMeaning::previous);
}

TEST_CASE("two switches are the space bar and Enter; one is any key with a meaning") {
    KeyTable const two = KeyTable::usual().with(Switches::two);
    CHECK(two.find(65, false) == KeyMeaning::next);
    CHECK(two.find(36, false) == KeyMeaning::activate);
    CHECK(two.find(9, false) == KeyMeaning::back);
    KeyTable only = KeyTable::usual();
    only.assign(KeyMeaning::activate, {65});
    CHECK(only.with(Switches::two).find(65, false) == KeyMeaning::activate);
    KeyTable const one = KeyTable::usual().with(Switches::one);
    for (int const code : {65, 36, 9, 119, 196}) CHECK(one.find(code, false) == KeyMeaning::activate);
    CHECK_FALSE(one.find(38, false));
}
