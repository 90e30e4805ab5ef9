#include "values.h"

#include <fmt/format.h>
#include <halte/words.h>

#include <algorithm>
#include <regex>

namespace halte {

static std::optional<std::string> read_string(toml::node const& node, Draft& draft, std::string const& cure) {
    auto value = node.value_exact<std::string>();
    if (!value) draft.wrong(node, "This is not a text.", cure);
    return value;
}

static std::size_t characters(std::string const& utf8) {
    auto const starts_one = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; };
    return std::size_t(std::count_if(utf8.begin(), utf8.end(), starts_one));
}

std::optional<std::string> read_text(toml::node const& node, std::size_t longest, Draft& draft) {
    auto value = read_string(node, draft, "Write it between quotation marks.");
    if (!value) return std::nullopt;
    auto const is_control = [](char byte) { return static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F; };
    if (std::any_of(value->begin(), value->end(), is_control)) {
        draft.wrong(node, "This text holds a line break or another control character.", "Write it on one line.");
        return std::nullopt;
    }
    if (std::string const why = why_unreadable(*value); !why.empty()) {
        draft.wrong(node, fmt::format("This text {}.", why), "Write it anew by hand, without copying it.");
        return std::nullopt;
    }
    if (std::size_t const length = characters(*value); length > longest) {
        draft.wrong(node, fmt::format("This text has {} characters.", length),
                    fmt::format("The screen has room for {}: shorten it.", longest));
        return std::nullopt;
    }
    return value;
}

std::optional<double> read_number(toml::node const& node, NumberRange const& range, Draft& draft) {
    auto const value = node.is_number() ? node.value<double>() : std::nullopt;
    // Written so that "nan", which TOML allows, is out of range as well.
    if (value && *value >= range.least && *value <= range.most) return value;
    draft.wrong(node, value ? fmt::format("{} is out of range.", *value) : std::string("This is not a number."),
                fmt::format("Write {} from {} to {}, without quotation marks: {}.", range.unit, range.least, range.most,
                            range.example));
    return std::nullopt;
}

/// A whole number of what `unit` says: "s is out of range" and "whole number of seconds".
static std::optional<std::int64_t> read_whole(toml::node const& node, int shortest, int longest, char const* sign,
                                              char const* units, Draft& draft) {
    auto const value = node.value_exact<std::int64_t>();
    if (value && *value >= shortest && *value <= longest) return value;
    draft.wrong(node,
                value ? fmt::format("{} {} is out of range.", *value, sign)
                      : fmt::format("This is not a whole number of {}.", units),
                fmt::format("Write a whole number from {} to {}.", shortest, longest));
    return std::nullopt;
}

std::optional<Milliseconds> read_seconds(toml::node const& node, int shortest, int longest, Draft& draft) {
    auto const value = read_whole(node, shortest, longest, "s", "seconds", draft);
    return value ? std::optional<Milliseconds>(std::chrono::seconds(*value)) : std::nullopt;
}

std::optional<Milliseconds> read_milliseconds(toml::node const& node, int shortest, int longest, Draft& draft) {
    auto const value = read_whole(node, shortest, longest, "ms", "milliseconds", draft);
    return value ? std::optional(Milliseconds(*value)) : std::nullopt;
}

std::optional<Switches> read_switches(toml::node const& node, Draft& draft) {
    std::string const cure = R"(Write "none", "one" or "two".)";
    auto const value = read_string(node, draft, cure);
    if (!value) return std::nullopt;
    auto const* const found = std::ranges::find(switches_settings, *value, &SwitchesSetting::word);
    if (found != switches_settings.end()) return found->switches;
    draft.wrong(node, fmt::format("\"{}\" is no number of switches.", *value), cure);
    return std::nullopt;
}

std::optional<std::vector<int>> read_key_codes(toml::node const& node, Draft& draft) {
    std::string const cure = fmt::format("Write the numbers that \"xev\" prints as keycode, {} to {}: [23, 116].",
                                         lowest_key_code, highest_key_code);
    toml::array const* const list = node.as_array();
    if (list == nullptr) {
        draft.wrong(node, "This is not a list of keys.", cure);
        return std::nullopt;
    }
    std::vector<int> codes;
    for (toml::node const& one : *list) {
        auto const code = one.value_exact<std::int64_t>();
        if (!code || *code < lowest_key_code || *code > highest_key_code) {
            draft.wrong(one, "This is not the number of a key.", cure);
            return std::nullopt;
        }
        codes.push_back(int(*code));
    }
    return codes;
}

static std::optional<bool> read_truth(toml::node const& node, std::string_view key, Draft& draft) {
    auto const value = node.value_exact<bool>();
    if (!value)
        draft.wrong(node, "This is neither true nor false.", fmt::format("Write {0} = true or {0} = false.", key));
    return value;
}

std::optional<bool> read_high_contrast(toml::node const& node, Draft& draft) {
    return read_truth(node, "high_contrast", draft);
}

