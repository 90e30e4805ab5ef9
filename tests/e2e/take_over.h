#pragma once
/// What foreign code in a visitor process could do to the X server through the connection that the process has, one way
/// each. A new way is a row of the table in take_over.cpp.

#include <string>
#include <vector>

namespace halte::taken_over {

std::vector<std::string> ways();
/// A way after which nothing can be put back.
inline constexpr char const* safe_page_is_drawn_over = "the safe page is drawn over";
/// A way that ends the visit itself, since its window no longer fits.
inline constexpr char const* monitor_is_made_up = "a monitor is made up";
/// Does it, from inside the visitor process: once, and with each later frame `again`, which most ways have no use for.
/// A name that is no way does nothing.
void take_over(std::string const& way, bool again);

}  // namespace halte::taken_over
