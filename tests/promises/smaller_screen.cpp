/// A screen that is made smaller during a visit: what of the page lies beyond its new edge is drawn nowhere any more,
/// and must not stay in the X server either.
#include <doctest/doctest.h>

#include <set>

#include "hunt.h"
#include "rig/kiosk.h"
#include "rig/one_rig.h"
#include "rig/outputs.h"
#include "rig/skip.h"
#include "rig/staging.h"
#include "search/search.h"

using namespace halte::rig;
using namespace std::chrono_literals;

namespace {

constexpr int small_height = 600;
constexpr int piece = 160;  ///< pixels of a row that are looked for

std::vector<std::uint8_t> as_server_has_it(Picture const& picture, int x, int y) {
    std::vector<std::uint8_t> bytes;
    for (int at = x; at < x + piece; ++at) {
        auto const pixel = picture.pixels.begin() + (std::ptrdiff_t(y) * picture.width + at) * 3;
        bytes.insert(bytes.end(), {std::uint8_t(pixel[2]), std::uint8_t(pixel[1]), std::uint8_t(pixel[0]), 0});
    }
    return bytes;
}

/// Three bytes of each pixel: what the server has in the fourth is its own affair.
halte::test::Needle needle_of(std::vector<std::uint8_t> const& pixels) {
    halte::test::Needle needle{.canary = "a row of the page", .encoding = "BGRX", .bytes = {}, .chunk = 3, .stride = 4};
    for (std::size_t at = 0; at < pixels.size(); ++at)
        if (at % 4 != 3) needle.bytes.push_back(pixels[at]);
    return needle;
}

int colours_in(std::vector<std::uint8_t> const& pixels) {
    std::set<std::vector<std::uint8_t>> colours;
    for (auto at = pixels.begin(); at != pixels.end(); at += 4) colours.insert({at, at + 4});
    return int(colours.size());
}

/// The pieces below the new edge that have the most colours, which are words and icons.
std::vector<halte::test::Needle> needles_below_the_edge(Picture const& page) {
    constexpr int enough_colours = 12;
    std::vector<halte::test::Needle> needles;
    for (int y = small_height; y < page.height; y += 3)
        for (int x = 0; x + piece <= page.width; x += piece) {
            auto const pixels = as_server_has_it(page, x, y);
            if (colours_in(pixels) >= enough_colours) needles.push_back(needle_of(pixels));
        }
    return needles;
}

std::size_t found_in_server(std::vector<halte::test::Needle> const& needles) {
    return search(halte::test::Memory::of_process(rig().server().pid()), needles, {}).hits.size();
}

}  // namespace

TEST_CASE("A screen made smaller in a visit leaves no row of it in the X server") {
    if (halte::promises::may_not_read_memory()) return;
    if (!has_program("xrandr")) return skip("xrandr is missing (see kiosk/packages.txt)");
    RigInstead const own;
    std::string const output = output_that_is("connected").value();
    add_mode(output, "small", "38.25 800 832 912 1024 600 603 607 624");
    Kiosk kiosk;
    kiosk.open_service();
    kiosk.await_still();
    Picture const page = rig().look();
    pid_t const visitor = kiosk.visitor();
    auto const needles = needles_below_the_edge(page);
    REQUIRE(needles.size() >= 3);
    CHECK(found_in_server(needles) > 0);  // the control
    xrandr({"--output", output, "--mode", "small"});
    kiosk.await_fresh_welcome(visitor);
    kiosk.await_feeling();
    kiosk.open_situations();
    CHECK(rig().look().height == small_height);
    CHECK(found_in_server(needles) == 0);
}
