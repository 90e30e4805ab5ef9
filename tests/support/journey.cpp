#include "journey.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>

#include "journey_player.h"
#include "printers.h"
#include "scenes.h"

namespace halte::journeys {
namespace {

Node const* button(AccessibilityTree const& tree, std::string const& name) {
    auto const found = std::find_if(tree.nodes.begin(), tree.nodes.end(), [&](Node const& node) {
        return is_control(node.role) && plain(node.name) == name && node.visible.h > 0 &&
               node.visible.h * 2 >= node.rect.h;
    });
    return found == tree.nodes.end() ? nullptr : &*found;
}

}  // namespace

Journey read(std::filesystem::path const& file) {
    Journey journey{.name = file.stem().string(), .steps = {}};
    std::ifstream lines(file);
    std::string line;
    for (int number = 1; std::getline(lines, line); ++number) {
        if (line.empty() || line[0] == '#') continue;
        auto const [verb, rest] = split_at(line, " ");
        auto const [words, event] = split_at(rest, " -> ");
        journey.steps.push_back({number, verb, words, event});
    }
    return journey;
}

std::string play_on_the_state_machine(Journey const& journey) {
    Player player;
    player.visit.language = player.visit.first_language = source_language;
    return first_fault(journey, [&](Step const& step) -> std::string {
        if (step.verb == "touch") {
            ++player.touches;
            player.happen_as(step.event);
        }
        if (step.verb == "brush") player.happen(Touch{});
        if (step.verb == "wait") player.wait(step.words);
        bool const says_where = step.verb == "here" || step.verb == "phase" || step.verb == "touches";
        return says_where ? player.check(step) : "";
    });
}

namespace {

class OnScreens {
public:
    OnScreens(Directory const& directory, Terminal const& terminal, ScreenShape const& shape)
        : m_directory(directory),
          m_terminal(terminal),
          m_moment(scenes::example_moment(directory)),
          m_designed_for(std::max(shape.width_px, shape.height_px) == 1920 &&
                         std::min(shape.width_px, shape.height_px) == 1080),
          m_canvas(Canvas::create(shape, icons_of(directory)).value()) {
        m_player.visit.language = m_player.visit.first_language = terminal.languages.front().code;
    }

    std::string play(Step const& step) {
        if (step.verb == "touch") return touch(step);
        if (step.verb == "brush") return m_player.happen(Touch{}), "";
        if (step.verb == "wait") return m_player.wait(step.words), "";
        if (step.verb == "see" || step.verb == "never") return look(step);
        if (step.verb == "at-once") return look_at_once(step);
        if (step.verb == "terminal") return stand(m_terminal, step), "";
        if (step.verb == "clock") return set_clock(step), "";
        return m_player.check(step);
    }

private:
    void set_clock(Step const& step) { m_moment.wall = wall_time(time_of(step.words)); }

    void show() {
        m_moment.now = m_player.now;
        m_actions = draw(m_player.visit, m_directory, m_terminal, m_moment, m_canvas);
    }
    [[nodiscard]] bool shows(std::string const& words) const {
        return std::ranges::any_of(m_canvas.tree().nodes, [&](Node const& node) {
            return node.visible.h * 2 > node.rect.h && plain(node.name).find(words) != std::string::npos;
        });
    }
    std::string look_at_once(Step const& step) {
        if (!m_designed_for) return look(step);
        show();
        return shows(step.words) ? "" : fmt::format("line {}: \"{}\" is not on the first page", step.line, step.words);
    }

    /// What scrolls past on one page.
    [[nodiscard]] float page_height() const {
        Theme const& theme = m_canvas.theme();
        return theme.header_scrolls() ? theme.sill().y - theme.touch_top() : theme.content().h;
    }

    /// Turns pages until half of the button can be seen, then puts a finger on the middle of that and lifts it.
    std::string touch(Step const& step) {
        if (m_player.visit.phase == Phase::running) m_player.happen(Scroll{0});
        for (int page = 0; page < 100; ++page) {
            show();
            if (Node const* found = button(m_canvas.tree(), step.words)) return press(step, *found);
            if (m_canvas.scroll_left() <= 1) break;
            m_player.happen(Scroll{m_player.visit.here().scroll + page_height() / 2});
        }
        return fmt::format("line {}: no button \"{}\"", step.line, step.words);
    }

    std::string press(Step const& step, Node const& pressed) {
        PixelRect const& seen = pressed.visible;
        float const x = float(seen.x) + float(seen.w) / 2;
        float const y = float(seen.y) + float(seen.h) / 2;
        // Nobody touches twice in one moment: that would be one contact that a bad glass has broken.
        m_player.now += Milliseconds(500);
        m_canvas.finger({FingerPhase::down, x, y, m_player.now});
        Outcome const outcome = m_canvas.finger({FingerPhase::up, x, y, m_player.now});
        if (!outcome.activated) return fmt::format("line {}: \"{}\" does nothing", step.line, step.words);
        What const what = *m_actions.find(*outcome.activated);
        std::string const does = printers::name(what);
        if (does != step.event)
            return fmt::format("line {}: \"{}\" does {}, not {}", step.line, step.words, does, step.event);
        ++m_player.touches;
        m_player.happen(what);
        return "";
    }

    std::string look(Step const& step) {
        Visit const before = m_player.visit;
        bool seen = false;
        for (int page = 0; page < 100 && !seen; ++page) {
            show();
            for (Node const& node : m_canvas.tree().nodes)
                seen = seen || (node.visible.h > 0 && plain(node.name).find(step.words) != std::string::npos);
            if (m_canvas.scroll_left() <= 1) break;
            m_player.visit.path.back().scroll += page_height() / 2;
        }
        m_player.visit = before;
        bool const wanted = step.verb != "never";
        return seen == wanted
                   ? ""
                   : fmt::format("line {}: \"{}\" is {}on the screen", step.line, step.words, seen ? "" : "not ");
    }

    Directory const& m_directory;
    Terminal m_terminal;
    Moment m_moment;
    bool m_designed_for;
    Canvas m_canvas;
    Player m_player;
    Actions m_actions;
};

}  // namespace

std::string play_on_screens(Journey const& journey, Directory const& directory, Terminal const& terminal,
                            ScreenShape const& shape) {
    OnScreens player(directory, terminal, shape);
    return first_fault(journey, [&](Step const& step) { return player.play(step); });
}

}  // namespace halte::journeys
