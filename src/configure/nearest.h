#pragma once
/// The right word next to a wrong one, for "Did you mean".

#include <optional>
#include <string_view>
#include <vector>

namespace halte {

/// The candidate that `word` most likely stands for, or nothing when it resembles none.
std::optional<std::string_view> nearest(std::string_view word, std::vector<std::string_view> const& candidates);

}  // namespace halte
