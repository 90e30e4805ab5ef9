#include "control_ids.h"

#include <array>

namespace halte {
namespace {

/// In the order of `Screen`.
constexpr std::array screens{"welcome",       "situations",    "services",    "service",  "general-lines",
                             "authors",       "unconfirmed",   "emergency",   "language", "places",
                             "without-phone", "words-to-show", "shown-words", "keys"};
static_assert(screens.size() == screen_traits.size(), "A screen has no name for the controls that open it.");
/// In the order of `TextSize`.
constexpr std::array sizes{"normal", "large", "largest"};
constexpr std::array contrasts{"soft", "black-on-white", "white-on-black"};

std::string with(std::string words, std::string const& subject) {
    return subject.empty() ? words : std::move(words) + "." + subject;
}

struct Namer {
    std::string operator()(ChooseLanguage const& what) const { return with("language", what.language); }
    std::string operator()(ReadSource const& what) const { return with("read-source", what.language); }
    std::string operator()(ChooseOtherLanguage const& what) const { return with("other-language", what.language); }
    std::string operator()(ChooseTextSize const& what) const {
        return with("text-size", sizes.at(std::size_t(what.size)));
    }
    std::string operator()(ChooseContrast const& what) const {
        return with("contrast", contrasts.at(std::size_t(what.contrast)));
    }
    std::string operator()(ChooseSpacing const& what) const {
        return with("spacing", what.spacing == TextSpacing::airy ? "airy" : "usual");
    }
    /// One key for both: it takes back what it did.
    std::string operator()(ChooseReach const&) const { return "reach"; }
    std::string operator()(ChooseTown const& what) const { return with("town", what.town); }
    std::string operator()(Open const& what) const {
        return with(with("open", screens.at(std::size_t(what.screen))), what.subject);
    }
    std::string operator()(Back const&) const { return "back"; }
    std::string operator()(Leave const&) const { return "leave"; }
    std::string operator()(Continue const&) const { return "continue"; }
    std::string operator()(StartAgain const&) const { return "start-again"; }
    // What happens without a control:
    std::string operator()(Touch const&) const { return {}; }
    std::string operator()(Press const&) const { return {}; }
    std::string operator()(MoveFocus const&) const { return {}; }
    std::string operator()(Scroll const&) const { return {}; }
    std::string operator()(Tick const&) const { return {}; }
};

}  // namespace

ControlId id_of(What const& what) { return {std::visit(Namer{}, what)}; }

void Actions::add(ControlId const& id, What what) {
    must(!id.words.empty() && m_all.emplace(id, std::move(what)).second);
}

What const* Actions::find(ControlId const& id) const {
    auto const found = m_all.find(id);
    return found == m_all.end() ? nullptr : &found->second;
}

}  // namespace halte
