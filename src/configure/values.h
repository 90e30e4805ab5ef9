#pragma once
/// Reading one value of a shape: the value, or nothing after having told the draft what is wrong with it.

#include "keys.h"

namespace halte {

struct NumberRange {
    double least;
    double most;
    std::string_view unit;
    std::string_view example;
};

/// A line of at most `longest` characters.
std::optional<std::string> read_text(toml::node const& node, std::size_t longest, Draft& draft);
std::optional<double> read_number(toml::node const& node, NumberRange const& range, Draft& draft);
std::optional<Milliseconds> read_seconds(toml::node const& node, int shortest, int longest, Draft& draft);
std::optional<Milliseconds> read_milliseconds(toml::node const& node, int shortest, int longest, Draft& draft);
/// One of the words for it.
std::optional<Switches> read_switches(toml::node const& node, Draft& draft);
/// An array of the X server's numbers of keys; none is right as well.
std::optional<std::vector<int>> read_key_codes(toml::node const& node, Draft& draft);
std::optional<bool> read_high_contrast(toml::node const& node, Draft& draft);
std::optional<bool> read_shelf_in_front(toml::node const& node, Draft& draft);
/// A quarter turn, in degrees.
std::optional<int> read_rotation(toml::node const& node, Draft& draft);
/// The name of an output of the X server. Whether there is one, `halte --check` looks.
std::optional<std::string> read_output(toml::node const& node, Draft& draft);
/// Digits as they are to be read, or "".
std::optional<std::string> read_phone(toml::node const& node, Draft& draft);
/// An array of codes shaped as BCP 47 has them. Which of them exist, the directory knows.
std::optional<std::vector<std::string>> read_languages(toml::node const& node, Draft& draft);
/// One of the words for it.
std::optional<UnreadWords> read_unread(toml::node const& node, Draft& draft);
/// The name of a profile. Whether it exists, the directory knows.
std::optional<std::string> read_profile(toml::node const& node, Draft& draft);
/// A name of the system's tzdata.
std::optional<std::string> read_timezone(toml::node const& node, Draft& draft);
/// A path that does not depend on where a program was started.
std::optional<std::string> read_path(toml::node const& node, Draft& draft);

}  // namespace halte
