#pragma once
/// The language that the product's own words, the records and the guidance are written in, and that a text falls back
/// to where nobody has translated it. It says nothing of a script: that is Script.

namespace halte {

constexpr char const* source_language = "fr";  ///< BCP 47

}  // namespace halte
