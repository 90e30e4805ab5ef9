#pragma once
/// The ways to help that need no telephone, in the order in which they work now. A pure function of what the directory
/// answers and of the clock on the wall, as the order of a list is.

#include <halte/order.h>

namespace halte {

/// Every entry is a service as one way of reaching it shows it: it has the website, the number for messages, the e-mail
/// address or the street alone, and the hours of that way.
struct WithoutPhone {
    std::vector<ServiceSummary> chat_now;    ///< open now
    std::vector<ServiceSummary> messages;    ///< SMS and WhatsApp, then e-mail
    std::vector<ServiceSummary> places;      ///< the nearest made for each situation, at most four; day and night first
    std::vector<ServiceSummary> chat_later;  ///< nobody knows its hours, or closed now
    /// The first of `chat_later` is made for what comes first and may be open: it is told before the other ways.
    bool chat_may_answer = false;
};

/// `services` as Directory::without_phone() gives them, `situations` the ids of those that the place has, in its order:
/// what is made for the first of them comes first, and in `asking` that of the list that the visitor came from, if any.
/// Chats and messages that answer only in other languages are left out; where there are no others, a few are shown.
WithoutPhone without_phone(std::vector<ServiceSummary> const& services, std::vector<std::string> situations,
                           Asking const& asking);

}  // namespace halte
