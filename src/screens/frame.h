#pragma once
/// What stands on every inner screen: the header with back and language, and the sill with the emergency line and the
/// exit, in the same two rectangles on every screen in every language.

#include <functional>

#include "screen_context.h"
#include "tools.h"

namespace halte {

/// What a page is called: nothing, a phrase, or the name of a service.
struct Title {
    std::string words{};
    std::string name_language{};       ///< of a name; empty for a phrase, which is in the visitor's
    std::optional<ToolsRoom> tools{};  ///< behind it stand the keys of tools.h, so large
};
/// Draws the header and gives the box that is left for the screen's content. A title too long for the header stands on
/// top of the content instead. Where the keys were brought down, it stands above them both.
Box draw_header(ScreenContext& screen, Title const& title);
/// What the header of a page without a title leaves free between its keys.
Box header_room(ScreenContext& screen);
/// The same box as draw_header() gives, without drawing.
Box content_under(ScreenContext& screen, Title const& title);

/// A page of one scroll area: header, what `inside` lays out in its box (it gives the height it took), sill. On a low
/// screen the header scrolls with the rest.
void draw_page(ScreenContext& screen, Title const& title, std::function<float(Box const&)> const& inside);

enum class Exit { shown, absent };
/// Draws the sill over the foot of everything else; comes last.
void draw_sill(ScreenContext& screen, Exit exit);

/// The note on a page with words that nobody has read in this language, with the way to the French; once there, the way
/// back to the language that was left, in its own words. A translation is shown while nobody has read it yet, under
/// this note. Height taken.
float unreviewed_note(ScreenContext& screen, Box const& box);

}  // namespace halte
