#include "visit.h"

#include <fmt/format.h>

#include <array>

#include "consumption.h"

namespace halte::rig::bench {
namespace {

/// Keys by their names, and besides: the key that turns the page, and a finger that pulls the list up and lets it run.
/// A list is dragged only before a key that does not run with it, and every key is one that its page begins with: to
/// reach another, pages would be turned that nobody counts.
constexpr std::string_view page = "page";
constexpr std::string_view drag = "drag";
constexpr std::array<std::string_view, 11> steps{"Français",
                                                 "Viol ou agression sexuelle",
                                                 "Télé-Accueil, 107",
                                                 drag,
                                                 "Retour",
                                                 page,
                                                 drag,
                                                 "Retour",
                                                 "Enfant ou adolescent",
                                                 drag,
                                                 "Retour"};
constexpr char const* exit_key = "Effacer et partir";

Point place_of(Kiosk& kiosk, std::string_view step) {
    if (step != page) return kiosk.reach(std::string(step));
    kiosk.await_feeling();
    kiosk.await_still();
    Node const* const key = kiosk.look().page_key();
    if (key == nullptr) throw Missed("There is no key that turns the page.");
    return middle_of(*key);
}

void await_frame_after(int frame, Kiosk& kiosk, Milliseconds limit, std::string const& what) {
    await(limit, what, [&] { return kiosk.look().frame > frame; });
}

using Times = std::vector<std::int64_t>;

void hold(Kiosk& kiosk, std::string_view step, Times& touched_us) {
    Point const place = place_of(kiosk, step);
    int const frame = kiosk.look().frame;
    touched_us.push_back(epoch_us());
    rig().down(place);
    await_frame_after(frame, kiosk, Milliseconds(3000), "a pressed key");
    await_rest(kiosk.visitor());
}

void press(Kiosk& kiosk, std::string_view step, Times& touched_us) {
    hold(kiosk, step, touched_us);
    int const frame = kiosk.look().frame;
    touched_us.push_back(epoch_us());
    rig().up();
    await_frame_after(frame, kiosk, Milliseconds(5000), "a screen that answers");
    await_rest(kiosk.visitor());
}

void drag_up(Kiosk& kiosk, Times& touched_us) {
    constexpr int moves = 12;
    constexpr int move_px = 25;
    Point at{rig().options().width / 2, rig().options().height * 7 / 10};
    touched_us.push_back(epoch_us());
    rig().down(at);
    for (int move = 1; move <= moves; ++move) {
        at.y -= move_px;
        rest(Milliseconds(16));
        touched_us.push_back(epoch_us());
        rig().move(at);
    }
    touched_us.push_back(epoch_us());
    rig().up();
    await_rest(kiosk.visitor());
}

LearntVisit::Touch learn_touch(Kiosk& kiosk, std::string_view step) {
    Point const place = place_of(kiosk, step);
    int const frame = kiosk.look().frame;
    rig().tap(place);
    await_frame_after(frame, kiosk, Milliseconds(5000), "a screen that answers");
    await_rest(kiosk.visitor());
    return {place, picture_now()};
}

}  // namespace

std::int64_t epoch_us() {
    auto const now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::microseconds>(now).count();
}

void play_slowly(Kiosk& kiosk, Times& touched_us) {
    pid_t const leaver = kiosk.visitor();
    for (std::string_view const step : steps) {
        if (step == drag)
            drag_up(kiosk, touched_us);
        else
            press(kiosk, step, touched_us);
    }
    hold(kiosk, exit_key, touched_us);
    touched_us.push_back(epoch_us());
    rig().up();
    kiosk.await_fresh_welcome(leaver);
}

std::uint64_t picture_now() {
    Eye eye;
    eye.look();
    return eye.hash();
}

void LearntVisit::await_welcome(Milliseconds limit) const {
    await(limit, "the welcome screen", [&] { return picture_now() == welcome; });
}

/// A new visitor's screen ignores fingers at first, for half a second, and another page's keys for a third of one; the
/// program of the product does not say when they were shown.
void LearntVisit::replay(pid_t visitor) const {
    constexpr Milliseconds patience(60'000);
    rest(Milliseconds(600));
    int count = 0;
    for (Touch const& touch : touches) {
        auto const before = picture_now();
        rig().down(touch.place);
        await(patience, "a pressed key", [&] { return picture_now() != before; });
        await_rest(visitor);
        rig().up();
        await(patience, fmt::format("the picture after touch {}", ++count),
              [&] { return picture_now() == touch.answer; });
        await_rest(visitor);
        rest(Milliseconds(400));
    }
}

LearntVisit learn_visit() {
    Kiosk kiosk;
    kiosk.await_feeling();
    await_rest(kiosk.visitor());
    LearntVisit learnt{.welcome = picture_now(), .touches = {}};
    for (std::string_view const step : steps) {
        if (step == drag) continue;
        while (step != page && !kiosk.place_on_this_page(std::string(step)))
            learnt.touches.push_back(learn_touch(kiosk, page));
        learnt.touches.push_back(learn_touch(kiosk, step));
    }
    return learnt;
}

}  // namespace halte::rig::bench
