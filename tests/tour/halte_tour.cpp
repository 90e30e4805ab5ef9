/// halte-tour: a picture of every screen, drawn by the real screens in a real window, with an index page. It needs an
/// X server as large as the largest picture; kiosk/run starts a virtual one.

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <stb/stb_image_write.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>

#include "support/scenes.h"

using namespace halte;

namespace {

struct Stop {
    std::string language;
    scenes::NamedShape shape;
    TextSize size;
    Contrast contrast = Contrast::soft;
    Reach reach = Reach::everywhere;
};

std::string size_name(TextSize size) {
    return size == TextSize::normal ? "" : size == TextSize::large ? "-large" : "-largest";
}

std::string contrast_name(Contrast contrast) {
    return contrast == Contrast::soft ? "" : contrast == Contrast::black_on_white ? "-contrast" : "-dark";
}

std::string reach_name(Reach reach) { return reach == Reach::low ? "-low" : ""; }

struct Tour {
    std::filesystem::path folder;
    Directory const& directory;
    std::string only;
    std::string profile;
    bool all_pages = false;
    std::vector<std::string> pictures{};

    Result<void> visit(Stop const& stop) {
        ScreenShape const& shape = stop.shape.shape;
        Window window = TRY(Window::create({shape.width_px, shape.height_px}));
        Canvas canvas = TRY(Canvas::create(shape, icons_of(directory), true));
        window.show();
        Terminal const terminal = scenes::example_terminal(directory, profile);
        std::vector<std::string> const services{"sos-viol",    "cpvs-bruxelles", "cpvs-namur",
                                                "cpvs-leuven", "gams-belgique",  "sos-enfants"};
        for (auto scene : scenes::scenes(directory, terminal, stop.language, stop.size, services)) {
            scene.visit.appearance.contrast = stop.contrast;
            scene.visit.appearance.reach = stop.reach;
            std::string const name = fmt::format("{}-{}{}{}{}-{}.png", scene.name, stop.language, size_name(stop.size),
                                                 contrast_name(stop.contrast), reach_name(stop.reach), stop.shape.name);
            if (name.find(only) == std::string::npos) continue;
            draw(scene.visit, directory, terminal, scenes::example_moment(directory), canvas);
            save(name, window);
            window.swap();
            if (all_pages) turn_pages(scene.visit, terminal, name, window, canvas);
        }
        return {};
    }

    /// The stops of the page key as NAME-2.png and so on.
    void turn_pages(Visit visit, Terminal const& terminal, std::string const& name, Window& window, Canvas& canvas) {
        Instant now = Instant{} + std::chrono::hours(2);
        for (int page = 2; canvas.scroll_left() > 1 && scenes::page_key(canvas.tree()) != nullptr; ++page) {
            visit.path.back().scroll = scenes::page_turned(canvas, now);
            draw(visit, directory, terminal, scenes::example_moment(directory), canvas);
            save(fmt::format("{}-{}.png", name.substr(0, name.rfind('.')), page), window);
            window.swap();
        }
    }

    void save(std::string const& name, Window const& window) {
        auto const pixels = window.pixels();
        int const width = window.width_px();
        stbi_write_png((folder / name).c_str(), width, window.height_px(), 3, pixels.data(), width * 3);
        pictures.push_back(name);
        fmt::print("{}\n", name);
        std::fflush(stdout);
    }

    void write_index() const {
        std::ofstream page(folder / "index.html");
        page << "<!doctype html><html lang=en><meta charset=utf-8><title>Halte: every screen</title>\n"
                "<style>body{font-family:sans-serif;background:#ebe4d5;margin:2em}figure{display:inline-block;margin:"
                "1em}"
                "img{width:420px;border:1px solid #73807a}</style><h1>Halte: every screen</h1>\n";
        for (std::string const& name : pictures)
            page << "<figure><a href=\"" << name << "\"><img src=\"" << name << "\" alt=\"\"></a><figcaption>" << name
                 << "</figcaption></figure>\n";
    }
};

std::vector<Stop> stops(Directory const& directory, std::string const& languages, bool whole, Reach reach) {
    auto const shapes = scenes::audited_shapes();
    std::vector<Stop> all;
    if (whole) {
        for (std::string const& language : scenes::codes_of(directory))
            for (auto const& shape : shapes)
                for (TextSize const size : {TextSize::normal, TextSize::large, TextSize::largest})
                    if (languages.empty() || languages.find(language) != std::string::npos)
                        all.push_back({language, shape, size, Contrast::soft, reach});
        return all;
    }
    for (std::string const& language : scenes::codes_of(directory))
        all.push_back({language, shapes[1], TextSize::normal});
    for (std::string const& language : scenes::codes_of_scripts(directory)) {
        all.push_back({language, shapes[2], TextSize::normal});
        all.push_back({language, shapes[0], TextSize::largest});
    }
    all.push_back({source_language, shapes[0], TextSize::normal});
    all.push_back({source_language, shapes[1], TextSize::largest});
    for (Contrast const contrast : {Contrast::black_on_white, Contrast::white_on_black})
        for (std::string const& language : scenes::codes_of_directions(directory)) {
            all.push_back({language, shapes[1], TextSize::normal, contrast});
            all.push_back({language, shapes[2], TextSize::normal, contrast});
            all.push_back({language, shapes[0], TextSize::largest, contrast});
        }
    for (std::string const& language : scenes::codes_of_directions(directory)) {
        all.push_back({language, shapes[1], TextSize::normal, Contrast::soft, Reach::low});
        all.push_back({language, shapes[2], TextSize::normal, Contrast::soft, Reach::low});
        all.push_back({language, shapes[0], TextSize::largest, Contrast::soft, Reach::low});
    }
    all.push_back({source_language, shapes[3], TextSize::normal});
    return all;
}

}  // namespace

int main(int argc, char** argv) {
    Directory const embedded = Directory::open_bytes(embedded_snapshot()).value();
    CLI::App app{"A picture of every screen of Halte, and an index page."};
    std::string folder = "build/tour";
    std::string only;
    std::string languages;
    std::string snapshot;
    std::string profile = "hospital";
    bool whole = false;
    bool low = false;
    bool pages = false;
    app.add_option("--output", folder, "Folder of the pictures");
    app.add_option("--only", only, "Only pictures with this in their name");
    app.add_option("--languages", languages,
                   fmt::format("With --whole: only these of {}", fmt::join(scenes::codes_of(embedded), ",")));
    app.add_option("--profile", profile, "Kind of place: hospital, town-hall, asylum-centre, school");
    app.add_option("--directory", snapshot, "Snapshot to show instead of the embedded one");
    app.add_flag("--whole", whole, "Every language, shape and text size");
    app.add_flag("--low", low, "With --whole: with the keys brought down");
    app.add_flag("--pages", pages, "Every page of a screen, as the page key turns them");
    CLI11_PARSE(app, argc, argv);
    std::filesystem::create_directories(folder);
    auto directory = snapshot.empty() ? Directory::open_bytes(embedded_snapshot()) : Directory::open(snapshot);
    if (!directory) return log_line(directory.error().sentence), int(directory.error().code);
    Tour tour{folder, *directory, only, profile, pages};
    for (Stop const& stop : stops(*directory, languages, whole, low ? Reach::low : Reach::everywhere))
        if (auto const done = tour.visit(stop); !done) return log_line(done.error().sentence), int(done.error().code);
    if (tour.pictures.empty())
        return log_line(fmt::format("No picture has \"{}\" in its name: one is emergency-fr-1920x1080.png", only)), 1;
    tour.write_index();
    return 0;
}
