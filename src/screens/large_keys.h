#pragma once
/// Large keys in a grid, one for each subject: an icon in a disc, a title of at most four words, one line. What stands
/// around them is not known here.

#include "screen_context.h"

namespace halte {

inline constexpr float large_key_gap = space::l;  ///< in rp, between two keys, either way

struct LargeKey {
    std::string icon;
    Text title;
    Text line;  ///< may be empty
    What what;
    bool filled = false;
    std::optional<float> size{};  ///< of the title's letters, in rp at normal text
    std::string number{};         ///< below the words; may be empty
    bool dense = false;           ///< smaller in landscape, where the keys of a language would not stand on one page
};

/// The height in rp that its words need in a key of this width.
float natural_height(ScreenContext& screen, float width, LargeKey const& key);
void draw_large_key(ScreenContext& screen, Box const& box, LargeKey const& key);

/// Where the keys stand: rows of equal height in `place`, from its top; they share out `room` (in rp), or take what
/// they need: denser in landscape, where that brings them onto one page. `columns` is at least 1.
Tiles tiles_of(ScreenContext& screen, Box const& place, int columns, std::vector<LargeKey>& keys, float room);
/// Draws the keys and returns the height of their rows.
float draw_large_keys(ScreenContext& screen, Tiles const& tiles, std::vector<LargeKey> const& keys);

}  // namespace halte
