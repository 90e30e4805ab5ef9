#pragma once
/// A frame loop with a given clock and no supervisor, and no window unless one is given: inputs come from a script, and
/// all that the loop does to the outside is written down in order. The canvas and the directory are the product's.

#include <halte/visitor.h>

#include <deque>
#include <string>

#include "support/scenes.h"

namespace halte::given {

struct SetClock final : Clock {
    Instant shown = Instant{} + std::chrono::hours(1);
    WallTime wall_shown;
    [[nodiscard]] Instant now() const override { return shown; }
    [[nodiscard]] WallTime wall() const override { return wall_shown; }
};

/// One thing that happens while the loop waits, and the inputs that come of it.
using Step = std::function<std::vector<Input>()>;

/// What the frames appear on.
struct Stage {
    Window* window = nullptr;                       ///< none: nothing is painted
    ScreenShape shape{1920, 1080, 21.5, 600};       ///< of the window, where there is one
    std::function<void(ShownCanvas&)> presented{};  ///< is called after every frame
    Milliseconds present_takes{0};                  ///< each frame, by the given clock
};

class Machine {
public:
    explicit Machine(Stage stage = {});

    SetClock clock;
    Directory directory;
    Terminal terminal;
    Stage stage;
    ScreenShape const& shape = stage.shape;
    ShownCanvas canvas;
    std::vector<std::string> told;  ///< "show", "present", the names of words, in order
    std::deque<Step> steps;         ///< one for each time the loop waits; after the last one the surface is closed
    std::vector<std::optional<Milliseconds>> patience;  ///< of each wait
    bool go = true;
    bool awaited = true;      ///< at once, where it may be shown
    bool can_confine = true;  ///< "confine" in `told` is when it was asked to
    bool fits = true;
    bool fails = false;
    std::optional<std::vector<pid_t>> dead = std::vector<pid_t>();  ///< before this process, as far as anybody says
    std::vector<std::string> spoilt{};                              ///< what they did that cannot be put back
    bool damaged = false;
    Milliseconds& present_takes = stage.present_takes;
    Visit first{};
    KeyPace key_pace{};
    bool putting_back_costs_the_picture = false;
    std::vector<std::vector<std::string>> frames;  ///< the names of all nodes of each frame that was presented
    std::vector<PixelRect> painted;                ///< of the last one
    std::optional<Instant> last_beat;

    ExitCode run();

    // Steps.
    void pass(Milliseconds time);  ///< and nothing comes
    void give(Step step) { steps.push_back(std::move(step)); }
    void down(std::string const& name);             ///< 400 ms later a finger comes down on the button of that name
    void up(std::string const& name);               ///< 60 ms later
    void tap(std::string const& name);              ///< both
    void choose_french();                           ///< after the moment in which nothing is felt
    void look(std::function<void()> const& check);  ///< at what the turn before left
    void key(KeyMeaning meaning);                   ///< 600 ms later a key goes down, and comes up again
    void hold(KeyMeaning meaning);                  ///< 600 ms later it goes down, and stays there

    [[nodiscard]] std::string say(std::string const& phrase) const;
    /// The title of a situation in French, as its key says.
    [[nodiscard]] std::string situation(std::size_t index) const;
    [[nodiscard]] bool shows(std::string const& button) const;
    [[nodiscard]] int count(std::string const& what) const;  ///< in `told`
    [[nodiscard]] std::string focus() const;  ///< the id of what has it; "+" before that of a whole group
    [[nodiscard]] Finger finger_on(std::string const& name, FingerPhase phase) const;
};

}  // namespace halte::given
