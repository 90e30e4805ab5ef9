#pragma once
/// What the picture of a screen shows beside the words and the grounds of its accessibility tree: icons, what they
/// stand on, a landscape. The page writer takes the grounds as colours and cuts the rest out of the picture.

#include <halte/accessibility.h>

#include <vector>

#include "eye.h"

namespace halte::rig::bench {

/// A ground from top to bottom, a colour for each row: a sky is not one colour. A node's ground has one.
struct Ground {
    std::vector<Rgb> rows;
    [[nodiscard]] Rgb at(int row) const { return rows.size() == 1 ? rows[0] : rows.at(std::size_t(row)); }
};

/// A node that has a ground of its own: a key, a panel, a band.
bool has_ground(Node const& node);
Rgb colour_at(Picture const& picture, int x, int y);

struct Leftover {
    int owner = -1;  ///< the node on whose ground it stands; -1: the screen
    PixelRect rect;
};

struct Grounds {
    Ground screen;
    std::vector<Rgb> of_nodes;  ///< as many as nodes; of those that have a ground and can be seen
    std::vector<Leftover> leftovers;
};

/// The picture is that of the tree, pixel for pixel. The lowest `fading` pixels of a scroll area are not looked at.
Grounds grounds_of(AccessibilityTree const& tree, Picture const& picture, int fading);

}  // namespace halte::rig::bench
