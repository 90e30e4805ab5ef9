#pragma once
/// The audit of screens of any shape: one of each kind of screen, in the shortest and the largest text.

#include "support/page_audit.h"

namespace halte::audit {

/// A list among others, a page of places or the ways without a telephone: another scene has the same drawing.
bool is_one_of_many(scenes::Scene const& scene);

/// One screen of each kind on a shape, in the smallest and the largest text. The directory is the embedded one.
Report audit_one_of_each(scenes::NamedShape const& shape, std::vector<std::string> const& languages,
                         halte::Reach reach);
/// The same in a language of each direction.
Report audit_briefly(ScreenShape const& shape);

/// Pictures from 640x480 to 3840x2160, on diagonals from 7 to 100 inches, both ways up. What the rule in
/// screen_shape.h refuses is among them.
std::vector<ScreenShape> shapes_to_set();
/// Of those with room, for each picture and way up the smallest diagonal, on which keys have least room, and one other;
/// that is each diagonal in turn.
std::vector<ScreenShape> shapes_of_every_day();

}  // namespace halte::audit
