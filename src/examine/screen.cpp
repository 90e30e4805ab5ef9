#include <fmt/format.h>
#include <fmt/ranges.h>
#include <halte/screen_shape.h>

#include <algorithm>
#include <cmath>

#include "judge.h"

namespace halte {
namespace {

/// A diagonal is given to half an inch; what differs by more is another screen, or a slip.
constexpr double allowed_difference = 0.08;
constexpr char const* fit_again = "systemctl restart halte-screen.service fits it again.";

std::vector<std::string> names_of(std::vector<Connector> const& connectors, XAnswer const& x_server) {
    std::vector<std::string> names;
    for (Connector const& connector : connectors) names.push_back(connector.name);
    // A virtual screen is no socket of the kernel's.
    XServer const* const server = std::get_if<XServer>(&x_server);
    for (XOutput const& output : server != nullptr && names.empty() ? server->outputs : std::vector<XOutput>())
        if (output.connected) names.push_back(output.name);
    return names;
}

Problem judge_connected(std::vector<std::string> const& names) {
    if (!names.empty()) return fine("screen.connected", fmt::format("Connected: {}.", fmt::join(names, ", ")));
    return broken("screen.connected", "No screen is connected.",
                  "Connect one and switch it on. If it is, its cable or the driver of the graphics card is at fault.");
}

Problem judge_output(std::string const& wanted, std::vector<std::string> const& names) {
    bool const there = std::find(names.begin(), names.end(), wanted) != names.end();
    if (there || (wanted.empty() && names.size() == 1))
        return fine("screen.output", fmt::format("{} shows the kiosk.", there ? wanted : names.front()));
    std::string const cure = fmt::format("Write output = \"{}\" under [screen].", names.front());
    if (wanted.empty())
        return warn("screen.output",
                    fmt::format("Several screens are connected, and the settings choose none: {} shows the kiosk.",
                                names.front()),
                    cure);
    return broken("screen.output",
                  fmt::format("The settings choose the output {}, which has no screen; connected: {}.", wanted,
                              fmt::join(names, ", ")),
                  cure);
}

Problem judge_size(Settings const& settings, bool measured, Connector const* screen) {
    double const configured = settings.diagonal_inches;
    if (screen != nullptr && screen->size) {
        double const said = screen->size->diagonal_inches();
        std::string const both =
            fmt::format("The screen says that it has {:.1f} inches, the settings say {:.1f}", said, configured);
        if (std::abs(said - configured) <= said * allowed_difference) return fine("screen.size", both + ".");
        return warn("screen.size", both + ": letters and keys have the wrong size.",
                    fmt::format("Measure the diagonal, and write it under [screen]: diagonal_inches = {:.1f}.", said));
    }
    if (measured)
        return fine("screen.size",
                    fmt::format("The settings say {:.1f} inches; the screen itself does not tell.", configured));
    return warn(
        "screen.size",
        fmt::format("Neither the screen nor the settings say how large it is: {:.1f} inches are assumed.", configured),
        "Measure the diagonal, and write it under [screen] as diagonal_inches.");
}

/// Of the picture that the visitors see: what the X server shows, else what the screen would.
std::optional<ScreenShape> shape_of(Settings const& settings, Connector const* screen, XAnswer const& x_server) {
    ScreenShape shape{0, 0, settings.diagonal_inches, settings.viewing_distance_mm};
    if (auto const* const server = std::get_if<XServer>(&x_server)) {
        shape.width_px = server->width_px;
        shape.height_px = server->height_px;
    } else if (screen != nullptr) {
        bool const on_its_side = settings.rotation % 180 != 0;
        shape.width_px = on_its_side ? screen->height_px : screen->width_px;
        shape.height_px = on_its_side ? screen->width_px : screen->height_px;
    }
    if (shape.width_px <= 0 || shape.height_px <= 0) return std::nullopt;
    return shape;
}

void judge_room(std::optional<ScreenShape> const& shape, Problems& findings) {
    if (!shape) return;
    if (auto const fault = fault_of_size(*shape))
        findings.push_back(broken("screen.room", fault->what, fault->cure));
    else
        findings.push_back(fine("screen.room", fmt::format("Every key has room on {}x{} pixels at {:.1f} inches.",
                                                           shape->width_px, shape->height_px, shape->diagonal_inches)));
    if (auto const fault = fault_of_distance(*shape))
        findings.push_back(broken("screen.distance", fault->what, fault->cure));
}

/// What is wrong with the one output that is on; empty when it is right.
std::string fault_of(XOutput const& output, XServer const& server, Settings const& settings) {
    if (!settings.output.empty() && output.name != settings.output)
        return fmt::format("{} is on, the settings choose {}.", output.name, settings.output);
    if (output.rotation != settings.rotation)
        return fmt::format("The picture on {} is turned by {} degrees, the settings say {}.", output.name,
                           output.rotation, settings.rotation);
    if (output.width_px != server.width_px || output.height_px != server.height_px)
        return fmt::format("{} shows {}x{} pixels of a picture of {}x{}.", output.name, output.width_px,
                           output.height_px, server.width_px, server.height_px);
    return "";
}

Problem judge_shown(Settings const& settings, XServer const& server) {
    std::vector<XOutput> on;
    std::copy_if(server.outputs.begin(), server.outputs.end(), std::back_inserter(on),
                 [](XOutput const& output) { return output.on; });
    if (on.size() != 1)
        return broken("screen.shown", fmt::format("{} outputs of the X server are on; it must be one.", on.size()),
                      fit_again);
    std::string const fault = fault_of(on.front(), server, settings);
    if (!fault.empty()) return broken("screen.shown", fault, fit_again);
    return fine("screen.shown", fmt::format("{} shows {}x{} pixels, turned by {} degrees.", on.front().name,
                                            server.width_px, server.height_px, settings.rotation));
}

Problem judge_shown(Settings const& settings, XAnswer const& x_server) {
    if (auto const* const server = std::get_if<XServer>(&x_server)) return judge_shown(settings, *server);
    return without_answer("screen.shown", "What the X server shows", std::get<NoAnswer>(x_server));
}

/// Nothing on a server as Debian has it.
void judge_clients(XAnswer const& x_server, Problems& findings) {
    auto const* const server = std::get_if<XServer>(&x_server);
    if (server == nullptr || server->tells_clients) return;
    findings.push_back(warn("screen.clients",
                            "The X server does not tell whose its clients are: windows that a dead visitor process "
                            "asked it to keep stay until it ends.",
                            "Start it with its extension X-Resource, as kiosk/display does."));
}

}  // namespace

Problem without_answer(std::string id, std::string const& what, NoAnswer why) {
    switch (why) {
        case NoAnswer::forbidden:
            return untold(std::move(id), what);
        case NoAnswer::silent:
            return broken(std::move(id), what + " cannot be told: the X server does not answer.",
                          "systemctl restart halte-display.service starts it again.");
        case NoAnswer::not_running:
            break;
    }
    return warn(std::move(id), what + " cannot be told: no X server runs.",
                "Ask again while the kiosk runs: systemctl start halte-kiosk.");
}

Connector const* chosen(Settings const& settings, std::vector<Connector> const& connectors) {
    auto const wanted = std::find_if(connectors.begin(), connectors.end(),
                                     [&](Connector const& one) { return one.name == settings.output; });
    if (wanted != connectors.end()) return &*wanted;
    return connectors.empty() ? nullptr : &connectors.front();
}

Problems judge_screen(Settings const& settings, bool measured, std::vector<Connector> const& connectors,
                      XAnswer const& x_server) {
    std::vector<std::string> const names = names_of(connectors, x_server);
    Problems findings{judge_connected(names)};
    if (!names.empty()) findings.push_back(judge_output(settings.output, names));
    findings.push_back(judge_size(settings, measured, chosen(settings, connectors)));
    judge_room(shape_of(settings, chosen(settings, connectors), x_server), findings);
    findings.push_back(judge_shown(settings, x_server));
    judge_clients(x_server, findings);
    return findings;
}

}  // namespace halte
