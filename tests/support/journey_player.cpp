#include "journey_player.h"

#include <fmt/format.h>

#include <ctime>
#include <sstream>

#include "printers.h"

namespace halte::journeys {

std::pair<std::string, std::string> split_at(std::string const& text, std::string const& mark) {
    auto const at = text.find(mark);
    if (at == std::string::npos) return {text, ""};
    return {text.substr(0, at), text.substr(at + mark.size())};
}

std::string plain(std::string words) {
    for (auto at = words.find("\u00A0"); at != std::string::npos; at = words.find("\u00A0", at))
        words.replace(at, 2, " ");
    return words;
}

static What event_of(std::string const& words) {
    auto const [verb, rest] = split_at(words, " ");
    if (verb == "language") return ChooseLanguage{rest};
    if (verb == "source") return ReadSource{rest};
    if (verb == "other-language") return ChooseOtherLanguage{rest};
    if (verb == "size")
        return ChooseTextSize{rest == "largest" ? TextSize::largest
                              : rest == "large" ? TextSize::large
                                                : TextSize::normal};
    if (verb == "contrast")
        return ChooseContrast{rest == "white-on-black"   ? Contrast::white_on_black
                              : rest == "black-on-white" ? Contrast::black_on_white
                                                         : Contrast::soft};
    if (verb == "spacing") return ChooseSpacing{rest == "airy" ? TextSpacing::airy : TextSpacing::usual};
    if (verb == "reach") return ChooseReach{rest == "low" ? Reach::low : Reach::everywhere};
    if (verb == "town") return ChooseTown{rest};
    if (verb == "back") return Back{};
    if (verb == "leave") return Leave{};
    if (verb == "continue") return Continue{};
    if (verb == "start-again") return StartAgain{};
    auto const [screen, subject] = split_at(rest, " ");
    return Open{printers::screen_named(screen), subject};
}

void Player::happen_as(std::string const& event) { happen(event_of(event)); }

void Player::wait(std::string const& seconds) {
    now += std::chrono::milliseconds(int(std::stod(seconds) * 1000));
    happen(Tick{});
}

std::string Player::state(std::string const& verb) const {
    if (verb == "touches") return std::to_string(touches);
    if (verb == "phase") return printers::name(visit.phase);
    std::string const& subject = visit.here().subject;
    return printers::name(visit.here().screen) + (subject.empty() ? "" : " " + subject);
}

std::string Player::check(Step const& step) const {
    std::string const is = state(step.verb);
    return is == step.words ? "" : fmt::format("line {}: {} is {}, not {}", step.line, step.verb, is, step.words);
}

void stand(Terminal& terminal, Step const& step) {
    std::istringstream words(step.words);
    Coordinates place;
    words >> terminal.profile >> place.latitude >> place.longitude;
    terminal.coordinates = place;
}

std::time_t time_of(std::string const& words) {
    std::tm parts{};
    strptime(words.c_str(), "%Y-%m-%d %H:%M", &parts);
    parts.tm_isdst = -1;
    return std::mktime(&parts);
}

}  // namespace halte::journeys
