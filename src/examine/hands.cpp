#include <fmt/format.h>
#include <fmt/ranges.h>
#include <linux/input-event-codes.h>

#include <algorithm>
#include <array>

#include "judge.h"

namespace halte {
namespace {

struct KeyRange {
    int first;
    int last;
};
/// Keys by which machines, screens and headsets are served, by the kernel's numbers. What has no others is no keypad.
constexpr std::array machine_keys{KeyRange{KEY_MUTE, KEY_POWER},
                                  KeyRange{KEY_SLEEP, KEY_WAKEUP},
                                  KeyRange{KEY_EJECTCD, KEY_PHONE},
                                  KeyRange{KEY_PLAYCD, KEY_PAUSECD},
                                  KeyRange{KEY_SUSPEND, KEY_SUSPEND},
                                  KeyRange{KEY_PLAY, KEY_FASTFORWARD},
                                  KeyRange{KEY_BRIGHTNESSDOWN, KEY_KBDILLUMUP},
                                  KeyRange{KEY_BATTERY, KEY_RFKILL}};

bool serves_machine(int code) {
    int const key = code - lowest_key_code;
    return std::ranges::any_of(machine_keys, [&](KeyRange range) { return range.first <= key && key <= range.last; });
}

/// What keys can do on this terminal: its own table, and which meanings somebody needs to get through a visit.
struct Hands {
    KeyTable keys;
    Switches switches = Switches::none;

    [[nodiscard]] bool has(KeyDevice const& device, KeyMeaning meaning) const {
        return std::ranges::any_of(device.keys, [&](int code) { return keys.find(code, false) == meaning; });
    }
    /// With one switch the focus goes on by itself.
    [[nodiscard]] std::vector<KeyMeaning> needed() const {
        return switches == Switches::one ? std::vector{KeyMeaning::activate}
                                         : std::vector{KeyMeaning::next, KeyMeaning::activate};
    }
    [[nodiscard]] bool leads(KeyDevice const& device) const {
        auto const has_it = [&](KeyMeaning meaning) { return has(device, meaning); };
        // Two switches may be two devices, and judge_switches() asks for both of them.
        return switches == Switches::two ? std::ranges::any_of(needed(), has_it)
                                         : std::ranges::all_of(needed(), has_it);
    }
};

std::string_view word_of(KeyMeaning meaning) {
    return std::ranges::find(key_meaning_names, meaning, &KeyMeaningName::meaning)->word;
}
std::vector<std::string_view> words_for(std::vector<KeyMeaning> const& meanings) {
    std::vector<std::string_view> words;
    std::ranges::transform(meanings, std::back_inserter(words), word_of);
    return words;
}

/// Volume keys alone are no keypad, unless the settings make more of them.
bool is_for_hands(Hands const& hands, KeyDevice const& device) {
    auto const is_meant = [&](int code) {
        auto const meaning = hands.keys.find(code, false);
        return meaning ? *meaning != KeyMeaning::louder && *meaning != KeyMeaning::quieter : !serves_machine(code);
    };
    return device.built_in ? hands.leads(device) : std::ranges::any_of(device.keys, is_meant);
}

std::string told_keys(Hands const& hands, KeyDevice const& device) {
    std::vector<std::string_view> words;
    for (KeyMeaningName const& name : key_meaning_names)
        if (hands.has(device, name.meaning)) words.push_back(name.word);
    auto const meant =
        std::ranges::count_if(device.keys, [&](int code) { return hands.keys.find(code, false).has_value(); });
    return fmt::format("{} can send {} key{}, {} of them with a meaning{}{}.", device.name, device.keys.size(),
                       device.keys.size() == 1 ? "" : "s", meant, words.empty() ? "" : ": ", fmt::join(words, ", "));
}

Problem judge_device(Hands const& hands, KeyDevice const& device) {
    std::string const keys = told_keys(hands, device);
    if (hands.leads(device)) return fine("hands.keys", keys);
    std::vector<KeyMeaning> missing = hands.needed();
    std::erase_if(missing, [&](KeyMeaning meaning) { return hands.has(device, meaning); });
    return warn(
        "hands.keys",
        fmt::format("{} It cannot lead a visitor: no key means {}.", keys, fmt::join(words_for(missing), " or ")),
        "Say in [hands] of halte.toml what its keys mean, by the numbers that xev prints as \"keycode\". For "
        "switches, set hands.switch there.");
}

/// What the settings promise to somebody with switches.
Problem judge_switches(Hands const& hands, std::vector<KeyDevice> const& devices) {
    std::string_view const set = std::ranges::find(switches_settings, hands.switches, &SwitchesSetting::switches)->word;
    if (devices.empty())
        return warn("hands.switch", fmt::format("hands.switch is \"{}\", but no device has any key.", set),
                    "Plug the switch interface in, or set hands.switch to \"none\".");
    std::vector<KeyMeaning> missing = hands.needed();
    std::erase_if(missing, [&](KeyMeaning meaning) {
        return std::ranges::any_of(devices, [&](KeyDevice const& device) { return hands.has(device, meaning); });
    });
    if (missing.empty())
        return fine("hands.switch", fmt::format("hands.switch is \"{}\", and its keys are there.", set));
    return warn("hands.switch",
                fmt::format("hands.switch is \"{}\", but no key that is plugged in means {}.", set,
                            fmt::join(words_for(missing), " or ")),
                "Have the switch interface send the space bar and Enter, or say in [hands] of halte.toml what its keys "
                "mean.");
}

}  // namespace

Problems judge_hands(Settings const& settings, std::vector<KeyDevice> devices) {
    Hands const hands{settings.keys.with(settings.switches), settings.switches};
    std::erase_if(devices, [&](KeyDevice const& device) { return !is_for_hands(hands, device); });
    Problems findings;
    for (KeyDevice const& device : devices) findings.push_back(judge_device(hands, device));
    if (devices.empty())
        findings.push_back(fine("hands.keys", "No keypad or keyboard is plugged in; a touchscreen is enough."));
    if (hands.switches != Switches::none) findings.push_back(judge_switches(hands, devices));
    return findings;
}

}  // namespace halte
