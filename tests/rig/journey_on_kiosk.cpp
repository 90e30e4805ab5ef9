#include "journey_on_kiosk.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "kiosk.h"
#include "support/journey_player.h"
#include "support/scenes.h"

namespace halte::rig {
namespace {

using journeys::Step;
using Controls = std::set<std::string>;

constexpr Milliseconds sign_of_life{2000};  ///< a visitor process that sleeps wakes at least so often
constexpr Milliseconds slack{5000};

/// The identity and the name of each.
Controls controls_of(AccessibilityTree const& tree) {
    Controls controls;
    for (Node const& node : tree.nodes)
        if (is_control(node.role) && !node.turns_page)
            controls.insert(node.id.words + ": " + with_plain_spaces(node.name));
    return controls;
}

/// Tuesday morning, after the day of the snapshot: what a journey without a clock is read at.
std::time_t usual_time(Directory const& directory) {
    std::time_t const day = journeys::time_of(iso(directory.as_of()) + " 10:24");
    for (int after = 1;; ++after)
        if (wall_time(day + after * 86'400).weekday == 1) return day + after * 86'400;
}

/// Where everything of a page stands.
std::string standing_of(SeenScreen const& screen) {
    std::string all;
    for (Node const& node : screen.tree.nodes) all += fmt::format("{},{} ", node.rect.x, node.rect.y);
    return all;
}

class OnKiosk {
public:
    OnKiosk(Directory const& directory, journeys::Hand hand)
        : m_directory(directory),
          m_hand(hand),
          m_terminal(scenes::example_terminal(directory)),
          m_shape{rig().options().width, rig().options().height, 15},
          m_wall(usual_time(directory)) {
        m_player.visit.language = m_player.visit.first_language = m_terminal.languages.front().code;
    }

    std::string play(Step const& step) try {
        if (step.verb == "terminal") return stand(m_terminal, step), "";
        if (step.verb == "clock") return m_wall = journeys::time_of(step.words), "";
        if (!m_kiosk) open();
        if (step.verb == "touch") return touch(step), "";
        if (step.verb == "brush") return brush(), "";
        if (step.verb == "wait") return wait(step), "";
        if (step.verb == "see" || step.verb == "never" || step.verb == "at-once") return look(step);
        return check(step);
    } catch (Missed const& fault) {
        return fmt::format("line {}: {}", step.line, fault.what());
    }

private:
    /// With the times of the product, not the shortest ones, in the hour that the journey asks for.
    void open() {
        Pace const pace;
        auto const seconds = [](Milliseconds time) { return int(time.count() / 1000); };
        m_kiosk.emplace(KioskOptions{.settings = {.profile = m_terminal.profile,
                                                  .latitude = m_terminal.coordinates->latitude,
                                                  .longitude = m_terminal.coordinates->longitude,
                                                  .inactivity_seconds = seconds(pace.inactivity),
                                                  .inactivity_reading_seconds = seconds(pace.inactivity_reading),
                                                  .countdown_seconds = seconds(pace.countdown),
                                                  .timezone = "Europe/Brussels",
                                                  .unread = "all",
                                                  .hands = hands_settings()},
                                     .environment = {fmt::format("HALTE_WALL={}", m_wall)}});
        m_first = m_kiosk->visitor();
    }

    /// With keys a journey has the times that it has with a finger.
    [[nodiscard]] std::string hands_settings() const {
        constexpr char const* usual = "double_strike_ms = 0\nscan_step_ms = 1000\n";
        switch (switches_of(m_hand)) {
            case Switches::one:
                return std::string(usual) + "switch = \"one\"";
            case Switches::two:
                return std::string(usual) + "switch = \"two\"";
            case Switches::none:
                break;
        }
        return usual;
    }

    void touch(Step const& step) {
        if (m_hand == journeys::Hand::finger)
            m_kiosk->touch(step.words);
        else
            press(step.words);
        ++m_player.touches;
        m_player.now += Milliseconds(500);
        m_behind = {};
        m_player.happen_as(step.event);
        if (m_hand == journeys::Hand::finger) touch_again_if_unfelt(step);
        await_where("what \"" + step.words + "\" leads to");
    }

    /// By keys or switches, however many it takes.
    void press(std::string const& name) {
        constexpr int most_presses = 200;
        m_kiosk->await_feeling();
        for (int count = 0; count < most_presses; ++count) {
            m_kiosk->await_still();
            SeenScreen const& seen = m_kiosk->look();
            Node const* const control = anywhere(seen.tree, name);
            if (control == nullptr) throw Missed("There is no control \"" + name + "\".");
            auto const next = next_pressing(m_hand, seen.tree, control->id);
            Focus const before = seen.tree.focus;
            if (next) rig().key(code_of(next->meaning));
            if (next && next->is_the_last) return;
            await_another_focus(before);
        }
        throw Missed("The focus does not come to \"" + name + "\".");
    }

    /// At the end of a list, and while one switch waits, it stays where it is.
    void await_another_focus(Focus const& before) {
        Instant const until = SystemClock().now() + Milliseconds(4'000);
        while (m_kiosk->look().tree.focus == before && SystemClock().now() < until) rest(Milliseconds(10));
    }

    static Node const* anywhere(AccessibilityTree const& tree, std::string const& name) {
        auto const found = std::ranges::find_if(
            tree.nodes, [&](Node const& node) { return is_control(node.role) && node.name == name; });
        return found == tree.nodes.end() ? nullptr : &*found;
    }
    [[nodiscard]] int code_of(KeyMeaning meaning) const {
        constexpr int space_bar = 65;
        if (meaning == KeyMeaning::next && m_hand == journeys::Hand::two_switches) return space_bar;
        return KeyTable::usual().codes_of(meaning).front();
    }

    /// On a machine that is too busy a touch may come late, and then it is taken for one that meant the page before. A
    /// person touches again. It is counted, so that more than a few of them are a fault.
    void touch_again_if_unfelt(Step const& step) {
        constexpr Milliseconds patience{4'000};
        Instant const until = SystemClock().now() + patience;
        while (!is_there_now() && SystemClock().now() < until) rest(Milliseconds(50));
        if (is_there_now() || m_kiosk->look().control(step.words) == nullptr) return;
        ++touches_unfelt();
        m_kiosk->touch(step.words);
    }

    void brush() {
        m_kiosk->await_feeling();
        rig().tap({2, 2});
        if (m_player.visit.phase == Phase::running) m_behind = {};
        m_player.happen(Touch{});
    }

    /// On the real kiosk time passes by itself, too: as long as the visit is to stay as it is, the kiosk is held a
    /// little behind the journey's clock, and catches up when it is not. The process notices when it wakes next.
    void wait(Step const& step) {
        Phase const before = m_player.visit.phase;
        m_player.wait(step.words);
        if (before == Phase::ended) return;
        bool const stays = m_player.visit.phase == before;
        Milliseconds const asked(int(std::stod(step.words) * 1000));
        Milliseconds const behind = stays ? std::min(slack, asked + m_behind) : Milliseconds(0);
        m_kiosk->pass(asked + m_behind - behind);
        m_behind = behind;
        if (stays) rest(sign_of_life);
        await_where("what it is after " + step.words + " s");
    }

    std::string look(Step const& step) {
        bool const wanted = step.verb != "never";
        if (finds(step.words) == wanted) return "";
        return fmt::format("line {}: \"{}\" is {}on the screen", step.line, step.words, wanted ? "not " : "");
    }
    /// Turns the page until it stands as it has stood before: at its end the key leads back to the top. Where the focus
    /// goes on by itself the page may seem to have been turned when that moved: once or twice it stands as before.
    bool finds(std::string const& words) {
        constexpr int most_repeats = 2;
        int repeats = 0;
        for (std::set<std::string> stood;;) {
            m_kiosk->await_feeling();
            m_kiosk->await_still();
            SeenScreen const& seen = m_kiosk->look();
            if (seen.shows(words)) return true;
            if (seen.page_key() == nullptr) return false;
            if (!stood.insert(standing_of(seen)).second && ++repeats > most_repeats) return false;
            m_kiosk->turn_page();
        }
    }

    std::string check(Step const& step) {
        if (step.verb != "touches") await_where("where the journey says");
        return m_player.check(step);
    }

    void await_where(std::string const& what) {
        await(Milliseconds(10'000), what, [this] { return is_there_now(); });
    }
    bool is_there_now() {
        SeenScreen const& screen = m_kiosk->look();
        if (m_player.visit.phase == Phase::ended) return screen.pid != m_first && is_welcome(screen);
        return screen.pid == m_first && controls_of(screen.tree) == expected_controls();
    }
    Controls expected_controls() {
        Canvas canvas = Canvas::create(m_shape, icons_of(m_directory)).value();
        draw(m_player.visit, m_directory, m_terminal, {wall_time(m_wall), m_player.now}, canvas);
        return controls_of(canvas.tree());
    }

    Directory const& m_directory;
    journeys::Hand m_hand;
    Terminal m_terminal;
    ScreenShape m_shape;
    std::time_t m_wall;
    journeys::Player m_player;
    std::optional<Kiosk> m_kiosk;
    pid_t m_first = 0;
    Milliseconds m_behind{};  ///< by how much the kiosk's clock is behind the journey's
};

}  // namespace

int& touches_unfelt() {
    static int count = 0;
    return count;
}

std::string play_on_kiosk(journeys::Journey const& journey, Directory const& directory, journeys::Hand hand) {
    OnKiosk player(directory, hand);
    return first_fault(journey, [&](Step const& step) { return player.play(step); });
}

}  // namespace halte::rig
