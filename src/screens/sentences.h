#pragma once
/// The sentences that a visitor can show to somebody: which there are, their icons and their phrases. None says what
/// happened. A new one is a row of the table and its phrases.

#include <array>
#include <string_view>

#include "screen_context.h"

namespace halte {

struct Sentence {
    std::string_view id;  ///< subject of the page that shows it
    std::string_view icon;
    std::string_view phrase;   ///< in the visitor's language, and in the others' where `shown` is empty
    std::string_view shown{};  ///< in the others' language, when that says more: {language}
    std::string_view more{};   ///< stands under it, small, in every language
    bool with_number = false;  ///< of the service that was seen last
};

/// Those of the first page, in its order. What `alone` opens is a page of its own.
inline constexpr std::string_view sentence_alone = "alone";
inline constexpr std::array sentences{
    Sentence{.id = sentence_alone, .icon = "talk", .phrase = "show.alone"},
    Sentence{.id = "interpreter",
             .icon = "language",
             .phrase = "show.interpreter",
             .shown = "show.interpreter_in",
             .more = "show.not_family"},
    Sentence{.id = "doctor", .icon = "care", .phrase = "show.doctor"},
    Sentence{.id = "call", .icon = "phone", .phrase = "show.call", .with_number = true},
    Sentence{.id = "deaf", .icon = "ear", .phrase = "show.deaf"},
    Sentence{.id = "family", .icon = "private", .phrase = "show.family"},
};
/// To speak to somebody alone: to whom.
inline constexpr std::array sentences_alone{
    Sentence{.id = "alone-anyone", .icon = "talk", .phrase = "show.alone_anyone"},
    Sentence{.id = "alone-woman", .icon = "talk", .phrase = "show.alone_woman"},
    Sentence{.id = "alone-man", .icon = "talk", .phrase = "show.alone_man"},
};

/// Nothing when there is no such sentence.
Sentence const* sentence_of(std::string_view id);

/// The number that somebody is asked to call: of the service seen last, else of the first general line that has one.
/// Empty when there is none.
std::string number_to_call(ScreenContext& screen);

}  // namespace halte
