#include "nearest.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace halte {

/// Levenshtein's distance: how many letters are to be added, left out or changed.
static std::size_t distance(std::string_view from, std::string_view to) {
    std::vector<std::size_t> row(to.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t(0));
    for (std::size_t f = 0; f < from.size(); ++f) {
        std::size_t diagonal = row[0];
        row[0] = f + 1;
        for (std::size_t t = 0; t < to.size(); ++t) {
            std::size_t const changed = diagonal + (from[f] == to[t] ? 0 : 1);
            diagonal = row[t + 1];
            row[t + 1] = std::min({changed, row[t] + 1, row[t + 1] + 1});
        }
    }
    return row.back();
}

std::optional<std::string_view> nearest(std::string_view word, std::vector<std::string_view> const& candidates) {
    std::optional<std::string_view> best;
    std::size_t best_distance = std::max<std::size_t>(2, word.size() / 3) + 1;
    for (std::string_view const candidate : candidates) {
        std::size_t const letters = distance(word, candidate);
        if (letters < best_distance) {
            best = candidate;
            best_distance = letters;
        }
    }
    if (best || word.size() < 4) return best;
    // Half of a long key is a likely slip as well: "diagonal" for "diagonal_inches".
    auto const longer = std::find_if(candidates.begin(), candidates.end(), [&](std::string_view candidate) {
        return candidate.find(word) != std::string_view::npos;
    });
    return longer == candidates.end() ? std::nullopt : std::optional(*longer);
}

}  // namespace halte
