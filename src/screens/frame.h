#pragma once
/// What stands on every inner screen: the header with back and language, and the sill with the emergency line and the
/// exit, in the same two rectangles on every screen in every language.

#include "stage.h"

namespace halte {

enum class Title { subject, none };
/// Draws the header and gives the box that is left for the screen's content. A title too long for the header stands on
/// top of the content instead. `language` is that of a name; empty is the visitor's.
Box draw_header(Stage& stage, std::string const& title, std::string const& language = {});

enum class Exit { shown, absent };
/// Draws the sill over the foot of everything else; comes last.
void draw_sill(Stage& stage, Exit exit);

/// The note under a translation nobody has read yet, with the way back to French. Height taken.
float unreviewed_note(Stage& stage, Box const& box);

}  // namespace halte
