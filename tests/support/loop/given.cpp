#include "given.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

namespace halte::given {
namespace {

std::string name_of(Word word) {
    static std::map<Word, std::string> const names{
        {Word::alive, "alive"},     {Word::prepared, "prepared"}, {Word::ready, "ready"},   {Word::veiled, "veiled"},
        {Word::ended, "ended"},     {Word::touched, "touched"},   {Word::ghosts, "ghosts"}, {Word::given, "given"},
        {Word::opening, "opening"}, {Word::restored, "restored"}};
    return names.at(word);
}

class ScriptedSurface final : public Surface {
public:
    explicit ScriptedSurface(Machine& machine) : m_machine(machine) {}
    void show() override {
        m_machine.told.emplace_back("show");
        if (m_window != nullptr) m_window->show();
    }
    [[nodiscard]] int buffer_age() const override { return m_window != nullptr ? m_window->buffer_age() : 1; }
    [[nodiscard]] int buffers() const override { return m_window != nullptr ? m_window->buffers() : 2; }
    void present(std::vector<PixelRect> const& painted) override {
        m_machine.told.emplace_back("present");
        m_machine.painted = painted;
        m_machine.clock.shown += m_machine.present_takes;
        if (m_window != nullptr) m_window->present(painted);
        if (m_machine.stage.presented) m_machine.stage.presented(m_machine.canvas);
        std::vector<std::string>& names = m_machine.frames.emplace_back();
        for (Node const& node : m_machine.canvas.tree().nodes) names.push_back(node.name);
    }
    std::vector<Input> wait(std::optional<Milliseconds> longest) override {
        m_machine.patience.push_back(longest);
        if (m_window != nullptr) (void)m_window->wait(Milliseconds(0));  // inputs are the script's
        if (m_machine.steps.empty()) {
            m_closed = true;
            return {};
        }
        Step const step = std::move(m_machine.steps.front());
        m_machine.steps.pop_front();
        return step();
    }
    [[nodiscard]] bool needs_drawing() override {
        bool const lost = m_window != nullptr && m_window->needs_drawing();
        return std::exchange(m_machine.damaged, false) || lost;
    }
    [[nodiscard]] bool fits_screen() override { return m_machine.fits; }
    [[nodiscard]] std::vector<std::string> put_back(std::vector<pid_t> const& dead) override {
        for (pid_t const each : dead) m_machine.told.push_back("puts back what " + std::to_string(each) + " left");
        m_machine.damaged |= m_machine.putting_back_costs_the_picture;
        return m_machine.spoilt;
    }
    [[nodiscard]] bool failed() const override { return m_machine.fails; }
    [[nodiscard]] bool closed() const override { return m_closed; }

private:
    Machine& m_machine;
    Window* m_window = m_machine.stage.window;
    bool m_closed = false;
};

class ListeningOverseer final : public Overseer {
public:
    explicit ListeningOverseer(Machine& machine) : m_machine(machine) {}
    void say(Word word) override { m_machine.told.push_back(name_of(word)); }
    void before_asking_the_screen() override { m_machine.told.emplace_back("asks the screen"); }
    void beat(Instant now) override {
        m_machine.last_beat = now;
        say(Word::alive);
    }
    [[nodiscard]] std::optional<Instant> next_beat() const override {
        return m_machine.last_beat ? *m_machine.last_beat + beat_interval : Instant{};
    }
    [[nodiscard]] bool is_awaited(Milliseconds /*within*/) const override { return m_machine.go && m_machine.awaited; }
    [[nodiscard]] bool wait_for_go(std::function<bool()> const& is_well) override {
        m_machine.told.emplace_back(is_well() ? "waits, well" : "waits, not well");
        return m_machine.go;
    }
    [[nodiscard]] std::optional<std::vector<pid_t>> wait_until_alone() override { return m_machine.dead; }

private:
    Machine& m_machine;
};

ShownCanvas canvas_of(Stage const& stage, Directory const& directory) {
    if (stage.window == nullptr) return ShownCanvas::create(stage.shape, icons_of(directory), false).value();
    return ShownCanvas::create(stage.shape, icons_of(directory), Typesetter::create().value());  // the loop opens it
}

}  // namespace

Machine::Machine(Stage on)
    : directory(Directory::open_bytes(embedded_snapshot()).value()),
      terminal(scenes::example_terminal(directory)),
      stage(std::move(on)),
      canvas(canvas_of(stage, directory)) {
    clock.wall_shown = scenes::example_moment(directory).wall;
}

ExitCode Machine::run() {
    ScriptedSurface surface(*this);
    ListeningOverseer overseer(*this);
    FrameObserver const observer;
    auto const confine = [this]() -> Result<void> {
        told.emplace_back("confine");
        if (can_confine) return {};
        return failure("It did not take effect.", ExitCode::not_confined);
    };
    VisitorLoop loop({surface, canvas, directory, terminal, overseer, clock, observer, key_pace, confine}, first);
    loop.draw_behind();
    auto const ended = loop.run();
    return ended ? *ended : ended.error().code;
}

void Machine::pass(Milliseconds time) {
    give([this, time] {
        clock.shown += time;
        return std::vector<Input>();
    });
}

Finger Machine::finger_on(std::string const& name, FingerPhase phase) const {
    Node const* const button = canvas.tree().button_named(name);
    REQUIRE_MESSAGE(button != nullptr, name);
    PixelRect const& rect = button->visible;
    return {phase, float(rect.x) + float(rect.w) / 2, float(rect.y) + float(rect.h) / 2, clock.shown};
}

void Machine::down(std::string const& name) {
    give([this, name] {
        clock.shown += Milliseconds(400);
        return std::vector<Input>{finger_on(name, FingerPhase::down)};
    });
}

void Machine::up(std::string const& name) {
    give([this, name] {
        clock.shown += Milliseconds(60);
        return std::vector<Input>{finger_on(name, FingerPhase::up)};
    });
}

void Machine::tap(std::string const& name) {
    down(name);
    up(name);
}

void Machine::choose_french() {
    pass(Milliseconds(600));
    tap(terminal.languages.front().endonym);
}

/// Of one key the code is its meaning.
void Machine::hold(KeyMeaning meaning) {
    give([this, meaning] {
        clock.shown += Milliseconds(600);
        return std::vector<Input>{KeyPress{meaning, clock.shown, int(meaning), true}};
    });
}

void Machine::key(KeyMeaning meaning) {
    hold(meaning);
    give([this, meaning] {
        clock.shown += Milliseconds(60);
        return std::vector<Input>{KeyPress{meaning, clock.shown, int(meaning), false}};
    });
}

std::string Machine::focus() const {
    Focus const focus = canvas.focus();
    return (focus.whole_group ? "+" : "") + focus.control.words;
}

void Machine::look(std::function<void()> const& check) {
    give([check] {
        check();
        return std::vector<Input>();
    });
}

std::string Machine::say(std::string const& phrase) const {
    return directory.phrase(phrase, {"fr", terminal.profile, {}}).words;
}

std::string Machine::situation(std::size_t index) const {
    return directory.situations({"fr", terminal.profile, {}}).at(index).title.words;
}

bool Machine::shows(std::string const& button) const { return canvas.tree().button_named(button) != nullptr; }

int Machine::count(std::string const& what) const { return int(std::ranges::count(told, what)); }

}  // namespace halte::given
