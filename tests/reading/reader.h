#pragma once
/// A reader from outside: tesseract, which knows nothing of this product, reads the core as a screen would show it,
/// drawn by the product's own typesetter.

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace halte::reading {

/// Words as they are compared: in small letters, without what is no letter. Letters of Lingala and Pular that the
/// reader was never taught count as the Latin ones that it takes them for, and the comma below Romanian ones as its
/// cedilla.
using Words = std::multiset<std::string>;
Words words_of(std::string const& text);

/// The sentences of a language's core, every plural form, without what stands in braces.
std::vector<std::string> core_of(std::string const& language);

/// What a screen may do wrong: leave out the letter that is there most often, show letters in the reversed order.
enum class Planted { nothing, lost_letter, reversed };

/// Draws the sentences below each other and reads the picture with one of tesseract's models.
std::string read_aloud(std::vector<std::string> const& sentences, std::string const& language, std::string const& model,
                       Planted planted = Planted::nothing);

/// The first of these that is installed, or nothing.
std::optional<std::string> installed_model(std::vector<std::string> const& models);

/// How many of the expected words were read, of 1.
double share_read(Words const& expected, Words read);

}  // namespace halte::reading
