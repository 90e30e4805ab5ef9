#pragma once
/// A list of who helps, in the sections of its order, and behind its last key those that nobody has confirmed.

#include <halte/order.h>

#include "screen_context.h"

namespace halte {

/// The list behind a screen whose `subject` is a situation, the separate door, or empty for anything.
std::shared_ptr<Ordered const> list_about(ScreenContext& screen, std::string const& subject);

/// Of a part of a long list on this page, as Canvas::long_list() needs it.
std::string list_name(ScreenContext const& screen, std::string_view part);

/// What the list is about that the visitor came from: a situation, the separate door, or empty for anything; nothing
/// when there was none.
std::optional<std::string> subject_come_from(Visit const& visit);

/// On the page of a service that is closed, or may be: who answers now on the list that the visitor came from.
std::optional<ServiceSummary> answering_meanwhile(ScreenContext& screen, ServiceSummary const& service);

/// The first card over the full width, as a section of its own, taken out of the list; nothing when it is empty.
std::optional<Ordered> take_first_card(Ordered& list);

/// Whether the list has the key to a list from another place.
enum class WayElsewhere { shown, absent };
/// Height taken, each with the space that belongs under it.
float draw_sections(ScreenContext& screen, Box const& box, Ordered const& list,
                    WayElsewhere key = WayElsewhere::absent);

}  // namespace halte
