#include "random_hands.h"

namespace halte::rig {

KeyPlaces find_places(Kiosk& kiosk) {
    KeyPlaces places{.welcome = rig().still_picture(), .language = kiosk.reach("language.fr")};
    kiosk.open_situations();
    places.exit = kiosk.reach("leave");
    Node const& exit = *kiosk.look().control("leave");
    places.exit_corner = {exit.visible.x, exit.visible.y};
    return places;
}

KeyPlaces find_places() {
    Kiosk kiosk;
    return find_places(kiosk);
}

void play(Motion const& motion) {
    constexpr Milliseconds in_a_drag(4);
    switch (motion.kind) {
        case Motion::Kind::tap:
            return rig().tap(motion.at);
        case Motion::Kind::down:
            return rig().down(motion.at);
        case Motion::Kind::move:
            return rig().move(motion.at);
        case Motion::Kind::up:
            return rig().up();
        case Motion::Kind::rest:
            return rest(in_a_drag);
    }
}

void play(std::vector<Motion> const& motions) {
    for (Motion const& motion : motions) play(motion);
}

Point RandomHands::place() {
    constexpr int beside = 8;
    Point place{between(0, rig().options().width - 1), between(0, rig().options().height - 1)};
    if (place.y >= m_places.exit_corner.y - beside && place.x >= m_places.exit_corner.x - beside)
        place.x -= rig().options().width / 2;
    return place;
}

std::vector<Motion> RandomHands::motions(int least, int most) {
    auto const count = std::size_t(between(least, most));
    std::vector<Motion> motions;
    while (motions.size() < count)
        if (between(0, 3) != 0)
            motions.push_back({Motion::Kind::tap, place()});
        else
            add_drag(motions);
    return motions;
}

void RandomHands::add_drag(std::vector<Motion>& motions) {
    motions.push_back({Motion::Kind::down, place()});
    for (int steps = between(1, 6); steps > 0; --steps) {
        motions.push_back({Motion::Kind::rest});
        motions.push_back({Motion::Kind::move, place()});
    }
    motions.push_back({Motion::Kind::up});
}

}  // namespace halte::rig