std::optional<bool> read_shelf_in_front(toml::node const& node, Draft& draft) {
    return read_truth(node, "shelf_in_front", draft);
}

std::optional<int> read_rotation(toml::node const& node, Draft& draft) {
    auto const value = node.value_exact<std::int64_t>();
    if (value && (*value == 0 || *value == 90 || *value == 180 || *value == 270)) return int(*value);
    draft.wrong(node, value ? fmt::format("{} is no quarter turn.", *value) : "This is not a whole number of degrees.",
                "Write 0, 90, 180 or 270, without quotation marks.");
    return std::nullopt;
}

std::optional<std::string> read_output(toml::node const& node, Draft& draft) {
    static std::regex const shape("[A-Za-z][A-Za-z0-9_.-]{0,39}");
    std::string const cure = R"(Write a name that "xrandr" knows, as in "HDMI-1", or "" for the first one.)";
    auto value = read_string(node, draft, cure);
    if (!value || value->empty() || std::regex_match(*value, shape)) return value;
    draft.wrong(node, fmt::format("\"{}\" is not the name of an output.", *value), cure);
    return std::nullopt;
}

std::optional<std::string> read_phone(toml::node const& node, Draft& draft) {
    static std::regex const shape("[+]?[0-9]([ ./-]?[0-9]){2,19}");
    std::string const cure = "Write the number as it is to be read, digits with spaces between, and nothing else.";
    auto value = read_string(node, draft, cure);
    if (!value || value->empty() || std::regex_match(*value, shape)) return value;
    draft.wrong(node, fmt::format("\"{}\" is no telephone number.", *value), cure);
    return std::nullopt;
}

/// One code of the array, when it is right and new.
static std::optional<std::string> read_language(toml::node const& node, std::vector<std::string> const& before,
                                                Draft& draft) {
    static std::regex const shape("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");
    auto value = read_string(node, draft, R"(Write language codes between quotation marks: ["fr", "nl"].)");
    if (!value) return std::nullopt;
    if (!std::regex_match(*value, shape)) {
        draft.wrong(node, fmt::format("\"{}\" is not a language code.", *value),
                    R"(Write codes of BCP 47 in small letters, such as "fr", "nl" or "ar".)");
        return std::nullopt;
    }
    if (std::find(before.begin(), before.end(), *value) != before.end()) {
        draft.wrong(node, fmt::format("\"{}\" is in the list twice.", *value), "Leave one of them out.");
        return std::nullopt;
    }
    return value;
}

std::optional<std::vector<std::string>> read_languages(toml::node const& node, Draft& draft) {
    toml::array const* const array = node.as_array();
    if (array == nullptr) {
        draft.wrong(node, "This is not a list.", R"(Write language codes in brackets: ["fr", "nl"].)");
        return std::nullopt;
    }
    std::vector<std::string> languages;
    for (toml::node const& element : *array)
        if (auto code = read_language(element, languages, draft)) languages.push_back(std::move(*code));
    return languages;
}

std::optional<UnreadWords> read_unread(toml::node const& node, Draft& draft) {
    std::string const cure = R"(Write "core", "all" or "none".)";
    auto const value = read_string(node, draft, cure);
    if (!value) return std::nullopt;
    for (auto const& [word, unread] : unread_settings)
        if (*value == word) return unread;
    draft.wrong(node, fmt::format("visit.unread cannot be \"{}\".", *value), cure);
    return std::nullopt;
}

std::optional<std::string> read_profile(toml::node const& node, Draft& draft) {
    static std::regex const shape("[a-z][a-z0-9_-]{0,39}");
    std::string const cure = R"(Write the name of a file in data/profiles without its ending: "hospital".)";
    auto value = read_string(node, draft, cure);
    if (!value || std::regex_match(*value, shape)) return value;
    draft.wrong(node, fmt::format("\"{}\" is not the name of a profile.", *value), cure);
    return std::nullopt;
}

std::optional<std::string> read_timezone(toml::node const& node, Draft& draft) {
    std::string const cure = R"(Write a name that "timedatectl list-timezones" knows: "Europe/Brussels".)";
    auto value = read_string(node, draft, cure);
    if (!value || is_timezone(*value)) return value;
    draft.wrong(node, fmt::format("This machine knows no time zone \"{}\".", *value), cure);
    return std::nullopt;
}

std::optional<std::string> read_path(toml::node const& node, Draft& draft) {
    auto value = read_string(node, draft, "Write the path of a snapshot between quotation marks.");
    // Empty is the embedded directory, as if the key were not there.
    if (!value || value->empty() || value->front() == '/') return value;
    draft.wrong(node, fmt::format("The path \"{}\" depends on where the kiosk was started.", *value),
                "Write it from the root: \"/var/lib/halte/directory.halte\".");
    return std::nullopt;
}

}  // namespace halte
