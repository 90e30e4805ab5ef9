#include "outputs.h"

#include <sstream>

#include "process.h"

namespace halte::rig {

std::string xrandr(std::vector<std::string> const& words) {
    std::vector<std::string> all{"xrandr"};
    all.insert(all.end(), words.begin(), words.end());
    Ran const ran = run(all);
    if (ran.status != 0) throw std::runtime_error("xrandr failed: " + ran.complaints);
    return ran.said;
}

std::optional<std::string> output_that_is(std::string const& state) {
    std::istringstream lines(xrandr({"--query"}));
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string name;
        std::string is;
        if (words >> name >> is && name != "Screen" && is == state) return name;
    }
    return std::nullopt;
}

void add_mode(std::string const& output, std::string const& name, std::string const& timing) {
    std::vector<std::string> words{"--newmode", name};
    std::istringstream numbers(timing);
    for (std::string number; numbers >> number;) words.push_back(number);
    xrandr(words);
    xrandr({"--addmode", output, name});
}

}  // namespace halte::rig
