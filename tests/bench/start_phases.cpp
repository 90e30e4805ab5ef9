// start-phases STARTED SETTINGS: goes the way of a visitor process to its first frame, step by step, and prints what
// each took: "MICROSECONDS PHASE", a line for each. STARTED is when it was started, in nanoseconds of the monotonic
// clock. The steps are those of src/programs/visitor.cpp, without its supervisor and its confinement.
#include <fmt/format.h>
#include <halte/mounting.h>
#include <halte/window.h>

#include <ctime>
#include <future>

#include "visitor.h"

namespace {

using namespace halte;

std::int64_t monotonic_ns() {
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1'000'000'000 + now.tv_nsec;
}

class Phases {
public:
    explicit Phases(std::int64_t begun_ns) : m_since_ns(begun_ns) {}
    void passed(std::string const& name) {
        std::int64_t const now = monotonic_ns();
        m_lines += fmt::format("{} {}\n", (now - m_since_ns) / 1'000, name);
        m_since_ns = now;
    }
    void print() const { fmt::print("{}", m_lines); }

private:
    std::int64_t m_since_ns;
    std::string m_lines;
};

Visit first_visit(Terminal const& terminal) {
    Visit visit;
    visit.language = visit.first_language = terminal.languages.front().code;
    return visit;
}

Result<int> start(Phases& phases, VisitorOptions const& options) {
    begin_giving_memory_back();
    Settings const settings = settings_for(options);
    use_timezone(settings.timezone);
    auto const [directory, from_outside, past] = TRY(directory_in(snapshot_for(settings, options), options));
    Terminal const terminal = terminal_for(settings, options, directory, past);
    phases.passed("settings and directory");
    auto fonts = std::async(Typesetter::create);
    Window window = TRY(Window::create({}));
    phases.passed("window and OpenGL");
    ScreenShape const shape{window.width_px(), window.height_px(), settings.diagonal_inches,
                            settings.viewing_distance_mm};
    ShownCanvas canvas = ShownCanvas::create(shape, icons_of(directory), TRY(fonts.get()));
    phases.passed("fonts, after the window");
    SystemClock const clock;
    auto const page = [&] { draw(first_visit(terminal), directory, terminal, {clock.wall(), clock.now()}, canvas); };
    auto drawn = std::async(page);
    canvas.open();
    phases.passed("shader, which the driver compiles");
    drawn.get();
    phases.passed("first page laid out, after the shader");
    canvas.place_pictures();
    page();
    phases.passed("pictures onto the graphics card");
    window.show();
    window.present(canvas.paint(window.buffer_age()));
    phases.passed("first frame, painted and shown");
    return 0;
}

}  // namespace

int main(int count, char** words) {
    if (count != 3) {
        fmt::print(stderr, "usage: start-phases STARTED SETTINGS\n");
        return 1;
    }
    Phases phases(std::stoll(words[1]));
    phases.passed("process and libraries");
    auto const started = start(phases, {.config = words[2]});
    if (!started) {
        log_line(started.error().sentence);
        return 1;
    }
    phases.print();
}
