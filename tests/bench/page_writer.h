#pragma once
/// A screen of the kiosk as a page of HTML that says and looks the same: what tests/bench compares a browser with. It
/// is written from the screen's accessibility tree and its picture; words are words, keys are links, grounds are
/// colours, and what is neither is cut out of the picture (leftovers.h). Nothing of it is fetched from elsewhere.

#include <halte/accessibility.h>

#include <map>
#include <optional>
#include <string>

#include "eye.h"

namespace halte::rig::bench {

/// What one key looks like under a finger. Keys of the same ground look alike.
struct PressedKey {
    std::string id;
    Picture picture;
};

struct ScreenToWrite {
    AccessibilityTree tree;
    Picture picture;
    std::optional<PressedKey> pressed = std::nullopt;
    std::map<std::string, std::string> links = {};  ///< the id of a key -> the file of the page that it leads to
};

/// The text of the file.
std::string page_of(ScreenToWrite const& screen);

/// Words as HTML has them.
std::string escaped(std::string const& words);

}  // namespace halte::rig::bench
