#pragma once
/// Web and mail addresses on a screen: where they may be broken, and how much of them stands there.

#include "screen_context.h"

namespace halte {

/// A web or mail address that may be broken where a reader expects it: after / - . @ ? & = _.
std::string breakable(std::string const& address);
/// The same where even that leaves a part too long: between any two letters.
std::string breakable_anywhere(std::string const& address);
struct Address {
    std::string words;
    Type type;
};
/// A web or mail address in a width: smaller where a part of it would be broken, but in the largest text, and where
/// that is not enough, broken within the part.
Address address_in(ScreenContext& screen, float width, std::string const& address, Type const& type);
/// What a person can type: the whole address when it is short, else its host.
std::string typeable(std::string const& website);
/// "www.sosviol.be" of "www.sosviol.be/fr/contact": what fits a card.
std::string host_of(std::string const& website);

}  // namespace halte
