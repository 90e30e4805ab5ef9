/// The pages of a usual visit: what each is, and the way from one to the next.
#include <algorithm>

#include "kiosk.h"

namespace halte::rig {
namespace {

constexpr std::string_view exit_key = "leave";

bool has(SeenScreen const& screen, std::string_view id) { return screen.control(std::string(id)) != nullptr; }

}  // namespace

bool is_welcome(SeenScreen const& screen) {
    return screen.shows("Maison de l’Exemple") && has(screen, "language.fr") && !has(screen, exit_key);
}
bool is_situations(SeenScreen const& screen) { return has(screen, "open.services.rape") && has(screen, exit_key); }
bool is_services(SeenScreen const& screen) { return screen.shows("Maintenant, si vous voulez"); }
bool is_service(SeenScreen const& screen) {
    return screen.shows("0800 98 100") && !has(screen, "open.service.sos-viol");
}
bool presses_something(SeenScreen const& screen) { return std::ranges::any_of(screen.tree.nodes, &Node::pressed); }
bool is_veil(SeenScreen const& screen) { return has(screen, "continue") && has(screen, "start-again"); }

Point middle_of(Node const& node) { return {node.visible.x + node.visible.w / 2, node.visible.y + node.visible.h / 2}; }

void Kiosk::open_situations() {
    touch("Français");
    await(Milliseconds(5000), "the situations", [this] { return is_situations(look()); });
}

void Kiosk::open_services() {
    open_situations();
    touch("Viol ou agression sexuelle");
    await(Milliseconds(5000), "the services", [this] { return is_services(look()); });
}

void Kiosk::open_service() {
    open_services();
    touch("SOS Viol, 0800 98 100");
    await(Milliseconds(5000), "the service", [this] { return is_service(look()); });
}

void Kiosk::leave() { touch(std::string(exit_key)); }

void Kiosk::leave_to_the_next() {
    pid_t const leaver = visitor();
    leave();
    await_fresh_welcome(leaver);
}

}  // namespace halte::rig
