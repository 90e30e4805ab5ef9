#pragma once
/// A panel of short advice beside a list: an icon, a few bold words and a sentence each.

#include "screen_context.h"

namespace halte {

inline constexpr float narrowest_offer = 440;  ///< in rp, of its column

/// Whether the note that nobody has read the translation stands in the panel or elsewhere on the screen.
enum class Note { inside, elsewhere };

struct OfferPanel {
    std::string title;
    std::string intro;  ///< may be empty
    std::vector<Guidance> offers;
};
/// What a person may do now. Its words offer, they do not order.
OfferPanel first_steps(ScreenContext& screen, std::vector<Guidance> const& offers);

/// The first steps of a page in two parts: those it begins with, and those below its list, so that what may be done
/// now and the first numbers stand on one page.
struct Steps {
    std::vector<Guidance> first;
    std::vector<Guidance> more;
};
Steps steps_with(std::vector<Guidance> const& offers, std::size_t first);

/// Draws the panel in `columns`; gives the height it took, at least that of the box.
float draw_offers(ScreenContext& screen, Box const& box, OfferPanel const& panel, int columns, Note note);

/// The panel below the list; no height when there is nothing more.
float draw_more_offers(ScreenContext& screen, Box const& box, std::vector<Guidance> const& more);

/// A column beside a list in which the offers stand whole.
struct OffersColumn {
    float width = 0;
    Note note = Note::inside;
};
/// The narrowest one that is high enough, or nothing.
std::optional<OffersColumn> offers_column(ScreenContext& screen, float height, OfferPanel const& panel, Note note);

}  // namespace halte
