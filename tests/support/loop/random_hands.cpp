#include "random_hands.h"

#include <doctest/doctest.h>
#include <halte/enumerators.h>
#include <halte/focus_order.h>

#include <random>

namespace halte::given {
namespace {

/// Hands that press what they like. They go on to the next visit where one ends.
class RandomHands {
public:
    RandomHands(Switches switches, unsigned seed, Stage const& stage)
        : m_switches(switches), m_random(seed), m_stage(stage) {}

    /// How many presses came.
    int play(int count) {
        Machine machine(m_stage);
        machine.terminal.switches = m_switches;
        machine.key_pace.double_strike = Milliseconds(0);
        m_machine = &machine;
        m_left = count;
        machine.pass(Milliseconds(600));
        come_again();
        m_by_keys = false;
        ExitCode const ended = machine.run();
        CHECK(ended == ExitCode::closed);
        return count - m_left;
    }

private:
    void come_again() {
        m_machine->give([this] {
            check();
            if (m_left > 0 && m_machine->count("ended") == 0) come_again();
            return turn();
        });
    }

    std::vector<Input> turn() {
        m_machine->told.clear();
        m_machine->frames.clear();
        m_machine->patience.clear();
        // Now and then they rest: the veil comes, or a key that was left down repeats itself.
        m_machine->clock.shown += Milliseconds(between(0, 29) > 0 ? between(1, 900) : between(1'000, 150'000));
        Instant const now = m_machine->clock.shown;
        --m_left;
        if (m_resting) return lift(now);
        if (between(0, 9) == 0) return touch(now);
        KeyMeaning const meaning = meaning_now();
        m_by_keys = true;
        std::vector<Input> inputs{KeyPress{meaning, now, int(meaning), true}};
        if (between(0, 9) > 0) inputs.emplace_back(KeyPress{meaning, now, int(meaning), false});
        return inputs;
    }

    /// What ends a visit comes less often, so that visits come far.
    KeyMeaning meaning_now() {
        auto const meaning = KeyMeaning(between(0, int(count_of_values<KeyMeaning>()) - 1));
        return meaning == KeyMeaning::leave && between(0, 9) > 0 ? KeyMeaning::activate : meaning;
    }

    std::vector<Input> touch(Instant now) {
        m_by_keys = false;
        auto const x = float(between(0, m_machine->shape.width_px - 1));
        auto const y = float(between(0, m_machine->shape.height_px - 1));
        m_resting = Finger{FingerPhase::down, x, y, now};
        return {*m_resting};
    }

    /// Now and then beside what it came down on.
    std::vector<Input> lift(Instant now) {
        Finger finger = *std::exchange(m_resting, std::nullopt);
        finger.phase = FingerPhase::up;
        finger.at = now;
        if (between(0, 4) == 0) finger.x = float(between(0, m_machine->shape.width_px - 1));
        return {finger};
    }

    /// What was drawn after the last press, unless that was a finger's or ended the visit.
    void check() {
        bool const drawn = !m_machine->patience.empty() && m_machine->patience.back() != Milliseconds(0);
        if (!m_by_keys || !drawn || m_machine->count("ended") > 0) return;
        AccessibilityTree const& tree = m_machine->canvas.tree();
        REQUIRE_FALSE(tree.focus.control.words.empty());
        REQUIRE(FocusOrder(tree).has(tree.focus.control));
        auto const found = std::ranges::find(tree.nodes, tree.focus.control, &Node::id);
        CHECK_MESSAGE(found->visible.h > 0, found->name);
    }

    int between(int least, int most) { return std::uniform_int_distribution<int>(least, most)(m_random); }

    Switches m_switches;
    std::mt19937 m_random;
    Stage m_stage;
    Machine* m_machine = nullptr;
    int m_left = 0;
    bool m_by_keys = false;
    std::optional<Finger> m_resting;
};

}  // namespace

int play_at_random(int presses, Switches switches, unsigned seed, Stage const& stage) {
    return RandomHands(switches, seed, stage).play(presses);
}

}  // namespace halte::given
