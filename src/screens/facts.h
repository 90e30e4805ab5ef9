#pragma once
/// Facts of a service as icon, bold word and a few lines, with rules between them.

#include "screen_context.h"

namespace halte {

struct Fact {
    std::string icon;
    std::string title;
    bool title_is_name = false;     ///< an address, a number: Latin letters in any language
    bool title_is_address = false;  ///< one of those, on the web or for mail
    std::string name_language = source_language;
    std::vector<Text> said{};  ///< sentences to say, each in its own language; above the lines
    std::vector<std::string> lines;
    std::vector<Text> texts{};  ///< below the lines, each in its own language, and the French it is held against
    bool lines_are_names = false;
};

/// Facts in columns, each row as high as its highest; height taken.
float draw_facts(ScreenContext& screen, Box const& box, std::vector<Fact> const& facts, int columns);

}  // namespace halte
