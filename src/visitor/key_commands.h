#pragma once
/// What a stroke of a key or switch comes to on the page drawn last, and how the focus goes on by itself for somebody
/// with one switch. Times in, commands out: it draws nothing and changes no visit.

#include <halte/focus_order.h>
#include <halte/key_rules.h>
#include <halte/screens.h>

namespace halte {

/// At most one of them.
struct Command {
    std::optional<Focus> focus{};
    std::optional<What> what{};
    bool turns_page = false;
};

/// What a stroke acts on. `focus` is the one that is drawn; no control while a finger leads.
struct KeyedPage {
    AccessibilityTree const& tree;
    Actions const& actions;
    Focus focus;
};

class KeyCommands {
public:
    KeyCommands(Switches switches, Milliseconds scan_step) : m_switches(switches), m_step(scan_step) {}
    Command strike(KeyMeaning meaning, KeyedPage const& page, Instant now);
    /// Another page is on the screen since then: what was begun on the one before is forgotten.
    void page_shown(Instant now);
    /// The focus goes on where its time has come.
    Command wait(KeyedPage const& page, Instant now);
    [[nodiscard]] std::optional<Instant> next_change() const { return m_due; }
    /// A finger leads.
    void stop();

private:
    [[nodiscard]] Command by_switch(KeyMeaning meaning, KeyedPage const& page, Instant now);
    [[nodiscard]] Command choose(KeyedPage const& page, Instant now);
    [[nodiscard]] Focus advanced(FocusOrder const& order, Focus const& from);
    [[nodiscard]] Focus advanced_in_group(FocusOrder::Group const& group, ControlId const& from);
    void begin_round(Instant now);

    Switches m_switches;
    Milliseconds m_step;
    int m_rounds = 0;              ///< that are over, of the groups or within one
    ControlId m_round_began_at{};  ///< the group; none: the next step says
    std::optional<Instant> m_due;  ///< of the next step, with one switch; nothing while it waits for a press
};

}  // namespace halte
