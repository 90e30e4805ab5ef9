/// halte-tour: a picture of every screen, drawn by the real screens in a real window, with an index page. It needs an
/// X server as large as the largest picture; kiosk/run starts a virtual one.

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <halte/shown_canvas.h>
#include <stb/stb_image_write.h>

#include <filesystem>
#include <fstream>

#include "command_line.h"
#include "support/scenes.h"

using namespace halte;

namespace {

struct Stop {
    std::string language;
    scenes::NamedShape shape;
    Appearance appearance{};
    Hands hands = Hands::finger;
};

/// "-largest-airy-low", in the order of Appearance; nothing for what is usual.
std::string name_of(Appearance const& appearance) {
    constexpr std::array sizes{"", "-large", "-largest"};
    constexpr std::array contrasts{"", "-contrast", "-dark"};
    return fmt::format(
        "{}{}{}{}", sizes.at(std::size_t(appearance.text_size)), contrasts.at(std::size_t(appearance.contrast)),
        appearance.spacing == TextSpacing::airy ? "-airy" : "", appearance.reach == Reach::low ? "-low" : "");
}

/// "language-fr-largest-airy-1024x768.png"
std::string picture_name(std::string const& scene, Stop const& stop) {
    return fmt::format("{}-{}{}{}-{}.png", scene, stop.language, name_of(stop.appearance),
                       stop.hands == Hands::keys ? "-keys" : "", stop.shape.name);
}

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
        ShownCanvas canvas = TRY(ShownCanvas::create(shape, icons_of(directory), true));
        window.show();
        Terminal const terminal = scenes::example_terminal(directory, profile);
        std::vector<std::string> const services{"sos-viol",    "cpvs-bruxelles", "cpvs-namur",
                                                "cpvs-leuven", "gams-belgique",  "sos-enfants"};
        for (auto scene : scenes::scenes(directory, terminal, stop.language, stop.appearance.text_size, services)) {
            scenes::choose(scene.visit, stop.appearance);
            if (stop.hands == Hands::keys) scenes::lead_by_keys(scene.visit);
            std::string const name = picture_name(scene.name, stop);
            if (name.find(only) == std::string::npos) continue;
            draw(scene.visit, directory, terminal, scenes::example_moment(directory), canvas);
            show(name, window, canvas);
            if (all_pages) turn_pages(scene.visit, terminal, name, window, canvas);
        }
        return {};
    }

    /// The stops of the page key as NAME-2.png and so on.
    void turn_pages(Visit visit, Terminal const& terminal, std::string const& name, Window& window,
                    ShownCanvas& canvas) {
        Instant now = Instant{} + std::chrono::hours(2);
        for (int page = 2; canvas.scroll_left() > 1 && scenes::page_key(canvas.tree()) != nullptr; ++page) {
            visit.path.back().scroll = scenes::page_turned(canvas, now);
            draw(visit, directory, terminal, scenes::example_moment(directory), canvas);
            show(fmt::format("{}-{}.png", name.substr(0, name.rfind('.')), page), window, canvas);
        }
    }

    /// In the window, and as a file.
    void show(std::string const& name, Window& window, ShownCanvas& canvas) {
        auto const painted = canvas.paint(window.buffer_age());
        save(name, window);
        window.present(painted);
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

constexpr Appearance largest{.text_size = TextSize::largest};

/// What a visitor may choose, where it is looked at in one language of each direction.
std::vector<Appearance> choices() {
    return {{.contrast = Contrast::black_on_white},
            {.contrast = Contrast::white_on_black},
            {.spacing = TextSpacing::airy},
            {.reach = Reach::low}};
}

std::vector<Stop> whole_tour(Directory const& directory, std::string const& languages, Appearance appearance) {
    std::vector<Stop> all;
    for (std::string const& language : scenes::codes_of(directory))
        for (auto const& shape : scenes::audited_shapes())
            for (TextSize const size : {TextSize::normal, TextSize::large, TextSize::largest}) {
                appearance.text_size = size;
                if (languages.empty() || languages.find(language) != std::string::npos)
                    all.push_back({language, shape, appearance});
            }
    return all;
}

std::vector<Stop> usual_tour(Directory const& directory) {
    auto const shapes = scenes::audited_shapes();
    std::vector<Stop> all;
    for (std::string const& language : scenes::codes_of(directory)) all.push_back({language, shapes[1]});
    for (std::string const& language : scenes::codes_of_scripts(directory)) {
        all.push_back({language, shapes[2]});
        all.push_back({language, shapes[0], largest});
    }
    all.push_back({source_language, shapes[0]});
    all.push_back({source_language, shapes[1], largest});
    for (std::string const& language : scenes::codes_of_directions(directory)) {
        for (Appearance choice : choices()) {
            all.push_back({language, shapes[1], choice});
            all.push_back({language, shapes[2], choice});
            choice.text_size = TextSize::largest;
            all.push_back({language, shapes[0], choice});
        }
        for (std::size_t const shape : {0, 1, 2}) all.push_back({language, shapes[shape], {}, Hands::keys});
    }
    all.push_back({source_language, shapes[3]});
    return all;
}

}  // namespace

int main(int argc, char** argv) {
    Directory const embedded = Directory::open_bytes(embedded_snapshot()).value();
    CommandLine line("A picture of every screen of Halte, and an index page.");
    std::string folder = "build/tour";
    std::string only;
    std::string languages;
    std::string snapshot;
    std::string profile = "hospital";
    bool whole = false;
    bool low = false;
    bool airy = false;
    bool pages = false;
    line.option("--output", folder, "Folder of the pictures");
    line.option("--only", only, "Only pictures with this in their name");
    line.option("--languages", languages,
                fmt::format("With --whole: only these of {}", fmt::join(scenes::codes_of(embedded), ",")));
    line.option("--profile", profile, "Kind of place: hospital, town-hall, asylum-centre, school");
    line.option("--directory", snapshot, "Snapshot to show instead of the embedded one");
    line.flag("--whole", whole, "Every language, shape and text size");
    line.flag("--low", low, "With --whole: with the keys brought down");
    line.flag("--airy", airy, "With --whole: with more space in the text");
    line.flag("--pages", pages, "Every page of a screen, as the page key turns them");
    if (auto const end = line.read(argc, argv)) return int(*end);
    std::filesystem::create_directories(folder);
    auto directory = snapshot.empty() ? Directory::open_bytes(embedded_snapshot()) : Directory::open(snapshot);
    if (!directory) return log_line(directory.error().sentence), int(directory.error().code);
    Tour tour{folder, *directory, only, profile, pages};
    Appearance const appearance{.spacing = airy ? TextSpacing::airy : TextSpacing::usual,
                                .reach = low ? Reach::low : Reach::everywhere};
    for (Stop const& stop : whole ? whole_tour(*directory, languages, appearance) : usual_tour(*directory))
        if (auto const done = tour.visit(stop); !done) return log_line(done.error().sentence), int(done.error().code);
    if (tour.pictures.empty())
        return log_line(fmt::format("No picture has \"{}\" in its name: one is emergency-fr-1920x1080.png", only)), 1;
    tour.write_index();
    return 0;
}
