#pragma once
/// Which words can stand on a screen: whoever takes words from outside asks here, so that a record, a translation and a
/// setting are refused for the same reasons. It knows characters and nothing of what the words mean.

#include <cstddef>
#include <string>
#include <string_view>

namespace halte {

bool is_utf8(std::string_view bytes);

/// Why nobody can read `words`, to be said after their name: "contains U+202E, which turns the words around it". Empty
/// when they can be read, and for no words at all. Line breaks (U+000A) are for the caller to judge. The marks U+200E,
/// U+200F and U+061C are right: Arabic needs them beside "LGBTQIA+".
std::string why_unreadable(std::string_view words);

/// A paragraph longer than that is not read by somebody who stands at a screen, and one of a book's length cannot be
/// laid out at all. The longest one of data/ has a third of it.
inline constexpr std::size_t longest_text = 600;
/// Some languages take more letters for the same: no text of a snapshot is longer.
inline constexpr std::size_t longest_translation = 2 * longest_text;
/// Of a name, a street, a city; and of what a number or a place is: a few lines of a card in the largest text.
inline constexpr std::size_t longest_name = 120;
inline constexpr std::size_t longest_label = 240;

/// As a reader counts them, near enough: UTF-8 sequences.
std::size_t characters_in(std::string_view words);

/// Whether a blank or another character without a picture is among `words`, which in an address nobody can type.
bool has_unseen_character(std::string_view words);

}  // namespace halte
