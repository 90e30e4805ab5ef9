// rig-scout: makes a visit on a rig of its own and notes what it looked like and where it touched, for machines that
// are looked at and touched from outside only: tests/promises/whole_machine and tests/field.
//
//   rig-scout everything FOLDER                        the visit of everything.h, to a directory of canaries
//   rig-scout service FOLDER WIDTHxHEIGHT SAFE_PAGE    a service's page, and the root window with the safe page on it
//
// Into the folder come:
//   route            a line for each touch: STEP tap X Y. The steps are step-0 and so on; end is the exit's.
//   pictures/STEP    the screen before each touch, and pictures/safe-page: three bytes to a pixel, top row first
//   halte.toml       the settings. Emulated, a visit takes its time.
// Of a visit to everything, too:
//   canary.snapshot  the directory
//   canaries         what memory-search derives needles from. The screenshots that it names are of the machine, and are
//                    to come into seen/: first.ppm, of the step that first-step names, and end.ppm
#include <fmt/format.h>

#include <array>
#include <cstdio>

#include "everything.h"
#include "rig/staging.h"

namespace halte::promises {
namespace {

using Words = std::vector<std::string>;
namespace fs = std::filesystem;

rig::KioskSettings slow() { return {.inactivity_seconds = 600, .inactivity_reading_seconds = 600}; }

rig::RigOptions screen_of(std::string const& size) {
    rig::RigOptions options;
    if (std::sscanf(size.c_str(), "%dx%d", &options.width, &options.height) != 2)
        throw std::runtime_error(size + " is no size of a screen.");
    return options;
}

void write_pixels(fs::path const& file, rig::Picture const& picture) {
    rig::write_file(file, {picture.pixels.begin(), picture.pixels.end()});
}

void write_route(fs::path const& folder, Route const& route) {
    fs::path const pictures = folder / "pictures";
    fs::create_directories(pictures);
    std::string lines;
    for (std::size_t number = 0; number < route.steps.size(); ++number) {
        auto const& [before, at] = route.steps[number];
        std::string const step = fmt::format("step-{}", number);
        lines += fmt::format("{} tap {} {}\n", step, at.x, at.y);
        write_pixels(pictures / step, before);
    }
    write_pixels(pictures / "end", route.end);
    lines += fmt::format("end tap {} {}\n", route.exit.x, route.exit.y);
    rig::write_file(folder / "route", lines);
    rig::write_file(folder / "halte.toml", slow().toml());
}

void scout_everything_into(fs::path const& folder) {
    rig::held_rig() = std::make_unique<rig::Rig>(rig::RigOptions{});
    Canaries const canaries = Canaries::any();
    fs::path const snapshot = build_directory(canaries, folder);
    fs::create_directories(folder / "seen");
    Everything const everything = scout_everything(canaries, snapshot, slow(), folder / "seen");
    write_route(folder, everything.route);
    rig::write_file(folder / "canaries", canaries.lines() + everything.drawn);
    rig::write_file(folder / "first-step", fmt::format("step-{}\n", everything.first_page));
}

void scout_service_into(fs::path const& folder, std::string const& size, fs::path const& safe_page) {
    rig::held_rig() = std::make_unique<rig::Rig>(screen_of(size));
    fs::create_directories(folder / "pictures");
    // As kiosk/fit-screen does.
    if (rig::run({"hsetroot", "-solid", "#f7f3ea", "-full", safe_page}).status != 0)
        throw std::runtime_error("hsetroot could not show " + safe_page.string() + ".");
    write_pixels(folder / "pictures/safe-page", rig::rig().still_picture());
    write_route(folder, scout_route({.settings = slow()}, &rig::Kiosk::open_service, "Effacer et partir"));
}

void obey(Words const& words) {
    std::string const task = words.empty() ? "" : words[0];
    if (task == "everything" && words.size() == 2) return scout_everything_into(words[1]);
    if (task == "service" && words.size() == 4) return scout_service_into(words[1], words[2], words[3]);
    throw std::runtime_error("rig-scout everything FOLDER | service FOLDER WIDTHxHEIGHT SAFE_PAGE");
}

}  // namespace
}  // namespace halte::promises

int main(int count, char** words) {
    int status = 0;
    try {
        halte::promises::obey({words + 1, words + count});
    } catch (std::exception const& fault) {
        fmt::print(stderr, "rig-scout: {}\n", fault.what());
        status = 1;
    }
    halte::rig::held_rig().reset();
    return status;
}
