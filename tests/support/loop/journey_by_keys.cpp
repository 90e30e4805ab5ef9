#include "journey_by_keys.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "support/journey_player.h"

namespace halte::given {
namespace {

using journeys::Hand;
using journeys::Step;
using Controls = std::set<std::string>;

Controls controls_of(AccessibilityTree const& tree) {
    Controls controls;
    for (Node const& node : tree.nodes)
        if (is_control(node.role) && !node.turns_page) controls.insert(node.id.words + ": " + node.name);
    return controls;
}

Node const* control_named(AccessibilityTree const& tree, std::string const& name) {
    auto const found = std::ranges::find_if(tree.nodes, [&](Node const& node) {
        return is_control(node.role) && journeys::plain(node.name) == name && node.rect.h > 0;
    });
    return found == tree.nodes.end() ? nullptr : &*found;
}

/// One journey. Whatever the loop waits for, a turn of this comes of it.
class ByHand {
public:
    ByHand(journeys::Journey const& journey, Hand hand, Stage const& stage)
        : m_hand(hand), m_steps(journey.steps), m_machine(stage) {
        m_machine.terminal.switches = journeys::switches_of(hand);
        // The times of journeys are those of fingers; and within them one switch has to reach everything.
        m_machine.first.pace.inactivity_keys = Milliseconds(0);
        m_machine.key_pace.scan_step = Milliseconds(600);
        set_the_stage();
    }

    std::string play() {
        m_player.visit = m_machine.first;
        m_machine.pass(Milliseconds(600));
        come_again();
        m_machine.run();
        return m_fault;
    }

private:
    void set_the_stage() {
        for (Step const& step : m_steps) {
            if (step.verb == "terminal") stand(m_machine.terminal, step);
            if (step.verb == "clock") m_machine.clock.wall_shown = wall_time(journeys::time_of(step.words));
        }
    }

    void come_again() {
        m_machine.give([this] {
            std::vector<Input> const inputs = turn();
            if (m_fault.empty() && m_at < m_steps.size()) come_again();
            return inputs;
        });
    }

    /// Nothing while the page is not yet as it will stay.
    std::vector<Input> turn() {
        bool const due = m_machine.patience.back() == Milliseconds(0);
        if (due || m_machine.canvas.moving()) {
            m_machine.clock.shown += Milliseconds(due ? 0 : 16);
            return {};
        }
        if (++m_turns > most_turns) return miss("comes to no end");
        Step const& step = m_steps[m_at];
        if (m_arrived && !is_there()) return miss("is not where it leads");
        m_arrived = false;
        if (step.verb == "touch") return touch(step);
        ++m_at;
        if (step.verb == "brush") return brush();
        if (step.verb == "wait") return wait(step), std::vector<Input>{};
        if (step.verb == "see" || step.verb == "at-once" || step.verb == "never") return look(step);
        if (step.verb != "terminal" && step.verb != "clock") m_fault = m_player.check(step);
        return {};
    }

    std::vector<Input> touch(Step const& step) {
        AccessibilityTree const& tree = m_machine.canvas.tree();
        Node const* const control = control_named(tree, step.words);
        if (control == nullptr) return miss("has no control of that name");
        auto const press = next_pressing(m_hand, tree, control->id);
        if (!press) return pause();
        m_machine.clock.shown += Milliseconds(550);
        Instant const now = m_machine.clock.shown;
        if (press->is_the_last) arrive(step, now);
        return {KeyPress{press->meaning, now, int(press->meaning), true},
                KeyPress{press->meaning, now, int(press->meaning), false}};
    }

    /// Until the focus goes on; where it waits for a press, it gets one.
    std::vector<Input> pause() {
        m_machine.clock.shown += Milliseconds(50);
        if (m_machine.canvas.focus() != m_last_focus) m_focus_since = m_machine.clock.shown;
        m_last_focus = m_machine.canvas.focus();
        if (m_machine.clock.shown - m_focus_since < 4 * m_machine.key_pace.scan_step) return {};
        m_focus_since = m_machine.clock.shown;
        return {KeyPress{KeyMeaning::activate, m_machine.clock.shown, 1, true}};
    }

    void arrive(Step const& step, Instant now) {
        ++m_player.touches;
        m_player.now = now;
        m_player.happen_as(step.event);
        m_arrived = true;
        ++m_at;
    }

    std::vector<Input> brush() {
        Instant const now = m_machine.clock.shown += Milliseconds(500);
        m_player.now = now;
        m_player.happen(Touch{});
        return {Finger{FingerPhase::down, 2, 2, now}, Finger{FingerPhase::up, 2, 2, now}};
    }

    void wait(Step const& step) {
        m_player.now = m_machine.clock.shown;
        m_player.wait(step.words);
        m_machine.clock.shown = m_player.now;
        m_arrived = true;
    }

    std::vector<Input> look(Step const& step) {
        bool const seen = std::ranges::any_of(m_machine.canvas.tree().nodes, [&](Node const& node) {
            return journeys::plain(node.name).find(step.words) != std::string::npos;
        });
        if (seen != (step.verb != "never")) --m_at, miss("shows something else");
        return {};
    }

    [[nodiscard]] bool is_there() {
        draw(m_player.visit, m_machine.directory, m_machine.terminal, {m_machine.clock.wall_shown, m_player.now},
             m_expected);
        return controls_of(m_expected.tree()) == controls_of(m_machine.canvas.tree());
    }

    std::vector<Input> miss(std::string const& what) {
        Step const& step = m_steps[std::min(m_at, m_steps.size() - 1)];
        m_fault = fmt::format("line {}: \"{}\" {}", step.line, step.words, what);
        return {};
    }

    static constexpr int most_turns = 20'000;
    Hand m_hand;
    std::vector<Step> m_steps;
    Machine m_machine;
    Canvas m_expected = Canvas::create(m_machine.shape, icons_of(m_machine.directory)).value();
    journeys::Player m_player;
    std::size_t m_at = 0;
    int m_turns = 0;
    bool m_arrived = false;
    Focus m_last_focus{};
    Instant m_focus_since{};
    std::string m_fault;
};

}  // namespace

std::string play_by_keys(journeys::Journey const& journey, journeys::Hand hand, Stage const& stage) {
    return ByHand(journey, hand, stage).play();
}

std::vector<std::filesystem::path> journey_files() {
    std::vector<std::filesystem::path> found;
    for (auto const& entry : std::filesystem::directory_iterator(HALTE_SOURCE "/tests/journeys"))
        if (entry.path().extension() == ".journey") found.push_back(entry.path());
    std::ranges::sort(found);
    REQUIRE(found.size() >= 30);
    return found;
}

}  // namespace halte::given
