/// A whole visit, from the first touch to a screen that shows nothing of it.
#include <doctest/doctest.h>
#include <halte/look.h>

#include <algorithm>
#include <cmath>

#include "rig/kiosk.h"
#include "rig/story.h"

using namespace halte::rig;
using halte::Milliseconds;
using namespace std::chrono_literals;

TEST_CASE("A number is three touches away") {
    Kiosk kiosk;
    kiosk.open_service();
    CHECK(kiosk.shows("0800 98 100"));
}

/// The finger is held on the key, so that the frame with the pressed key is known, and then lifted.
TEST_CASE("Erase and leave shows the welcome screen in the next frame") {
    Kiosk kiosk;
    kiosk.open_service();
    kiosk.press("leave");
    SeenScreen const pressed = kiosk.look();
    rig().up();
    kiosk.await_fresh_welcome(pressed.pid);
    SeenScreen const last = kiosk.last_screen_of(pressed.pid);
    CHECK(last.frame == pressed.frame + 1);
    CHECK(last.control("language.fr") != nullptr);
    CHECK(last.control("leave") == nullptr);
    CHECK_FALSE(last.shows("0800"));
}

TEST_CASE("After a visit the screen is the first start's to the pixel") {
    Kiosk kiosk;
    Picture const welcome = rig().still_picture();
    kiosk.open_service();
    kiosk.leave_to_the_next();
    kiosk.await_picture(welcome, 5s);
}

namespace {

using halte::Rgb;

Rgb colour_at(Picture const& picture, int x, int y) {
    auto const at = std::size_t(y * picture.width + x) * 3;
    return {picture.pixels.at(at), picture.pixels.at(at + 1), picture.pixels.at(at + 2)};
}

/// From the middle of the left edge outwards: 4 rp of the ground, 4 rp of the ring, and the ground again.
struct AcrossTheRing {
    Rgb gap;
    Rgb ring;
    Rgb outside;
};
AcrossTheRing across_the_ring(Kiosk& kiosk) {
    halte::Theme const theme({rig().options().width, rig().options().height, 15, 600});
    SeenScreen const& screen = kiosk.look();
    halte::Node const* const control = screen.control(screen.tree.focus.control.words);
    insist(control != nullptr, "What has the focus is not on the screen");
    Picture const picture = rig().still_picture();
    int const y = control->rect.y + control->rect.h / 2;
    auto const from_edge = [&](float rp) {
        return colour_at(picture, control->rect.x - int(std::lround(rp * theme.px_per_rp())), y);
    };
    return {from_edge(2), from_edge(6), from_edge(10)};
}

}  // namespace

TEST_CASE("A ring stands around what has the focus, in the picture, in every contrast") {
    constexpr int tab = 23;
    constexpr double edges = 3;  // WCAG 2.2, SC 1.4.11
    Kiosk kiosk;
    kiosk.open_situations();
    kiosk.touch("open.language");
    for (std::string const contrast : {"soft", "black-on-white", "white-on-black"}) {
        CAPTURE(contrast);
        kiosk.touch("contrast." + contrast);
        rest(600ms);
        rig().key(tab);
        await(5s, "a focus", [&] { return !kiosk.look().tree.focus.control.words.empty(); });
        AcrossTheRing const seen = across_the_ring(kiosk);
        CHECK(halte::contrast_ratio(seen.ring, seen.gap) >= edges);
        CHECK(halte::contrast_ratio(seen.ring, seen.outside) >= edges);
        CHECK(seen.gap == seen.outside);
    }
}

