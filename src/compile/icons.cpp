#include "icons.h"

#include <cairo.h>
#include <fmt/format.h>
#include <librsvg/rsvg.h>

#include <memory>

namespace halte {
namespace {

struct Release {
    void operator()(RsvgHandle* handle) const { g_object_unref(handle); }
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* context) const { cairo_destroy(context); }
    void operator()(GError* fault) const { g_error_free(fault); }
};
template <class Thing>
using Held = std::unique_ptr<Thing, Release>;

/// `fault` is what a function of GLib filled in, or null.
Failure refused(std::filesystem::path const& svg, GError* fault) {
    Held<GError> const held(fault);
    return failure(fmt::format("{}: {}", svg.string(), held ? held->message : "the drawing cannot be rendered"),
                   ExitCode::bad_data);
}

cairo_status_t append(void* bytes, unsigned char const* data, unsigned int size) {
    static_cast<std::vector<std::uint8_t>*>(bytes)->insert(static_cast<std::vector<std::uint8_t>*>(bytes)->end(), data,
                                                           data + size);
    return CAIRO_STATUS_SUCCESS;
}

}  // namespace

Result<std::vector<std::uint8_t>> render_icon(std::filesystem::path const& svg) {
    GError* fault = nullptr;
    Held<RsvgHandle> const drawing(rsvg_handle_new_from_file(svg.c_str(), &fault));
    if (!drawing) return refused(svg, fault);
    Held<cairo_surface_t> const surface(cairo_image_surface_create(CAIRO_FORMAT_A8, icon_side, icon_side));
    Held<cairo_t> const context(cairo_create(surface.get()));
    RsvgRectangle const whole{0, 0, icon_side, icon_side};
    if (rsvg_handle_render_document(drawing.get(), context.get(), &whole, &fault) == 0) return refused(svg, fault);
    std::vector<std::uint8_t> png;
    if (cairo_surface_write_to_png_stream(surface.get(), append, &png) != CAIRO_STATUS_SUCCESS) {
        return refused(svg, nullptr);
    }
    return png;
}

}  // namespace halte
