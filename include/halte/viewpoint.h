#pragma once
/// The terminal's side of a question to the directory: in which kind of place it stands, where, and in which language
/// it is to be answered.

#include <halte/base.h>
#include <halte/source_language.h>

#include <optional>
#include <string>
#include <vector>

namespace halte {

/// What kind of place the terminal stands in (data/profiles).
struct Profile {
    std::string id;
    std::vector<std::string> situations;        ///< ids, in the order of the screen
    std::vector<std::string> languages;         ///< codes, in the order of the welcome screen
    std::vector<std::string> leading_lines;     ///< ids of services that come first among the general lines
    std::vector<std::string> leading_services;  ///< ids of services that come first in every situation
    bool authors_door = true;                   ///< whether the separate door is shown
    bool chat_first = false;                    ///< a chat comes before the other ways that need no telephone
};

/// The terminal's side of a question: which language to answer in, from where, in which kind of place.
struct Viewpoint {
    std::string language = source_language;
    std::string profile = "hospital";
    std::optional<Coordinates> coordinates;
    std::string other = source_language;  ///< what answers where `language` has no words: a place's own language
    bool only_read = false;               ///< words that no speaker has read count as none
};

}  // namespace halte
