/// The loop's surface and overseer in the product: a window, and the pipes to the supervisor.
#include <halte/visitor.h>

namespace halte {
namespace {

class WindowSurface final : public Surface {
public:
    WindowSurface(Window& window, std::string at_start) : m_window(window), m_at_start(std::move(at_start)) {}
    void show() override { m_window.show(); }
    [[nodiscard]] int buffer_age() const override { return m_window.buffer_age(); }
    [[nodiscard]] int buffers() const override { return m_window.buffers(); }
    void present(std::vector<PixelRect> const& painted) override { m_window.present(painted); }
    std::vector<Input> wait(std::optional<Milliseconds> longest) override { return m_window.wait(longest); }
    [[nodiscard]] bool needs_drawing() override { return m_window.needs_drawing(); }
    [[nodiscard]] bool fits_screen() override { return m_window.fits_screen(); }
    [[nodiscard]] std::vector<std::string> put_back(std::vector<pid_t> const& dead) override {
        if (m_at_start.empty()) return {};
        auto spoilt = m_window.put_server_back(m_at_start, dead);
        // What was touched meanwhile came through what the last visit may have changed.
        (void)m_window.wait(Milliseconds(0));
        return spoilt;
    }
    [[nodiscard]] bool failed() const override { return m_window.failed(); }
    [[nodiscard]] bool closed() const override { return m_window.closed(); }

private:
    Window& m_window;
    std::string m_at_start;
};

class PipeOverseer final : public Overseer {
public:
    explicit PipeOverseer(SupervisorPipe& process) : m_process(process) {}
    void say(Word word) override { m_process.say(word); }
    void before_asking_the_screen() override { m_process.before_asking_the_screen(); }
    void beat(Instant now) override { m_process.beat(now); }
    [[nodiscard]] std::optional<Instant> next_beat() const override { return m_process.next_beat(); }
    [[nodiscard]] bool is_awaited(Milliseconds within) const override { return m_process.go_comes(within); }
    [[nodiscard]] bool wait_for_go(std::function<bool()> const& is_well) override {
        return m_process.wait_for_go(is_well);
    }
    [[nodiscard]] std::optional<std::vector<pid_t>> wait_until_alone() override { return m_process.wait_until_alone(); }

private:
    SupervisorPipe& m_process;
};

}  // namespace

std::unique_ptr<Surface> surface_of(Window& window, std::string at_start) {
    return std::make_unique<WindowSurface>(window, std::move(at_start));
}
std::unique_ptr<Overseer> overseer_of(SupervisorPipe& process) { return std::make_unique<PipeOverseer>(process); }

}  // namespace halte
