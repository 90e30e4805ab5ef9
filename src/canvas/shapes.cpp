#include <cmath>

#include "inside.h"
#include "scenery.h"

namespace halte {
namespace {

/// Only these turn round in a right-to-left language; a clock, a telephone or the exit do not.
bool turns_round(std::string_view icon) { return icon == "back" || icon == "forward" || icon == "continue"; }

}  // namespace

void Canvas::icon(Box const& box, std::string_view name, Colour colour) {
    Inside& in = *m_inside;
    if (in.measuring) return;
    PixelRect const rect = in.place(box);
    in.record(Decoration{.rect = rect, .foreground = in.theme.colour(colour), .background = in.ground});
    if (in.tree.decorations.back().visible.h == 0) return;
    Picture const* picture = in.pictures.icon(name, rect.w, in.mirrored() && turns_round(name));
    if (picture == nullptr) return;  // a directory without that picture, or with a bad one, still says its words
    PixelRect const drawn = in.sunk(rect);
    in.painter.picture(*picture, drawn.x, drawn.y, in.theme.colour(colour));
}

void Canvas::disc(Box const& box, Colour colour) {
    Inside& in = *m_inside;
    if (in.measuring) return;
    PixelRect const rect = in.sunk(in.place(box));
    float const radius = float(rect.w) / 2;
    in.painter.disc(float(rect.x) + radius, float(rect.y) + radius, radius, in.theme.colour(colour));
}

void Canvas::rule(float x, float y, float w, Colour colour) {
    Inside& in = *m_inside;
    if (in.measuring) return;
    PixelRect rect = in.sunk(in.place({x, y, w, 2}));
    rect.h = std::max(1, in.px(2));
    in.painter.rect(rect, in.theme.colour(colour));
}

void Canvas::post(float x, float y, float h, Colour colour) {
    Inside& in = *m_inside;
    if (in.measuring) return;
    PixelRect rect = in.sunk(in.place({x, y, 2, h}));
    rect.w = std::max(1, in.px(2));
    in.painter.rect(rect, in.theme.colour(colour));
}

void Canvas::panel(Box const& box, float radius, Colour ground, std::function<void()> const& inside) {
    Inside& in = *m_inside;
    if (in.measuring) return;
    PixelRect const rect = in.place(box);
    int const index = in.record({.role = Role::panel, .name = "", .rect = rect});
    Rgb const fill = in.theme.colour(ground);
    in.painter.rect(in.sunk(rect), fill, radius * in.theme.px_per_rp());
    if (in.theme.high_contrast())
        in.painter.dotted_ring(in.sunk(rect), in.theme.colour(Colour::ink), radius * in.theme.px_per_rp(),
                               std::max(2.0F, 3 * in.theme.px_per_rp()));
    in.inside(index, fill, inside);
}

void Canvas::header(std::function<void()> const& inside) { m_inside->group(Role::header, inside); }
void Canvas::list(std::function<void()> const& items, int count) { m_inside->group(Role::list, items, count); }
void Canvas::item(std::function<void()> const& inside) { m_inside->group(Role::item, inside); }

void Canvas::band(Box const& box, Colour ground, std::function<void()> const& inside) {
    Inside& in = *m_inside;
    if (in.measuring) return;
    in.painter.fade(1);  // a band stays where it is when the screen changes
    PixelRect const rect = in.place(box);
    Rgb const fill = in.theme.colour(ground);
    in.painter.rect(rect, fill);
    if (in.theme.high_contrast()) in.painter.rect({rect.x, rect.y, rect.w, in.px(3)}, in.theme.colour(Colour::ink));
    in.inside(in.record({.role = Role::band, .name = "", .rect = rect}), fill, inside);
}

void Canvas::landscape(float scale, std::optional<float> ground) {
    Inside& in = *m_inside;
    if (!in.measuring) Scenery(in.painter, in.theme, scale, ground.value_or(in.theme.sill().y)).draw();
}

void Canvas::ring(Box const& box, float fraction, float stroke, std::function<void()> const& inside) {
    Inside& in = *m_inside;
    if (in.measuring) return;
    PixelRect const rect = in.place(box);
    float const radius = float(rect.w) / 2;
    float const x = float(rect.x) + radius;
    float const y = float(rect.y) + radius;
    float const width = stroke * in.theme.px_per_rp();
    in.painter.disc(x, y, radius, in.theme.colour(Colour::card));
    // Where both are black, what is over is told by its width.
    bool const contrast = in.theme.high_contrast();
    in.painter.arc(x, y, radius, 1, contrast ? width / 4 : width, in.theme.colour(Colour::hair));
    in.painter.arc(x, y, radius, fraction, width, in.theme.colour(contrast ? Colour::ink : Colour::accent));
    in.inside(-1, in.theme.colour(Colour::card), inside);
}

/// Modules are whole pixels, so that a telephone's camera sees sharp edges; and dark ones on light ground in every
/// contrast, because many cameras read no other.
void Canvas::code(Box const& box, std::vector<std::uint8_t> const& modules, int side, std::string const& name) {
    Inside& in = *m_inside;
    if (in.measuring || side <= 0) return;
    PixelRect const rect = in.place(box);
    bool const night = in.theme.contrast() == Contrast::white_on_black;
    Rgb const dark = in.theme.colour(night ? Colour::card : Colour::ink);
    Rgb const light = in.theme.colour(night ? Colour::ink : Colour::card);
    in.record({.role = Role::image, .name = name, .rect = rect, .foreground = dark, .background = light});
    // Around it a camera wants light as wide as four modules (ISO/IEC 18004): elsewhere the panel is light itself.
    int const quiet = night ? 4 : 0;
    int const module = rect.w / (side + 2 * quiet);
    PixelRect const drawn = in.sunk(rect);
    int const left = drawn.x + (rect.w - module * side) / 2;
    int const top = drawn.y + quiet * module;
    in.painter.rect(drawn, light);
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x)
            if (modules[std::size_t(y * side + x)] != 0)
                in.painter.rect({left + x * module, top + y * module, module, module}, dark);
}

}  // namespace halte
