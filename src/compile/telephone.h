#pragma once
/// Which numbers somebody in Belgium can call. It knows the numbering plan's shape and no subscriber.

#include <string_view>

namespace halte {

/// Whether `number` is written in digits and single spaces, and a telephone in Belgium connects it to somebody: a
/// national number with its 0, a short one, or one with + and a country.
bool can_be_called(std::string_view number);

}  // namespace halte
