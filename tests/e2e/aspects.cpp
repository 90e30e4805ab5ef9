/// Each aspect of an X server for itself: a way in which a visit can change it, and that nothing else would put it
/// back.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <functional>
#include <set>

#include "rig/one_rig.h"
#include "rig/skip.h"
#include "rig/staging.h"
#include "server/aspects.h"
#include "take_over.h"

using namespace halte::rig;
using namespace std::chrono_literals;
using halte::Named;

namespace {

std::set<std::string> const every_aspect{"access",
                                         "arrangement",
                                         "buttons of devices",
                                         "font path",
                                         "gamma",
                                         "input devices",
                                         "key map",
                                         "keyboard and pointer controls",
                                         "keyboards",
                                         "locks",
                                         "modifier map",
                                         "monitors",
                                         "outputs",
                                         "pointer map",
                                         "root properties",
                                         "screen saver"};

struct CloseAspects {
    void operator()(Display* display) const { XCloseDisplay(display); }
};
using Connection = std::unique_ptr<Display, CloseAspects>;

/// What the server refuses is a way that does not exist there.
int overlook(Display* /*display*/, XErrorEvent* /*refusal*/) { return 0; }

Named state_in(Connection const& connection) { return halte::named_in(halte::server_state(connection.get())); }

std::set<std::string> names_of_others(Named const& one, Named const& other) {
    std::set<std::string> names;
    for (auto const& [name, value] : one)
        if (other.at(name) != value) names.insert(name);
    return names;
}

Named without(Named state, std::set<std::string> const& names) {
    for (std::string const& each : names) state.erase(each);
    return state;
}

/// Through a connection that is gone afterwards. What it asked to be kept goes with the rig.
void spoil(std::string const& way) {
    Connection const visitor(XOpenDisplay(nullptr));
    halte::taken_over::take_over(visitor.get(), way, false);
    XSync(visitor.get(), False);
}

}  // namespace

TEST_CASE("Every aspect of an X server can be changed, stays changed without its cure, and is put back with it") {
    if (!has_program("hsetroot")) return skip("hsetroot is missing (see kiosk/packages.txt)");
    RigInstead const own;
    run({"hsetroot", "-solid", "#f7f3ea"});
    XSetErrorHandler(overlook);
    Connection const next(XOpenDisplay(nullptr));
    Named const before = state_in(next);
    auto ways = halte::taken_over::ways();
    ways.emplace_back(halte::taken_over::picture_is_moved);
    ways.emplace_back(halte::taken_over::monitor_is_made_up);
    std::set<std::string> mended;  ///< by its own cure alone
    for (std::string const& way : ways) {
        CAPTURE(way);
        spoil(way);
        auto const changed = names_of_others(before, state_in(next));
        // What no aspect puts back stays, so that each cure below is an aspect's.
        (void)halte::put_server_back(next.get(), halte::written(without(before, changed)), {});
        CHECK(names_of_others(before, state_in(next)) == changed);
        for (std::string const& name : changed) {
            (void)halte::put_server_back(next.get(), halte::written({{name, before.at(name)}}), {});
            if (!names_of_others(before, state_in(next)).contains(name)) mended.insert(name);
            spoil(way);
        }
        CHECK(halte::put_server_back(next.get(), halte::written(before), {}).empty());
        CHECK(names_of_others(before, state_in(next)).empty());
    }
    CHECK(mended == every_aspect);
    // Nobody can draw what a picture was, and the other two are no aspects.
    std::set<std::string> others{"safe page", "screen size", "x server"};
    for (auto const& [name, value] : before) others.erase(mended.contains(name) ? "" : name);
    CHECK(before.size() == every_aspect.size() + 3);
    CHECK(others.empty());
    XSetErrorHandler(nullptr);
}

TEST_CASE("The background of the root window, which nobody can ask for, is the safe page again") {
    if (!has_program("hsetroot")) return skip("hsetroot is missing (see kiosk/packages.txt)");
    RigInstead const own;
    run({"hsetroot", "-solid", "#f7f3ea"});
    Picture const page = rig().still_picture();
    Connection const next(XOpenDisplay(nullptr));
    std::string const before = halte::server_state(next.get());
    auto const darken = [&] {
        XSetWindowBackground(next.get(), DefaultRootWindow(next.get()), 0);
        XClearWindow(next.get(), DefaultRootWindow(next.get()));
        XSync(next.get(), False);
        CHECK(rig().still_picture() != page);
    };
    darken();
    CHECK(halte::put_server_back(next.get(), "", {}).empty());
    CHECK(rig().still_picture() != page);
    CHECK(halte::put_server_back(next.get(), before, {}).empty());
    CHECK(rig().still_picture() == page);
}
