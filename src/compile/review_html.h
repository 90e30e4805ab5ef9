#pragma once
/// The sheet on which a speaker of a language reads its sentences, and its page. It knows no PO file and no record.

#include <halte/compile.h>
#include <halte/script.h>

#include <optional>
#include <string>
#include <vector>

#include "sources.h"

namespace halte {

/// All the words are as they stand in the data: whoever writes the page makes them safe for it.
struct SheetSentence {
    struct Form {
        std::string words;    ///< empty while nobody has translated it
        std::string numbers;  ///< that go with it: "3, 4, 5"; empty where nothing is counted
    };
    int number = 0;                   ///< on the sheet, for whoever speaks of it by telephone
    std::vector<std::string> french;  ///< for one and for more, where something is counted
    std::vector<Form> forms;          ///< at least one
    std::string back;                 ///< what somebody understood who had not seen the French; or empty
    std::string note;                 ///< what a better wording must keep to, in English; or empty
    std::optional<std::string> read;  ///< by whom and when, empty when that is not known; nothing while nobody has
    bool high = false;                ///< of weight
    bool short_name = false;          ///< of a month or a day: several stand in one line
};

struct SheetPart {
    Part part;
    bool first_page = false;  ///< of the core: what counts most of it, on one sheet of paper
    std::vector<SheetSentence> sentences;
};

/// What the glossary says of a term in the language. A star at an end stands for any further letters.
struct SheetTerm {
    std::vector<std::string> french, says, avoid;
    std::string why;  ///< it avoids them, in English
};

/// A screen, by its name in the tour, and what somebody read on it who had not seen the French.
struct SheetPage {
    std::string name, back;
};

struct ReviewSheet {
    std::string language, endonym, french_name;
    ScriptMetrics script;
    LanguageStatus::Count core, rest;
    std::vector<SheetPart> parts;  ///< none of them empty
    std::vector<SheetTerm> terms;
    std::vector<SheetPage> pages;
};

/// One page of HTML in UTF-8, which loads nothing and runs nothing.
std::string html_of(ReviewSheet const& sheet);

}  // namespace halte
