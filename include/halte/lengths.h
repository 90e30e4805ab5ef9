#pragma once
/// The lengths that screens share, in reference pixels (screen_shape.h): one scale for the whole house. A screen that
/// needs another one names it in its own file, with its reason; tests/check_lengths counts those. Sizes of letters by
/// role are the theme's (look.h).

namespace halte {

/// Between things, and between an edge and what stands inside it.
namespace space {
inline constexpr float hair = 2;  ///< a rule's thickness
inline constexpr float xxs = 4;
inline constexpr float tight = 6;  ///< a title and the line that belongs to it
inline constexpr float xs = 8;
inline constexpr float s = 12;
inline constexpr float snug = 14;  ///< a heading and what it is over
inline constexpr float m = 16;
inline constexpr float roomy = 18;  ///< an icon and several lines
inline constexpr float l = 20;
inline constexpr float xl = 24;
inline constexpr float section = 26;  ///< two parts of a page; the sides of a key in a grid
inline constexpr float xxl = 28;
inline constexpr float wide = 32;  ///< what stands at both ends of a row
inline constexpr float xxxl = 36;
inline constexpr float columns = 48;  ///< between two columns of a page
}  // namespace space

/// Sides of icons at normal text.
namespace icon {
inline constexpr float badge = 30;
inline constexpr float note = 34;
inline constexpr float fact = 36;
inline constexpr float section = 38;
inline constexpr float key = 42;
inline constexpr float frame = 44;  ///< in the header and the sill
inline constexpr float large_key = 48;
inline constexpr float panel = 56;
}  // namespace icon

/// Keys, from edge to edge.
namespace key {
inline constexpr float low = 84;     ///< a key with one line of words
inline constexpr float middle = 96;  ///< the lowest of a grid
inline constexpr float high = 120;   ///< an icon in a disc, or a greeting and a name
inline constexpr float lead = 180;   ///< the key for talking to somebody
}  // namespace key

/// How much thicker keys are at their foot; a key's own is Key's (style.h).
namespace lip {
inline constexpr float frame = 2;      ///< in the header and the sill
inline constexpr float large_key = 4;  ///< on the first screen and the veil
}  // namespace lip

/// Radii of rounded edges; a key's own is Key's (style.h).
namespace corner {
inline constexpr float panel = 24;
inline constexpr float large_key = 28;
}  // namespace corner

/// Letters of a size between two roles, and the height of their lines in em.
namespace letters {
inline constexpr float key = 28;
inline constexpr float answer = 40;
inline constexpr float tall_line = 1.5F;    ///< letters that stand taller and deeper than Latin ones
inline constexpr float taller_line = 1.6F;  ///< the same where there is room
inline constexpr float close_line = 1.24F;  ///< two lines in a key
}  // namespace letters

}  // namespace halte
