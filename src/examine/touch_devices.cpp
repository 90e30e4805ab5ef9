#include "touch_devices.h"

#include <linux/input-event-codes.h>

#include <climits>
#include <cstdlib>
#include <map>
#include <utility>

namespace halte {

bool has_bit(std::string const& bitmap, unsigned bit) {
    constexpr unsigned bits_of_a_word = sizeof(unsigned long) * CHAR_BIT;
    std::vector<std::string> const words = words_of(bitmap);
    std::size_t const from_the_end = bit / bits_of_a_word + 1;
    if (from_the_end > words.size()) return false;
    unsigned long const word = std::strtoul(words[words.size() - from_the_end].c_str(), nullptr, 16);
    return (word >> (bit % bits_of_a_word) & 1U) != 0;
}

/// One paragraph of the file: `N: Name="ILITEK"`, `B: ABS=260800000000003` become Name and ABS.
static std::map<std::string, std::string> fields_of(std::vector<std::string> const& paragraph) {
    std::map<std::string, std::string> fields;
    for (std::string const& line : paragraph) {
        std::size_t const equals = line.find('=');
        if (line.size() > 3 && equals != std::string::npos)
            fields[line.substr(3, equals - 3)] = line.substr(equals + 1);
    }
    return fields;
}

/// udev keeps what it found out of a device under its numbers; those of event5 are 13:69.
static bool udev_says_so(Tree const& tree, std::string const& handlers) {
    for (std::string const& handler : words_of(handlers)) {
        if (!handler.starts_with("event")) continue;
        std::string const numbers = tree.line("/sys/class/input/" + handler + "/dev");
        std::string const known = tree.text("/run/udev/data/c" + numbers).value_or("");
        if (known.find("E:ID_INPUT_TOUCHSCREEN=1") != std::string::npos) return true;
    }
    return false;
}

static std::string without_quotes(std::string const& name) {
    return name.size() >= 2 && name.front() == '"' ? name.substr(1, name.size() - 2) : name;
}

std::vector<std::string> read_touch_devices(Tree const& tree) {
    std::vector<std::string> found;
    std::vector<std::string> paragraph;
    auto const look = [&] {
        auto fields = fields_of(std::exchange(paragraph, {}));
        bool const direct = has_bit(fields["PROP"], INPUT_PROP_DIRECT) && has_bit(fields["ABS"], ABS_MT_POSITION_X);
        if (direct || udev_says_so(tree, fields["Handlers"])) found.push_back(without_quotes(fields["Name"]));
    };
    for (std::string const& line : lines_of(tree.text("/proc/bus/input/devices").value_or("")))
        if (line.empty())
            look();
        else
            paragraph.push_back(line);
    look();
    return found;
}

}  // namespace halte
