#include "shape_audit.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "support/embedded.h"

namespace halte::audit {

using test::embedded_directory;

bool is_one_of_many(scenes::Scene const& scene) {
    bool const list = scene.name.starts_with("services-") && scene.name != "services-school";
    // Their first page has the most in each key, and the same drawing.
    bool const places = scene.name.starts_with("places-") || scene.name == "list-from-another-place";
    return list || places || scene.name == "without-phone" || scene.name == "authors";
}

Report audit_one_of_each(scenes::NamedShape const& shape, std::vector<std::string> const& languages,
                         halte::Reach reach) {
    Terminal const terminal = scenes::example_terminal(embedded_directory());
    Canvas canvas = Canvas::create(shape.shape, icons_of(embedded_directory())).value();
    Report report;
    for (std::string const& language : languages)
        for (TextSize const size : {TextSize::normal, TextSize::largest})
            for (auto scene : scenes::scenes(embedded_directory(), terminal, language, size, {"sos-viol"})) {
                if (is_one_of_many(scene)) continue;
                scene.visit.appearance.reach = reach;
                report += audit_scene({embedded_directory(), terminal, shape}, scene, canvas);
            }
    return report;
}

Report audit_briefly(ScreenShape const& shape) {
    return audit_one_of_each({fmt::format("{}x{} {}\"", shape.width_px, shape.height_px, shape.diagonal_inches), shape},
                             scenes::codes_of_directions(embedded_directory()), halte::Reach::everywhere);
}

namespace {

struct Picture {
    int width;
    int height;
};
constexpr std::array landscape_pictures{Picture{640, 480},   Picture{800, 480},   Picture{1024, 600},
                                        Picture{1280, 800},  Picture{1280, 1024}, Picture{1366, 768},
                                        Picture{1920, 1080}, Picture{3840, 2160}, Picture{1920, 360},
                                        Picture{1920, 540},  Picture{2560, 1080}, Picture{3840, 600}};
constexpr std::array diagonals{7.0, 8.4, 10.1, 11.6, 13.3, 15.6, 19.0, 28.0, 43.0, 100.0};

/// Each picture both ways up.
std::vector<Picture> pictures() {
    std::vector<Picture> all;
    for (Picture const& picture : landscape_pictures) {
        all.push_back(picture);
        all.push_back({picture.height, picture.width});
    }
    return all;
}

std::vector<ScreenShape> shapes_of(Picture const& picture) {
    std::vector<ScreenShape> shapes;
    for (double const inches : diagonals) shapes.push_back({picture.width, picture.height, inches, 600});
    return shapes;
}

}  // namespace

std::vector<ScreenShape> shapes_to_set() {
    std::vector<ScreenShape> all;
    for (Picture const& picture : pictures())
        for (ScreenShape const& shape : shapes_of(picture)) all.push_back(shape);
    return all;
}

std::vector<ScreenShape> shapes_of_every_day() {
    std::vector<ScreenShape> chosen;
    std::size_t turn = 0;
    for (Picture const& picture : pictures()) {
        auto const shapes = shapes_of(picture);
        auto const smallest = std::ranges::find_if(shapes, has_room);
        if (smallest == shapes.end()) continue;
        chosen.push_back(*smallest);
        // Each picture begins at another diagonal than the one before it.
        std::size_t at = turn++ % shapes.size();
        while (!has_room(shapes[at]) || &shapes[at] == &*smallest) at = (at + 1) % shapes.size();
        chosen.push_back(shapes[at]);
    }
    return chosen;
}

}  // namespace halte::audit
