#include "printers.h"

#include <array>

#include "control_ids.h"

namespace halte::printers {
namespace {

constexpr std::array phases{"untouched", "running", "veiled", "ended"};
constexpr std::array sizes{"normal", "large", "largest"};
constexpr std::array contrasts{"soft", "black-on-white", "white-on-black"};

struct Namer {
    std::string operator()(Touch const&) const { return "touch"; }
    std::string operator()(Press const&) const { return "press"; }
    std::string operator()(MoveFocus const& what) const { return "focus " + what.to.control.words; }
    std::string operator()(ChooseLanguage const& what) const { return "language " + what.language; }
    std::string operator()(ReadSource const& what) const { return "source " + what.language; }
    std::string operator()(ChooseOtherLanguage const& what) const { return "other-language " + what.language; }
    std::string operator()(ChooseTextSize const& what) const {
        return std::string("size ") + sizes.at(std::size_t(what.size));
    }
    std::string operator()(ChooseContrast const& what) const {
        return std::string("contrast ") + contrasts.at(std::size_t(what.contrast));
    }
    std::string operator()(ChooseSpacing const& what) const {
        return what.spacing == TextSpacing::airy ? "spacing airy" : "spacing usual";
    }
    std::string operator()(ChooseReach const& what) const {
        return what.reach == Reach::low ? "reach low" : "reach everywhere";
    }
    std::string operator()(ChooseTown const& what) const { return what.town.empty() ? "town" : "town " + what.town; }
    std::string operator()(Open const& what) const {
        return "open " + name(what.screen) + (what.subject.empty() ? "" : " " + what.subject);
    }
    std::string operator()(Back const&) const { return "back"; }
    std::string operator()(Scroll const&) const { return "scroll"; }
    std::string operator()(Leave const&) const { return "leave"; }
    std::string operator()(Continue const&) const { return "continue"; }
    std::string operator()(StartAgain const&) const { return "start-again"; }
    std::string operator()(Tick const&) const { return "tick"; }
};

}  // namespace

/// As the identity of a control that opens it says: "open.general-lines".
std::string name(Screen screen) { return id_of(Open{screen, {}}).words.substr(std::string("open.").size()); }
std::string name(Phase phase) { return phases.at(std::size_t(phase)); }
std::string name(What const& what) { return std::visit(Namer{}, what); }

Screen screen_named(std::string const& name) {
    for (std::size_t at = 0; at < screen_traits.size(); ++at)
        if (name == printers::name(Screen(at))) return Screen(at);
    must(false && "a journey names a screen that is none");
    return Screen::welcome;
}

}  // namespace halte::printers
