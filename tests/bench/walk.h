#pragma once
/// The visit that a browser is compared in: from the first page to a service and back, and out. It is learnt on a kiosk
/// whose tree can be read, and then walked by the places of its keys, on the kiosk and in a browser that shows the same
/// pages.

#include <string>
#include <vector>

#include "kiosk.h"
#include "page_writer.h"

namespace halte::rig::bench {

struct WalkPage {
    std::string file;  ///< the name of the page for the browser
    ScreenToWrite screen;
};

struct WalkStep {
    std::string id;  ///< of the key that is touched
    Point place;
    PixelRect key;
    std::size_t from = 0;  ///< the page that it stands on
    std::size_t to = 0;    ///< the page that it leads to
};

struct Walk {
    std::vector<WalkPage> pages;  ///< the first page first
    std::vector<WalkStep> steps;  ///< the last one leads out, and to the first page
};

/// From the kiosk's first page on; the kiosk is on the next visitor's afterwards.
Walk learn_walk(Kiosk& kiosk);
void write_pages(Walk const& walk, fs::path const& folder);

}  // namespace halte::rig::bench
