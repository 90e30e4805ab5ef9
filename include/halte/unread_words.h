#pragma once
/// What a terminal does with words that nobody who speaks their language has read (visit.unread in halte.toml). It
/// knows no language, no screen and no file.

#include <array>
#include <string_view>

namespace halte {

enum class UnreadWords {
    none,  ///< only what a speaker has read is shown; the rest in French
    core,  ///< the languages that can be written well, and those that the settings name or whose core was read
    all,   ///< every language whose core is whole
};

/// As the settings write it.
struct UnreadSetting {
    std::string_view word;
    UnreadWords unread;
};
inline constexpr std::array unread_settings{UnreadSetting{"none", UnreadWords::none},
                                            UnreadSetting{"core", UnreadWords::core},
                                            UnreadSetting{"all", UnreadWords::all}};

}  // namespace halte
