/// Visit after visit by random touches, as fast as the screen takes them: a hundred, or --count=N (2,000 take about
/// forty minutes). The supervisor must be no bigger at the end than after the first ten visits, every visit must have a
/// process of its own, and the screen must never be blank, nor stand still, nor show anything but the first start's
/// welcome screen between two visits.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <set>
#include <sstream>

#include "rig/effort.h"
#include "rig/random_hands.h"
#include "rig/story.h"

using namespace halte::rig;
using namespace std::chrono_literals;

namespace {

/// It runs behind everything else, on what that leaves of the processors. How long a visit takes, others measure.
constexpr halte::Milliseconds patience{120'000};

constexpr int warm_up = 10;

/// What the supervisor takes.
struct Size {
    long memory_kb = 0;  ///< RSS: the share of PSS changes with whatever else runs on the machine
    long own_kb = 0;     ///< of it no file's
    long descriptors = 0;
};

long kilobytes(std::string const& text, std::string const& name) {
    for (std::string const& line : lines_of(text))
        if (line.starts_with(name + ":")) return std::stol(line.substr(name.size() + 1));
    throw Missed("There is no " + name + ".");
}

Size size_of(pid_t pid) {
    std::string const memory = text_of(fmt::format("/proc/{}/smaps_rollup", pid));
    fs::directory_iterator const descriptors(fmt::format("/proc/{}/fd", pid));
    return {kilobytes(memory, "Rss"), kilobytes(memory, "Pss_Anon"), std::distance(descriptors, {})};
}

/// A number of a process comes again after many others; with the time of its start it is one of a kind.
std::string identity_of(pid_t pid) {
    std::istringstream stat(text_of(fmt::format("/proc/{}/stat", pid)));
    std::string word;
    for (int field = 1; field <= 22; ++field) stat >> word;
    return fmt::format("{} since {}", pid, word);
}

class Soak {
public:
    Soak() {
        fmt::print("# {} visits with the seed {}\n", visits, effort().seed);
        story.play("the visits", [this] { play(); });
    }

    int visits = effort().count.value_or(100);
    Story story;
    std::vector<std::string> processes;
    Size warm;
    Size at_the_end;

private:
    void play() {
        Kiosk kiosk;
        KeyPlaces const places = find_places(kiosk);
        processes.push_back(identity_of(kiosk.visitor()));
        kiosk.leave_to_the_next();
        RandomHands hands(effort().seed, places);
        auto const begun = epoch_ms();
        warm = size_of(kiosk.supervisor());
        for (int visit = 1; visit <= visits; ++visit) try {
                play_visit(kiosk, hands, places);
                note(visit, size_of(kiosk.supervisor()));
            } catch (Missed const& fault) {
                throw Missed(fmt::format("Visit {}: {}", visit, fault.what()));
            }
        at_the_end = size_of(kiosk.supervisor());
        fmt::print(
            "# {} s; supervisor: {} kB RSS after {} visits, {} kB at the end; its own {} and {} kB; {} and {} "
            "descriptors\n",
            (epoch_ms() - begun) / 1000, warm.memory_kb, warm_up, at_the_end.memory_kb, warm.own_kb, at_the_end.own_kb,
            warm.descriptors, at_the_end.descriptors);
    }

    void note(int visit, Size const& size) {
        if (visit == warm_up) warm = size;
        if (visit % 100 == 0)
            fmt::print("# visit {}: {} kB, {} descriptors\n", visit, size.memory_kb, size.descriptors);
    }

    void play_visit(Kiosk& kiosk, RandomHands& hands, KeyPlaces const& places) {
        kiosk.await_feeling();
        rig().tap(places.language);
        await(patience, "the situations", [&] { return is_situations(kiosk.look()); });
        await(patience, "a picture of them", [&] { return rig().look() != places.welcome; });
        halte::rig::play(hands.motions(5, 25));
        insist(!rig().look().blank(), "The screen was blank");
        pid_t const visitor = kiosk.visitor();
        leave(kiosk, places);
        kiosk.await_picture(places.welcome, patience);
        fs::remove(kiosk.folder() / "trees" / fmt::format("{}.jsonl", visitor));
        processes.push_back(identity_of(kiosk.visitor()));
    }

    /// Random fingers may have gone back to the welcome screen, which ends the visit, and begun another one.
    static void leave(Kiosk& kiosk, KeyPlaces const& places) {
        pid_t last = kiosk.visitor();
        kiosk.await_still(patience);
        if (!is_welcome(kiosk.look())) {
            last = kiosk.visitor();
            rig().tap(places.exit);
        }
        kiosk.await_fresh_welcome(last, patience);
    }
};

Soak const& soak() {
    static Soak const the_soak;
    return the_soak;
}

}  // namespace

TEST_CASE("Every visit ends in the first start's picture") { soak().story.tell("the visits"); }

TEST_CASE("Every visit had a process of its own") {
    soak().story.tell("the visits");
    std::set<std::string> const distinct(soak().processes.begin(), soak().processes.end());
    CHECK(soak().processes.size() > std::size_t(soak().visits));
    CHECK(distinct.size() == soak().processes.size());
}

/// A leak of one page in every visit would be 4 kB each.
TEST_CASE("The supervisor's memory stays flat") {
    soak().story.tell("the visits");
    CHECK(soak().at_the_end.memory_kb * 100 <= soak().warm.memory_kb * 105);
    CHECK(soak().at_the_end.own_kb <= soak().warm.own_kb + 64);
}

TEST_CASE("The supervisor's file descriptors stay flat") {
    soak().story.tell("the visits");
    CHECK(soak().at_the_end.descriptors <= soak().warm.descriptors);
}
