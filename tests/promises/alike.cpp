/// Two visits that had nothing in common leave the same behind: whoever comes next, or looks from outside, cannot tell
/// one from the other. Visits are made with the product's own program.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

#include <fstream>
#include <regex>
#include <thread>

#include "observed.h"
#include "rig/skip.h"
#include "rig/staging.h"
#include "rig/story.h"
#include "route.h"

using namespace halte::promises;
using namespace halte::rig;
using namespace std::chrono_literals;

namespace {

using Names = std::vector<std::string>;

/// Not dumpable: another user reads nothing of a visitor process, and so not even its own.
bool may_not_look() {
    if (getuid() == 0) return false;
    skip("only root may look at a visitor process");
    return true;
}

void read_page(Kiosk& kiosk) {
    kiosk.await_still();
    kiosk.await_feeling();
    kiosk.turn_page();
}

void go_in_arabic(Kiosk& kiosk) {
    kiosk.touch("العربية");
    kiosk.await_words("اغتصاب أو اعتداء جنسي");
    kiosk.touch("اغتصاب أو اعتداء جنسي");
    kiosk.touch("SOS Viol, 0800 98 100");
    await(5s, "the page", [&] { return is_service(kiosk.look()); });
}

void go_in_dutch(Kiosk& kiosk) {
    kiosk.touch("Nederlands");
    kiosk.await_words("Kind of jongere");
    for (std::string const control : {"Taal en tekstgrootte", "contrast.white-on-black", "spacing.airy", "Heel groot",
                                      "reach", "Terug", "Kind of jongere"})
        kiosk.touch(control);
    read_page(kiosk);
    read_page(kiosk);
}

KioskOptions product_in(Names const& environment = {}) {
    return {.settings = unhurried(), .environment = environment, .visitor = "halte-visitor"};
}

/// When the first screen stands, at the end of the visit, and when it is over.
struct Visit {
    Observed fresh;
    Observed during;
    Observed after;

    void play(Route const& route) {
        Kiosk const kiosk(product_in());
        Follower visit(route, kiosk.supervisor());
        fresh = observe(kiosk);
        visit.follow();
        visit.await_next();
        during = observe(kiosk);
        visit.leave();
        await_gone(visit.visitor(), 10s);
        visit.await_welcome(5s);
        after = observe(kiosk);
    }
};

struct TwoVisits {
    Story story;
    Visit arabic;
    Visit dutch;

    TwoVisits() {
        story.play("both", [this] {
            KioskOptions const options{.settings = unhurried()};
            arabic.play(scout_route(options, go_in_arabic, "مسح ومغادرة"));
            dutch.play(scout_route(options, go_in_dutch, "Wissen en weggaan"));
        });
    }
};
TwoVisits const& two_visits() {
    static TwoVisits const visits;
    visits.story.tell("both");
    return visits;
}

Observed observe_with(Names const& environment, std::function<void(Kiosk const&)> const& plant) {
    Picture const welcome = picture_of_a_first_start();
    Kiosk kiosk(product_in(environment));
    kiosk.await_picture(welcome, 20s);
    plant(kiosk);
    return observe(kiosk);
}

void call_xprop(Names words) {
    words.insert(words.begin(), "xprop");
    REQUIRE(run(words).status == 0);
}

std::string window_on_top() {
    std::string const windows = run({"xwininfo", "-root", "-children"}).said;
    static std::regex const child("\n +(0x[0-9a-f]+)");
    std::smatch top;
    REQUIRE(std::regex_search(windows, top, child));
    return top.str(1);
}

/// What is written on it before it has put back the X server is taken away again, shortly after its first picture.
void name_window_on_top(std::string const& name) {
    await(10s, "a name that stays on the window", [&] {
        std::string const window = window_on_top();
        call_xprop({"-id", window, "-f", "_NET_WM_NAME", "8u", "-set", "_NET_WM_NAME", name});
        std::this_thread::sleep_for(600ms);
        return run({"xprop", "-id", window, "_NET_WM_NAME"}).said.find(name) != std::string::npos;
    });
}

/// On the window on top, on the root window and in the log.
void plant_secrets(Kiosk const& kiosk) {
    name_window_on_top("Halte - rape");
    call_xprop({"-root", "-f", "HALTE_SECRET", "8u", "-set", "HALTE_SECRET", "rape"});
    std::ofstream(kiosk.folder() / "log", std::ios::app) << "somebody asked about rape\n";
}

}  // namespace

TEST_CASE("Two visits with nothing in common are made") {
    if (may_not_look()) return;
    CHECK(two_visits().arabic.after.size() >= 8);
    CHECK(two_visits().dutch.after.size() >= 8);
}

TEST_CASE("Two visits with nothing in common leave the same behind") {
    if (may_not_look()) return;
    auto const& [arabic, dutch] = std::tie(two_visits().arabic.after, two_visits().dutch.after);
    INFO("what differs is: ", lines_that_differ(arabic, dutch));
    CHECK(differences(arabic, dutch) == Names{});
}

TEST_CASE("While they lasted, only the screen told them apart") {
    if (may_not_look()) return;
    auto const& [arabic, dutch] = std::tie(two_visits().arabic.during, two_visits().dutch.during);
    INFO("what differs is: ", lines_that_differ(arabic, dutch));
    CHECK(differences(arabic, dutch) == Names{"screen"});
}

TEST_CASE("The log holds no line of them") {
    if (may_not_look()) return;
    CHECK(two_visits().arabic.after.at("log") == "");
    CHECK(two_visits().dutch.after.at("log") == "");
}

/// The first process of a kiosk has other numbers for its pipes.
TEST_CASE("The first screen is the same before and after") {
    if (may_not_look()) return;
    auto const& [fresh, after] = std::tie(two_visits().arabic.fresh, two_visits().arabic.after);
    INFO("what differs is: ", lines_that_differ(fresh, after));
    Names told = differences(fresh, after);
    std::erase_if(told, [](std::string const& name) { return name.starts_with("process-"); });
    CHECK(told == Names{});
}

/// A secret in every place that is looked at.
TEST_CASE("Secrets are found that are put where we look") {
    if (may_not_look()) return;
    RigInstead const own;
    Observed const without = observe_with({}, [](Kiosk const&) {});
    Observed const with = observe_with({"HALTE_SECRET=rape"}, plant_secrets);
    CHECK(fmt::format("{}", fmt::join(differences(without, with), " ")) ==
          "atoms log process-1 process-2 root-properties windows");
}
