#include "names.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace halte {
namespace {

constexpr std::string_view ending = ".toml";

std::string in_small_letters(std::string name) {
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char letter) { return letter >= 'A' && letter <= 'Z' ? char(letter - 'A' + 'a') : letter; });
    return name;
}

/// As text editors that hide endings, other systems and other programs' habits leave them.
constexpr std::array<std::string_view, 5> wrong_endings{".toml.txt", ".toml.conf", ".tml", ".conf", ".toml"};

/// The name up to a wrong ending, as it is written; nothing when it has none.
std::optional<std::string> without_wrong_ending(std::string name) {
    while (!name.empty() && name.back() == ' ') name.pop_back();
    std::string const small = in_small_letters(name);
    for (std::string_view const wrong : wrong_endings)
        if (small.ends_with(wrong)) return name.substr(0, name.size() - wrong.size());
    return std::nullopt;
}

}  // namespace

bool is_settings_name(std::string const& name) { return name.ends_with(ending) && name.front() != '.'; }

std::optional<std::string> nearly_settings_name(std::string const& name) {
    if (is_settings_name(name) || name.front() == '.') return std::nullopt;
    auto stem = without_wrong_ending(name);
    if (!stem || stem->empty()) return std::nullopt;
    return stem->append(ending);
}

bool is_nearly(std::string const& name, std::string const& right) {
    if (name == right) return false;
    return in_small_letters(nearly_settings_name(name).value_or(name)) == in_small_letters(right);
}

}  // namespace halte
