/// When one visitor process follows another, nobody sees it: between the last picture of a visit and the welcome screen
/// of the next one there is no third picture, such as the root window's. A strip of the screen is sampled all the time.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <csignal>

#include "rig/kiosk.h"
#include "rig/staging.h"
#include "rig/watch.h"

using namespace halte::rig;
using namespace std::chrono_literals;

namespace {

/// What was on the screen in a swap (between "swap" and "done") but neither the picture that was there before, nor the
/// welcome screen, which was there at "begin"; nor may anything follow on it.
struct Swaps {
    std::vector<std::string> faults;
    int swaps = 0;
    int third_pictures = 0;

    void see(Seen const& seen) {
        if (seen.mark.empty()) return see_picture(seen);
        if (seen.mark == "begin") m_welcome = m_now;
        if (seen.mark == "swap") {
            m_swapping = true;
            m_before = m_now;
            m_arrived = m_now == m_welcome;
            ++swaps;
        }
        if (seen.mark == "done") {
            if (m_now != m_welcome) faults.emplace_back("no welcome screen");
            m_swapping = false;
        }
    }

private:
    void see_picture(Seen const& seen) {
        m_now = seen.picture;
        bool const third = m_now != m_welcome && (m_now != m_before || m_arrived);
        if (m_swapping && third) {
            ++third_pictures;
            faults.push_back(fmt::format("{} third picture {:016x}", seen.epoch_ms, m_now));
        }
        m_arrived = m_arrived || m_now == m_welcome;
    }

    std::uint64_t m_welcome = 0;
    std::uint64_t m_now = 0;
    std::uint64_t m_before = 0;
    bool m_swapping = false;
    bool m_arrived = false;
};

/// At the edge, where the veil's countdown draws nothing.
Rectangle edge_strip() { return {4, 0, 16, rig().options().height}; }

/// A kiosk whose welcome screen is seen, and whose swaps are.
class Watched {
public:
    explicit Watched(Rectangle const& strip) {
        kiosk.await_still();
        m_watch.emplace(strip);
        m_watch->take_its_time(true);
        catch_up();
        m_watch->mark("begin");
    }

    /// The command makes another visitor process follow.
    void swap(std::function<void()> const& command) {
        kiosk.await_feeling();
        catch_up();
        pid_t const last = kiosk.visitor();
        m_watch->take_its_time(false);
        m_watch->mark("swap");
        command();
        kiosk.await_fresh_welcome(last);
        await_gone(last);
        catch_up();
        m_watch->mark("done");
        m_watch->take_its_time(true);
    }

    Swaps end() {
        Swaps swaps;
        auto const& all = m_watch->end();
        for (Seen const& seen : all) swaps.see(seen);
        fmt::print("# {} samples in {} ms, over {} swaps\n", m_watch->samples(),
                   all.back().epoch_ms - all.front().epoch_ms, swaps.swaps);
        for (std::string const& fault : swaps.faults) fmt::print("# {}\n", fault);
        return swaps;
    }

    Kiosk kiosk;

private:
    /// On a busy machine the watcher's last sample may be of a moment ago, when the picture still moved.
    void catch_up() {
        kiosk.await_still();
        rest(400ms);
    }

    std::optional<Watch> m_watch;
};

void check_no_third_picture(Watched& watched, int swaps) {
    Swaps const seen = watched.end();
    CHECK(seen.swaps == swaps);
    CHECK(fmt::format("{}", fmt::join(seen.faults, ", ")) == "");
}

void upgrade(Kiosk& kiosk) {
    upgrade_halte(kiosk);
    kiosk.halte().signal(SIGHUP);
}
void await_the_new_program(Kiosk& kiosk) {
    await(10s, "the new program", [&] { return runs_the_new_halte(kiosk); });
}

/// So many processes have come onto the screen since then.
bool have_been_shown_since(Kiosk const& kiosk, std::int64_t since_ms, int count) {
    ScreenReader reader;
    int shown = 0;
    for (auto const& entry : fs::directory_iterator(kiosk.folder() / "trees")) {
        SeenScreen const* const screen = reader.read(entry.path());
        if (screen != nullptr && screen->shown_ms >= since_ms) ++shown;
    }
    return shown >= count;
}

void upgrade_in_a_visit(Kiosk& kiosk) {
    std::int64_t const since = epoch_ms();
    upgrade(kiosk);
    kiosk.leave();
    await_the_new_program(kiosk);
    await(10s, "a second welcome screen", [&] { return have_been_shown_since(kiosk, since, 2); });
}

}  // namespace

TEST_CASE("No third picture is seen after a visit") {
    Watched watched(middle_strip());
    for (int swap = 0; swap < 8; ++swap) {
        watched.kiosk.open_situations();
        watched.swap([&] { watched.kiosk.leave(); });
    }
    check_no_third_picture(watched, 8);
}

TEST_CASE("No third picture is seen when a welcome screen is replaced") {
    Watched watched(middle_strip());
    for (int swap = 0; swap < 4; ++swap) watched.swap([&] { watched.kiosk.halte().signal(SIGHUP); });
    check_no_third_picture(watched, 4);
}

/// Two processes follow: one of the old supervisor's directory, one of the new program's, which may be the same.
TEST_CASE("No third picture is seen when the supervisor is renewed") {
    Watched watched(middle_strip());
    Kiosk& kiosk = watched.kiosk;
    for (int swap = 0; swap < 3; ++swap)
        watched.swap([&] {
            upgrade(kiosk);
            await_the_new_program(kiosk);
        });
    for (int swap = 0; swap < 3; ++swap) {
        kiosk.open_situations();
        watched.swap([&] { upgrade_in_a_visit(kiosk); });
    }
    check_no_third_picture(watched, 6);
}

/// The next process waits behind the veil.
TEST_CASE("No third picture is seen when a veiled visit starts again") {
    Watched watched(edge_strip());
    watched.kiosk.open_situations();
    await(18s, "the veil", [&] { return is_veil(watched.kiosk.look()); });
    watched.swap([&] { watched.kiosk.touch("Recommencer"); });
    check_no_third_picture(watched, 1);
}

/// The control: the same watcher sees the root window when the last process is killed before the next one is ready.
TEST_CASE("The watcher sees the third picture of a wrong order") {
    Watched watched(middle_strip());
    for (int swap = 0; swap < 3; ++swap) watched.swap([&] { kill(watched.kiosk.visitor(), SIGKILL); });
    CHECK(watched.end().third_pictures >= 3);
}
