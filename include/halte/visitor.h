#pragma once
/// The frame loop of one visit: it turns inputs and time into events of the visit, and draws a frame when something
/// changed, and not otherwise. It owns the visit. It knows no window, no pipe and no settings: what it draws on, who is
/// told and what time it is are given, so that tests give their own. `alive` is said here and nowhere else, so that a
/// loop that hangs falls silent.

#include <halte/screens.h>
#include <halte/shown_canvas.h>
#include <halte/supervisor_pipe.h>
#include <sys/types.h>

#include <functional>
#include <memory>

namespace halte {

/// What the frames of a canvas appear on, and where inputs come from.
class Surface {
public:
    virtual ~Surface() = default;
    /// Puts it on the screen. To be followed by a frame.
    virtual void show() = 0;
    /// See Window: which frame the canvas will find where it paints, and what it has painted there.
    [[nodiscard]] virtual int buffer_age() const = 0;
    [[nodiscard]] virtual int buffers() const = 0;
    virtual void present(std::vector<PixelRect> const& painted) = 0;
    /// Sleeps until an input comes, or for `longest`; without one, until an input comes. Gives those that came.
    virtual std::vector<Input> wait(std::optional<Milliseconds> longest) = 0;
    /// Whether it lost its picture since it was last asked.
    [[nodiscard]] virtual bool needs_drawing() = 0;
    /// Whether it still covers the screen. The screen itself answers: one that hangs does not.
    [[nodiscard]] virtual bool fits_screen() = 0;
    /// Takes away what these processes, which are dead, have left in the window system, and puts the rest of it back as
    /// it was when the session started. The names of what could not be.
    [[nodiscard]] virtual std::vector<std::string> put_back(std::vector<pid_t> const& dead) = 0;
    [[nodiscard]] virtual bool failed() const = 0;  ///< nothing that is drawn from now on can be trusted
    [[nodiscard]] virtual bool closed() const = 0;  ///< by a person
};

/// Who starts and ends this visit. See SupervisorPipe, whose words these are.
class Overseer {
public:
    virtual ~Overseer() = default;
    virtual void say(Word word) = 0;
    virtual void before_asking_the_screen() = 0;
    /// Says `alive` when the time for it has come.
    virtual void beat(Instant now) = 0;
    [[nodiscard]] virtual std::optional<Instant> next_beat() const = 0;
    /// Sleeps for that long at most. Whether somebody waits for the surface: it may be shown.
    [[nodiscard]] virtual bool is_awaited(Milliseconds within) const = 0;
    /// Sleeps until the surface may be shown. False when it never may: end.
    [[nodiscard]] virtual bool wait_for_go(std::function<bool()> const& is_well) = 0;
    /// Sleeps until every process before this one is dead, and gives their numbers. Nothing when nobody will say so any
    /// more: end.
    [[nodiscard]] virtual std::optional<std::vector<pid_t>> wait_until_alone() = 0;
};

/// `window` outlives it. `at_start` is the state of the X server when the session started, where that server is the
/// kiosk's own; empty where it is somebody's, of which nothing is put back.
std::unique_ptr<Surface> surface_of(Window& window, std::string at_start);
std::unique_ptr<Overseer> overseer_of(SupervisorPipe& process);  ///< `process` outlives it

enum class Page { same, another };
struct DrawnFrame {
    Page page = Page::same;  ///< another: the first frame of it
    bool moving = false;     ///< the next frame follows by itself
};
/// Called after every frame. Test builds write the accessibility tree down; the product has none.
using FrameObserver = std::function<void(AccessibilityTree const&, DrawnFrame)>;

class VisitorLoop {
public:
    /// All of them outlive the loop.
    struct Parts {
        Surface& surface;
        ShownCanvas& canvas;
        Directory const& directory;
        Terminal const& terminal;
        Overseer& overseer;
        Clock const& clock;
        FrameObserver const& observer;
        KeyPace key_pace{};
        /// What the process gives up before it feels; none gives up nothing. It is called once: while the process waits
        /// to be shown, or when its first frame is there. When it fails, the visit has ended.
        std::function<Result<void>()> confine{};
    };
    VisitorLoop(Parts const& parts, Visit const& first);
    VisitorLoop(VisitorLoop&&) noexcept;
    ~VisitorLoop();

    /// Draws the first frame, and everything that frames need is loaded then. That frame does not reach the surface,
    /// because what is drawn before it is shown may be lost.
    void draw_behind();
    /// Waits until the surface may be shown, and runs until the process is killed. It returns `ok` when the surface may
    /// never be shown, `closed`, and with a line in the log `no_graphics`, `no_display` (another size) or
    /// `spoilt_server`. The failure is that of `confine`.
    Result<ExitCode> run();

private:
    class Inside;
    std::unique_ptr<Inside> m_inside;
};

}  // namespace halte
