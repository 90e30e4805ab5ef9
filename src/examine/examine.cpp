#include <fmt/format.h>
#include <halte/version.h>

#include <algorithm>
#include <ctime>

#include "fonts.h"
#include "kiosk_user.h"
#include "languages.h"
#include "machine.h"
#include "touch_devices.h"
#include "units.h"

namespace halte {
namespace {

void add(Problems& findings, Problems const& more) { findings.insert(findings.end(), more.begin(), more.end()); }

/// The picture as it hangs: as the X server shows it, else as the screen would, else as most screens are.
PictureSize hanging_picture(Settings const& settings, Connector const* screen, XAnswer const& x_server) {
    if (auto const* const server = std::get_if<XServer>(&x_server))
        return picture_of(settings.diagonal_inches, server->width_px, server->height_px);
    bool const known = screen != nullptr && screen->width_px > 0 && screen->height_px > 0;
    int const width = known ? screen->width_px : 16;
    int const height = known ? screen->height_px : 9;
    bool const on_its_side = settings.rotation % 180 != 0;
    return picture_of(settings.diagonal_inches, on_its_side ? height : width, on_its_side ? width : height);
}

/// What fingers, eyes and ears meet: screen, touch, keys, sound, and at which height.
Problems examine_outside(Tree const& tree, LoadedSettings const& loaded) {
    Settings const& settings = loaded.settings;
    std::vector<Connector> const connectors = read_connectors(tree);
    XAnswer const x_server = ask_x_server(tree);
    bool const measured = loaded.positions.contains("screen.diagonal_inches");
    Problems findings = judge_screen(settings, measured, connectors, x_server);
    add(findings, judge_touch(settings.rotation, read_touch_devices(tree), x_server));
    findings.push_back(judge_ghosts(tree.presence(std::string("/run/halte/") + ghost_touches_file)));
    add(findings, judge_hands(settings, read_key_devices(tree)));
    findings.push_back(judge_reach(settings.mounting_height_mm,
                                   hanging_picture(settings, chosen(settings, connectors), x_server),
                                   settings.shelf_in_front ? Shelf::in_front : Shelf::absent));
    findings.push_back(judge_sound(tree.text("/proc/asound/cards").value_or("")));
    return findings;
}

Figures figures_of(Tree const& tree, Subject const& subject) {
    return {.version = version(),
            .kernel = read_kernel_release(tree),
            .debian = read_debian(tree),
            .snapshot_as_of = subject.directory.as_of(),
            .snapshot_embedded = subject.loaded.settings.directory.empty() || !subject.refused.empty(),
            .services = subject.directory.service_ids().size(),
            .settings_problems = subject.loaded.problems.size(),
            .units = has_systemd(tree) ? ask_systemd() : std::vector<ServiceState>(),
            .checked_at = std::time(nullptr)};
}

Problem versions(Figures const& figures) {
    std::string const system = figures.debian.empty() ? "no Debian" : "Debian " + figures.debian;
    return fine("system.versions", fmt::format("Halte {}, Linux {}, {}.", figures.version, figures.kernel, system));
}

}  // namespace

Examination examine(Subject const& subject) {
    Tree const tree;
    Settings const& settings = subject.loaded.settings;
    Examination result{{}, figures_of(tree, subject)};
    Figures const& figures = result.figures;
    ClockReading const clock = read_clock(settings.timezone);
    Problems& findings = result.findings;
    add(findings, judge_settings(subject.settings_path, subject.loaded));
    add(findings, examine_outside(tree, subject.loaded));
    add(findings, judge_clock(clock, subject.known_past));
    add(findings, judge_snapshot({figures.snapshot_as_of, figures.services, settings.directory, subject.refused,
                                  subject.undrawable_icons},
                                 clock, subject.known_past));
    add(findings, examine_languages(subject.directory, settings));
    add(findings, examine_fonts(subject.directory, subject.loaded));
    add(findings, examine_reading(subject, figures.units));
    add(findings, judge_memory(read_memory(tree), figures.units));
    add(findings, judge_services(figures.units, has_systemd(tree)));
    findings.push_back(judge_panic(tree.line("/proc/sys/kernel/panic")));
    findings.push_back(versions(figures));
    return result;
}

}  // namespace halte
