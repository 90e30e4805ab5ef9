#pragma once
/// Every screen is a function of a Visit: it asks the directory, composes widgets of the canvas and says what each
/// button does. It keeps nothing. What is shown follows from the arguments alone, the clock of the place included.

#include <halte/canvas.h>
#include <halte/directory.h>
#include <halte/visit.h>
#include <map>

namespace halte {

/// What a technician set up, as far as screens show it.
struct Terminal {
    std::string place_name;
    std::string place_detail;
    std::string address;
    std::string profile = "hospital";
    std::optional<Coordinates> coordinates;
    std::vector<Language> languages;       ///< in the order of the welcome screen; the first one is the terminal's own
    std::vector<Language> show_languages;  ///< of who reads the words that a visitor shows, in the order of the sheet
    std::string interpreter_phone;         ///< the house's own number for interpreters; may be empty
    Switches switches = Switches::none;    ///< somebody uses one or two of them instead of keys
    bool only_read = false;                ///< words that no speaker has read are shown in the source language
    Date known_past = {};                  ///< a clock that shows an earlier day is wrong, and no hours are told by it
};
/// Those of the settings that the directory has; the source language where it has none of them.
std::vector<Language> show_languages_of(Directory const& directory, std::vector<std::string> const& wanted);

/// The snapshot's icons for a canvas; `directory` must outlive it.
IconSource icons_of(Directory const& directory);

struct Moment {
    WallTime wall;
    Instant now;
};

using What = decltype(Event::what);
/// What each control of a frame does, but for the one that turns its page.
class Actions {
public:
    /// No other control of the frame has that id.
    void add(ControlId const& id, What what);
    /// Nothing when there is no such control. It lasts as long as these actions.
    [[nodiscard]] What const* find(ControlId const& id) const;
    [[nodiscard]] std::map<ControlId, What> const& all() const { return m_all; }

private:
    std::map<ControlId, What> m_all;
};

/// Draws one frame of what `visit` shows into `canvas`, between begin() and end() of its own.
Actions draw(Visit const& visit, Directory const& directory, Terminal const& terminal, Moment const& moment,
             Canvas& canvas);

}  // namespace halte
