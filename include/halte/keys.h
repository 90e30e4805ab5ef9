#pragma once
/// The keys of keypads, keyboards and switches: what each is for, and how patiently it is felt. It knows no window, no
/// screen and no file.

#include <halte/clock.h>

#include <array>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

namespace halte {

/// What a key is for, whatever is printed on it.
enum class KeyMeaning {
    next,
    previous,
    next_group,
    previous_group,
    activate,
    back,
    leave,
    help,
    again,
    louder,
    quieter
};

/// As the settings write it.
struct KeyMeaningName {
    std::string_view word;
    KeyMeaning meaning;
};
inline constexpr std::array key_meaning_names{KeyMeaningName{"next", KeyMeaning::next},
                                              KeyMeaningName{"previous", KeyMeaning::previous},
                                              KeyMeaningName{"next_group", KeyMeaning::next_group},
                                              KeyMeaningName{"previous_group", KeyMeaning::previous_group},
                                              KeyMeaningName{"activate", KeyMeaning::activate},
                                              KeyMeaningName{"back", KeyMeaning::back},
                                              KeyMeaningName{"leave", KeyMeaning::leave},
                                              KeyMeaningName{"help", KeyMeaning::help},
                                              KeyMeaningName{"again", KeyMeaning::again},
                                              KeyMeaningName{"louder", KeyMeaning::louder},
                                              KeyMeaningName{"quieter", KeyMeaning::quieter}};

/// Keys by the X server's number of them ("keycode" in what `xev` prints): the kernel's number and 8.
inline constexpr int lowest_key_code = 8;
inline constexpr int highest_key_code = 255;

/// How many switches somebody has who can use no keys. With two, one goes on and the other acts. With one, the focus
/// goes on by itself, and any key acts.
enum class Switches { none, one, two };

/// As the settings write it.
struct SwitchesSetting {
    std::string_view word;
    Switches switches;
};
inline constexpr std::array switches_settings{SwitchesSetting{"none", Switches::none},
                                              SwitchesSetting{"one", Switches::one},
                                              SwitchesSetting{"two", Switches::two}};

class KeyTable {
public:
    /// Keypads as those that say F17 to F24 (Storm AudioNav, EZ Access), the arrows, Tab, Enter, Escape, and the block
    /// of digits, whether Num Lock is on or not.
    static KeyTable usual();
    /// The same for somebody with switches: the space bar goes on where there are two, and every key acts where there
    /// is one.
    [[nodiscard]] KeyTable with(Switches switches) const;
    /// These keys mean that, and those that meant it until now mean nothing.
    void assign(KeyMeaning meaning, std::vector<int> const& codes);
    [[nodiscard]] std::vector<int> codes_of(KeyMeaning meaning) const;
    /// Nothing for a key without a meaning. With Shift the next thing is the previous one.
    [[nodiscard]] std::optional<KeyMeaning> find(int code, bool shifted) const;
    bool operator==(KeyTable const&) const = default;

private:
    std::map<int, KeyMeaning> m_meanings;
};

/// EN 301 549, 5.7 and 5.8: a key that is held repeats itself late and slowly, and one that is struck twice by a
/// trembling hand counts once.
struct KeyPace {
    Milliseconds repeat_after{2'000};
    Milliseconds repeat_every{500};
    Milliseconds double_strike{500};  ///< within this time after a stroke the same key does nothing
    Milliseconds scan_step{2'000};    ///< with one switch; the first step of a round takes twice as long
    bool operator==(KeyPace const&) const = default;
};

}  // namespace halte
