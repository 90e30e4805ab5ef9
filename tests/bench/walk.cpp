#include "walk.h"

#include <array>

#include "staging.h"

namespace halte::rig::bench {
namespace {

constexpr std::array files{"welcome.html", "subjects.html", "services.html", "service.html"};

struct Way {
    char const* id;
    std::size_t to;
};
constexpr std::array ways{Way{"language.fr", 1},
                          Way{"open.services.rape", 2},
                          Way{"open.service.sos-viol", 3},
                          Way{"back", 2},
                          Way{"back", 1},
                          Way{"leave", 0}};

}  // namespace

Walk learn_walk(Kiosk& kiosk) {
    Walk walk;
    for (char const* const file : files) walk.pages.push_back({file, {}});
    std::size_t here = 0;
    for (Way const& way : ways) {
        Point const place = kiosk.reach(way.id);
        SeenScreen const seen = kiosk.look();
        Picture const picture = rig().still_picture();
        walk.steps.push_back({way.id, place, seen.control(way.id)->rect, here, way.to});
        kiosk.press(way.id);
        ScreenToWrite& screen = walk.pages[here].screen;
        if (screen.tree.nodes.empty())
            screen = {.tree = seen.tree, .picture = picture, .pressed = PressedKey{way.id, rig().still_picture()}};
        screen.links[way.id] = files.at(way.to);
        rig().up();
        await(Milliseconds(5000), "an answer to the touch of " + std::string(way.id), [&] {
            SeenScreen const& now = kiosk.look();
            return now.pid != seen.pid || (now.page_ms != seen.page_ms && !presses_something(now));
        });
        here = way.to;
    }
    kiosk.await_feeling();
    return walk;
}

void write_pages(Walk const& walk, fs::path const& folder) {
    fs::create_directories(folder);
    for (WalkPage const& page : walk.pages) write_file(folder / page.file, page_of(page.screen));
}

}  // namespace halte::rig::bench
