#pragma once
/// What foreign code in a visitor process could do to the X server through the connection that the process has, one way
/// each. A new way is a row of the table in take_over.cpp.

#include <halte/server.h>

#include <string>
#include <vector>

namespace halte::taken_over {

std::vector<std::string> ways();
/// A way after which nothing can be put back.
inline constexpr char const* safe_page_is_drawn_over = "the safe page is drawn over";
/// Ways that end the visit itself, since its window no longer fits.
inline constexpr char const* monitor_is_made_up = "a monitor is made up";
inline constexpr char const* picture_is_moved = "the picture is moved";
/// Does it through this connection, which in a visitor process is that process's own: once, and with each later frame
/// `again`, which most ways have no use for. A name that is no way does nothing.
void take_over(XConnection connection, std::string const& way, bool again);

}  // namespace halte::taken_over