/// The visitor leaves by the keypad, too.
TEST_CASE("Focus, contrast, space in the text and buttons brought down are gone with the visit, to the pixel") {
    constexpr int tab = 23;
    constexpr int escape = 9;
    Kiosk kiosk;
    Picture const welcome = rig().still_picture();
    kiosk.open_situations();
    kiosk.touch("open.language");
    for (std::string const choice : {"contrast.white-on-black", "spacing.airy", "reach"}) kiosk.touch(choice);
    pid_t const leaver = kiosk.visitor();
    for (std::string const seen : {"first", "second"}) {
        rest(600ms);
        rig().key(tab);
        await(5s, "a focus for the " + seen + " time", [&] { return !kiosk.look().tree.focus.control.words.empty(); });
    }
    rest(600ms);
    rig().key_down(escape);
    kiosk.await_fresh_welcome(leaver);
    rig().key_up(escape);
    CHECK(kiosk.look().tree.focus.control.words.empty());
    kiosk.await_picture(welcome, 5s);
}

/// The touches fall where a language's key is: on the visitor that leaves, and on the one that comes.
TEST_CASE("Touches within half a second after the exit do nothing") {
    Kiosk kiosk;
    Picture const welcome = rig().still_picture();
    Point const french = kiosk.reach("Français");
    kiosk.open_situations();
    pid_t const leaver = kiosk.visitor();
    kiosk.leave();
    await(10s, "half a second of another visitor", [&] {
        rig().tap(french);
        SeenScreen const& screen = kiosk.look();
        return screen.pid != leaver && epoch_ms() > screen.shown_ms + 350;
    });
    kiosk.await_fresh_welcome(leaver);
    pid_t const next = kiosk.visitor();
    must_not(700ms, "an answer to a touch after the exit",
             [&] { return kiosk.look().pid != next || !is_welcome(kiosk.look()); });
    kiosk.await_picture(welcome);
    // The control: the same touch counts when it comes later.
    kiosk.await_feeling();
    rig().tap(french);
    await(5s, "the situations", [&] { return is_situations(kiosk.look()); });
}

/// In another language, with the largest text: neither may be met by the next person.
TEST_CASE("Back to the first screen leaves the visit") {
    Kiosk kiosk;
    Picture const welcome = rig().still_picture();
    kiosk.touch("العربية");
    kiosk.await_words("ليس الذنب ذنبك");
    pid_t const leaver = kiosk.visitor();
    kiosk.touch("اللغة وحجم النص");
    kiosk.touch("كبير جدًا");
    kiosk.touch("رجوع");
    kiosk.touch("رجوع");
    kiosk.await_fresh_welcome(leaver);
    kiosk.await_picture(welcome, 5s);
}

TEST_CASE("White on black is chosen at once, and is gone with the visit") {
    Kiosk kiosk;
    Picture const welcome = rig().still_picture();
    kiosk.open_situations();
    kiosk.touch("Langue et taille du texte");
    kiosk.touch("Blanc sur noir");
    Picture const dark = rig().still_picture();
    CHECK(std::count(dark.pixels.begin(), dark.pixels.end(), 0) > std::ptrdiff_t(dark.pixels.size() / 2));
    kiosk.leave_to_the_next();
    kiosk.await_picture(welcome, 5s);
}

TEST_CASE("Nothing leads back into a visit that was left") {
    Kiosk kiosk;
    kiosk.open_service();
    kiosk.leave_to_the_next();
    kiosk.open_situations();
    CHECK_FALSE(kiosk.shows("SOS Viol"));
    kiosk.touch("Retour");
    await(5s, "the welcome screen", [&] { return is_welcome(kiosk.look()); });
    CHECK_FALSE(kiosk.shows("0800"));
}

/// Where the terminal stands is where the next visitor is told from, whatever place the last one chose.
TEST_CASE("The next visitor is told from the terminal's own place again") {
    Kiosk kiosk({.settings = {.latitude = 50.4669, .longitude = 4.86746}});
    kiosk.open_services();
    kiosk.touch("Autre ville");
    kiosk.touch("Liège");
    kiosk.await_words("Maintenant, si vous voulez");
    kiosk.reach("CPVS Liège");
    kiosk.leave_to_the_next();
    kiosk.open_services();
    kiosk.reach("CPVS Namur");
    CHECK_FALSE(kiosk.look().control("CPVS Liège"));
}
