#include "key_commands.h"

#include <algorithm>

namespace halte {
namespace {

constexpr int most_rounds = 2;

std::optional<FocusWay> way_of(KeyMeaning meaning) {
    switch (meaning) {
        case KeyMeaning::next:
            return FocusWay::next;
        case KeyMeaning::previous:
            return FocusWay::previous;
        case KeyMeaning::next_group:
            return FocusWay::next_group;
        case KeyMeaning::previous_group:
            return FocusWay::previous_group;
        default:
            return std::nullopt;
    }
}

/// What the control under the focus does.
Command pressed(KeyedPage const& page) {
    if (What const* const what = page.actions.find(page.focus.control)) return {.what = *what};
    return {.turns_page = true};
}

/// Of a key that does the same wherever the focus is.
std::optional<What> anywhere(KeyMeaning meaning) {
    switch (meaning) {
        case KeyMeaning::back:
            return Back{};
        case KeyMeaning::leave:
            return Leave{};
        case KeyMeaning::help:
            return Open{Screen::keys, {}};
        default:
            return std::nullopt;  // what speech will need
    }
}

}  // namespace

/// The first key that moves or presses only shows where the focus is: nobody presses what they do not see chosen.
Command KeyCommands::strike(KeyMeaning meaning, KeyedPage const& page, Instant now) {
    if (auto const what = anywhere(meaning)) return {.what = what};
    bool const seen = !page.focus.control.words.empty();
    if (m_switches != Switches::none && (meaning == KeyMeaning::activate || meaning == KeyMeaning::next)) {
        if (seen) return by_switch(meaning, page, now);
        begin_round(now);
        return {};
    }
    if (!seen) return {};
    if (meaning == KeyMeaning::activate) return pressed(page);
    auto const way = way_of(meaning);
    if (!way) return {};
    return {.focus = Focus{FocusOrder(page.tree).moved(page.focus.control, *way)}};
}

Command KeyCommands::by_switch(KeyMeaning meaning, KeyedPage const& page, Instant now) {
    bool const waits = m_switches == Switches::one && !m_due;
    if (waits) {
        begin_round(now);
        return {};
    }
    if (meaning == KeyMeaning::activate) return choose(page, now);
    return {.focus = advanced(FocusOrder(page.tree), page.focus)};
}

/// A group of one control is that control. A page that was turned is read before the focus goes on.
Command KeyCommands::choose(KeyedPage const& page, Instant now) {
    begin_round(now);
    FocusOrder const order(page.tree);
    bool const several = order.groups()[order.group_of(page.focus.control)].size() > 1;
    if (page.focus.whole_group && several) return {.focus = Focus{page.focus.control}};
    Command const command = pressed(page);
    if (command.turns_page) stop();
    return command;
}

void KeyCommands::begin_round(Instant now) {
    m_rounds = 0;
    m_round_began_at = {};
    if (m_switches == Switches::one) m_due = now + 2 * m_step;
}

void KeyCommands::page_shown(Instant now) {
    bool const goes_on = m_due.has_value();
    stop();
    if (goes_on) begin_round(now);
}

void KeyCommands::stop() {
    m_rounds = 0;
    m_round_began_at = {};
    m_due.reset();
}

/// One step, from group to group round the whole page, the header and the sill included; or within a group.
Focus KeyCommands::advanced(FocusOrder const& order, Focus const& from) {
    std::size_t const at = order.group_of(from.control);
    FocusOrder::Group const& group = order.groups()[at];
    if (!from.whole_group) return advanced_in_group(group, from.control);
    if (m_round_began_at.words.empty()) m_round_began_at = group.front();
    ControlId const next = order.groups()[(at + 1) % order.groups().size()].front();
    if (next == m_round_began_at) ++m_rounds;
    return {next, true};
}

/// After its last control comes the whole group again: the way out of it. With one switch, once it was gone through
/// twice.
Focus KeyCommands::advanced_in_group(FocusOrder::Group const& group, ControlId const& from) {
    auto const next = std::ranges::find(group, from) + 1;
    if (next != group.end()) return {*next};
    int const rounds = m_switches == Switches::one ? most_rounds : 1;
    if (++m_rounds < rounds) return {group.front()};
    m_rounds = 0;
    m_round_began_at = {};
    return {group.front(), true};
}

Command KeyCommands::wait(KeyedPage const& page, Instant now) {
    if (!m_due || now < *m_due || page.focus.control.words.empty()) return {};
    Focus const next = advanced(FocusOrder(page.tree), page.focus);
    bool const over = next.whole_group && m_rounds >= most_rounds;
    bool const first = m_round_began_at == next.control;
    m_due = over ? std::nullopt : std::optional(now + (first ? 2 : 1) * m_step);
    return {.focus = next};
}

}  // namespace halte
