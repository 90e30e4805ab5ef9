// What stands on the screen after every frame of the product's loop is, to the pixel, the frame painted whole: although
// a frame paints only what differs from what its buffer holds. Clock and inputs are given, the window and the X server
// are real.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <thread>

#include "effort.h"
#include "one_rig.h"
#include "process.h"
#include "rig.h"
#include "skip.h"
#include "support/loop/journey_by_keys.h"
#include "support/loop/random_hands.h"
#include "windows.h"

using namespace halte;
using rig::only_pointer;

namespace {

/// A window of the product and somebody who compares.
class Watched {
public:
    explicit Watched(rig::RigOptions const& options, double diagonal_inches = 15)
        : m_rig(options),
          m_shape{options.width, options.height, diagonal_inches, 600},
          m_window(Window::create({}).value()) {}

    given::Stage stage() {
        return {&m_window, m_shape, [this](ShownCanvas& canvas) { look(canvas); }, m_frame_takes};
    }
    [[nodiscard]] Window& window() { return m_window; }
    [[nodiscard]] int frames() const { return m_frames; }
    [[nodiscard]] std::string const& fault() const { return m_fault; }
    /// Only each n-th frame: between them the buffers hold what partial frames have left there.
    void look_every(int n) { m_every = n; }
    void lose_the_picture_every(int n) { m_lose_every = n; }
    void be_slow() { m_frame_takes = Milliseconds(20); }  ///< pages are drawn ahead then

private:
    void look(ShownCanvas& canvas) {
        ++m_frames;
        ++m_since_loss;
        if (m_lose_every > 0 && m_frames % m_lose_every == 0) return lose_the_picture();
        // The window is told of the loss before the next input, which may be a frame later.
        if (m_frames % m_every != 0 || m_since_loss < 3) return;
        rig::Picture shown = look_at_the_screen();
        auto const painted = canvas.paint(0);
        rig::Picture const whole{m_shape.width_px, m_shape.height_px, m_window.pixels()};
        for (int time = 0; m_window.buffers() > 1 && shown != whole && time < 4'000; ++time) {
            std::this_thread::sleep_for(Milliseconds(5));  // such a driver shows it in a thread of its own
            shown = look_at_the_screen();
        }
        // Where buffers change places, this one must be shown so that their ages stay true.
        if (m_window.buffers() > 1) m_window.present(painted);
        if (shown == whole || !m_fault.empty()) return;
        m_fault = fmt::format("frame {} is not as it is painted whole (--seed={})", m_frames, rig::effort().seed);
        save(shown, rig::rig().folder() / "shown.ppm");
        save(whole, rig::rig().folder() / "whole.ppm");
    }

    rig::Picture look_at_the_screen() {
        (void)m_window.fits_screen();  // the X server has answered: it has everything
        m_eye.look();
        return m_eye.picture();
    }
    void lose_the_picture() {
        rig::cover_for_a_moment(0, 0, m_shape.width_px / 2, m_shape.height_px / 2);
        m_since_loss = 0;
    }

    rig::RigInstead m_rig;
    ScreenShape m_shape;
    Window m_window;
    rig::Eye m_eye;
    Milliseconds m_frame_takes{0};
    int m_every = 1;
    int m_lose_every = 0;
    int m_frames = 0;
    int m_since_loss = 100;
    std::string m_fault;
};

void play_journeys(Watched& watched) {
    for (auto const& file : given::journey_files()) {
        auto const journey = journeys::read(file);
        INFO(journey.name);
        CHECK(given::play_by_keys(journey, journeys::Hand::keypad, watched.stage()) == "");
        CHECK(watched.fault() == "");
    }
}

void play_at_random(Watched& watched, int visits) {
    watched.look_every(2);
    for (int visit = 0; visit < visits; ++visit)
        given::play_at_random(60, Switches::none, rig::effort().seed + unsigned(visit), watched.stage());
    CHECK(watched.fault() == "");
    CHECK(watched.frames() > 30);
}

}  // namespace

TEST_CASE("After every frame of every journey the screen is as if it were painted whole" * only_pointer) {
    Watched watched({.width = 960, .height = 540}, 21.5);
    REQUIRE(watched.window().buffers() == 1);
    play_journeys(watched);
    CHECK(watched.frames() > 500);  // of pages that stand at once: the processor paints
}

TEST_CASE("Random touches and keys leave no pixel of the frame before" * only_pointer) {
    Watched watched({.width = 720, .height = 1280});
    play_at_random(watched, 6);
}

TEST_CASE("What covered the window for a moment leaves nothing there" * only_pointer) {
    Watched watched({.width = 800, .height = 480});
    watched.lose_the_picture_every(5);
    play_at_random(watched, 4);
}

TEST_CASE("buffers that change places" * only_pointer * doctest::skip()) {
    Watched watched({.width = 800, .height = 480});
    if (watched.window().buffers() == 1) return rig::skip("only one buffer is there");
    play_at_random(watched, 6);
    watched.be_slow();
    play_at_random(watched, 2);
    watched.lose_the_picture_every(5);
    play_at_random(watched, 2);
}

TEST_CASE("With a driver that says how old its buffers are, too" * only_pointer) {
    auto const ran = rig::run({std::filesystem::read_symlink("/proc/self/exe"), "--rig=pointer", "--no-skip",
                               "-tc=buffers that change places"},
                              {"LIBGL_ALWAYS_SOFTWARE=1", "MESA_LOADER_DRIVER_OVERRIDE=zink"}, Milliseconds(300'000));
    INFO(ran.said, ran.complaints);
    if (ran.said.find("only one buffer") != std::string::npos) return rig::skip("mesa-vulkan-drivers is missing");
    CHECK(ran.status == 0);
    CHECK(ran.said.find("1 passed") != std::string::npos);
}
