#pragma once
/// A service as a key in a list: its name, what it does in one line, its number large, its badges.

#include <functional>

#include "screen_context.h"

namespace halte {

enum class CardLook {
    lead,  ///< full width, number largest, at the end side
    wide,  ///< full width, number at the end side
    half,  ///< in a column, number under the words
};
constexpr float card_gap = space::l;
constexpr float narrowest_card = 400;  ///< in a list of two columns, in normal text

struct Card {
    ServiceSummary service;
    std::optional<ServiceSummary> meanwhile;  ///< who answers now, where this one may be closed
    std::string_view which{};                 ///< as in ScreenContext::act()
};
/// The height a card of that width needs.
float card_height(ScreenContext& screen, float width, Card const& card, CardLook look);
void draw_card(ScreenContext& screen, Box const& box, Card const& card, CardLook look);

struct Cards {
    int count = 0;
    std::function<Card(int)> card;  ///< asked for when it is laid out
    bool lead = false;              ///< the first one over the full width
    std::string long_list{};        ///< its name, where it is too long to be laid out whole; else empty
};
/// `which`: of a second list on the page that may have the same services.
Cards cards_of(std::vector<ServiceSummary> const& services, std::string_view which = {});
/// So many are laid out whole wherever they stand on a page: exact, and as quick as a page of anything else.
constexpr std::size_t most_laid_out = 200;
/// `meanwhile`, who answers now, is named on what is closed. `screen` and `services` must outlive what is given.
Cards cards_of(ScreenContext const& screen, std::vector<ServiceRow> const& services,
               std::optional<ServiceRow> meanwhile = {});
/// Cards in rows of `columns`, every row as high as its highest card.
float draw_cards(ScreenContext& screen, Box const& box, Cards const& cards, int columns);

/// How many columns of cards fit, each at least `narrowest` wide in normal text and wide enough for any number.
int card_columns(ScreenContext& screen, float width, float narrowest, int most);

/// The icon and the words of a heading.
IconAndWords section_head(char const* icon, std::string const& title);
/// A heading with an icon and a rule; height taken.
float draw_section(ScreenContext& screen, Box const& box, char const* icon, std::string const& title);

}  // namespace halte
