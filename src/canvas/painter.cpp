#include "painter.h"

#include <GL/gl.h>
#include <GL/glext.h>
#include <imgui/backends/imgui_impl_opengl3.h>
#include <imgui/imgui.h>

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <algorithm>
#include <cmath>
#include <string_view>

namespace halte {
namespace {

struct Coverage {
    unsigned char* bytes = nullptr;
    int width = 0;
    int height = 0;
};
/// ImGui's own texture, of which only the white pixel is used.
Coverage coverage_of_imgui() {
    Coverage coverage;
    ImGui::GetIO().Fonts->GetTexDataAsAlpha8(&coverage.bytes, &coverage.width, &coverage.height);
    return coverage;
}

/// The compiler keeps several megabytes of built-in functions, and ImGui's shader is the only one there ever is. The
/// memory serves for the first frame.
void release_shader_compiler() {
    auto* const release =
        reinterpret_cast<PFNGLRELEASESHADERCOMPILERPROC>(glfwGetProcAddress("glReleaseShaderCompiler"));
    if (release != nullptr) release();
}

/// Shapes without a picture are drawn from a texture of the same kind as words and icons: see atlas.h.
unsigned replace_texture_of_imgui() {
    Coverage const coverage = coverage_of_imgui();
    ImGui_ImplOpenGL3_CreateDeviceObjects();
    release_shader_compiler();
    CoverageTexture const texture = make_coverage_texture(coverage.width, coverage.height, coverage.bytes);
    must(texture.width == coverage.width && texture.height == coverage.height);
    ImGui::GetIO().Fonts->SetTexID((ImTextureID)(std::uintptr_t)texture.name);  // NOLINT
    return texture.name;
}

/// The whole window, which costs every driver less than painting the ground.
void clear(Rgb colour) {
    glClearColor(float(colour.red) / 255, float(colour.green) / 255, float(colour.blue) / 255, 1);
    glClear(GL_COLOR_BUFFER_BIT);
}

/// A graphics card shades faster than it changes what it does, and zink (Mesa 22.3) loses what is cleared in parts.
bool driver_shades_by_processor() {
    auto const* const renderer = reinterpret_cast<char const*>(glGetString(GL_RENDERER));
    return renderer != nullptr && std::string_view(renderer).starts_with("llvmpipe");
}

PixelRect around(float x, float y, float reach) {
    int const left = int(std::floor(x - reach));
    int const top = int(std::floor(y - reach));
    return {left, top, int(std::ceil(x + reach)) - left, int(std::ceil(y + reach)) - top};
}

}  // namespace

Painter::Painter(bool on_screen) : m_on_screen(on_screen) {
    if (!m_on_screen) return;
    m_context = ImGui::CreateContext();
    ImGui::SetCurrentContext(m_context);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;  // nothing is ever written to a disk
    io.LogFilename = nullptr;
    io.DeltaTime = 1.0F / 60;
    // Baked lines are for a texture that is filtered.
    io.Fonts->Flags |= ImFontAtlasFlags_NoMouseCursors | ImFontAtlasFlags_NoBakedLines;
    ImGui_ImplOpenGL3_Init("#version 130");
    m_solid = replace_texture_of_imgui();
    m_shades_by_processor = driver_shades_by_processor();
}

Painter::~Painter() {
    if (!m_on_screen) return;
    ImGui::SetCurrentContext(m_context);
    ImGui_ImplOpenGL3_Shutdown();
    glDeleteTextures(1, &m_solid);
    ImGui::DestroyContext(m_context);
}

void Painter::begin(int width_px, int height_px, Rgb ground) {
    m_width_px = width_px;
    m_height_px = height_px;
    m_ground = ground;
    m_share = 1;
    m_clips = {whole()};
    m_shapes.clear();
    add({.kind = ShapeKind::ground, .rect = whole(), .colour = packed(ground)}, whole());
}

std::uint32_t Painter::packed(Rgb colour, int alpha) const {
    auto const faded = [&](int own, int ground) {
        return int(std::lround(std::lerp(float(ground), float(own), m_share)));
    };
    return IM_COL32(faded(colour.red, m_ground.red), faded(colour.green, m_ground.green),
                    faded(colour.blue, m_ground.blue), alpha);
}

FrameSums Painter::sums() const {
    FrameSums sums(m_width_px, m_height_px);
    for (Shape const& shape : m_shapes) sums.add(shape);
    return sums;
}

std::vector<PixelRect> Painter::paint(int age) {
    FrameSums frame = sums();
    FrameSums const* const held = m_past.of_age(age);
    std::vector<PixelRect> const rects = held == nullptr ? std::vector{whole()} : frame.differences(*held);
    if (rects.empty()) return rects;
    paint_in(rects);
    m_past.remember(std::move(frame));
    return rects;
}

void Painter::paint_a_pixel() {
    begin_painting();
    brush_in({0, 0, 1, 1}, m_shapes, m_filling, *ImGui::GetBackgroundDrawList());
    end_painting();
}

void Painter::rehearse_first_frame() {
    if (!m_on_screen) return;
    paint_a_pixel();
    glFinish();
}

void Painter::rehearse_changes() {
    if (!m_shades_by_processor) return;
    m_filling = Filling::cleared;
    paint_a_pixel();
}

void Painter::begin_painting() const {
    ImGui::SetCurrentContext(m_context);
    ImGui::GetIO().DisplaySize = {float(m_width_px), float(m_height_px)};
    ImGui_ImplOpenGL3_NewFrame();
    ImGui::NewFrame();
    glViewport(0, 0, m_width_px, m_height_px);
}

void Painter::end_painting() {
    ImGui::Render();
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

void Painter::paint_in(std::vector<PixelRect> const& rects) {
    if (!m_on_screen) return;
    begin_painting();
    std::span<Shape const> shapes = m_shapes;
    if (rects.front() == whole()) {
        clear(m_ground);
        shapes = shapes.subspan(1);
    }
    for (PixelRect const& rect : rects) brush_in(rect, shapes, m_filling, *ImGui::GetBackgroundDrawList());
    end_painting();
}

/// What lies outside `extent` has no pixel of the shape. Smooth edges reach a pixel further.
void Painter::add(Shape shape, PixelRect const& extent) {
    shape.clip = m_clips.back();
    shape.bounds = intersection(extent, shape.clip);
    if (shape.bounds.w > 0 && shape.bounds.h > 0) m_shapes.push_back(shape);
}

void Painter::rect(PixelRect const& rect, Rgb colour, float radius) {
    add({.kind = ShapeKind::rect, .rect = rect, .colour = packed(colour), .measures = {radius}}, grown(rect, 1));
}

void Painter::edge(PixelRect const& rect, Rgb colour, float radius, Edge const& edge) {
    int const corner_height = int(std::ceil(radius)) + 1 + std::max(edge.above, edge.below);
    int const middle = rect.h - 2 * corner_height;
    if (middle <= 0) return this->rect(rect, colour, radius);
    PixelRect const top{rect.x, rect.y, rect.w, corner_height};
    PixelRect const bottom{rect.x, rect.bottom() - corner_height, rect.w, corner_height};
    Shape corners{.corners = Corners::above, .rect = top, .colour = packed(colour), .measures = {radius}};
    add(corners, grown(top, 1));
    corners.corners = Corners::below;
    corners.rect = bottom;
    add(corners, grown(bottom, 1));
    this->rect({rect.x, top.bottom(), edge.side, middle}, colour);
    this->rect({rect.right() - edge.side, top.bottom(), edge.side, middle}, colour);
}

void Painter::ring(PixelRect const& rect, Rgb colour, float radius, float stroke) {
    add({.kind = ShapeKind::ring, .rect = rect, .colour = packed(colour), .measures = {radius, stroke}},
        grown(rect, 1));
}

void Painter::dotted_ring(PixelRect const& rect, Rgb colour, float radius, float stroke) {
    add({.kind = ShapeKind::dots, .rect = rect, .colour = packed(colour), .measures = {radius, stroke}},
        grown(rect, 1));
}

void Painter::disc(float x, float y, float radius, Rgb colour) {
    add({.kind = ShapeKind::disc, .colour = packed(colour), .measures = {x, y, radius}}, around(x, y, radius + 1));
}

void Painter::arc(float x, float y, float radius, float fraction, float stroke, Rgb colour) {
    if (fraction <= 0) return;
    add({.kind = ShapeKind::arc,
         .colour = packed(colour),
         .measures = {x, y, radius},
         .stroke = stroke,
         .share = std::min(fraction, 1.0F)},
        around(x, y, radius + stroke / 2 + 1));
}

void Painter::gradient(PixelRect const& rect, Rgb top, int top_alpha, Rgb bottom, int bottom_alpha) {
    add({.kind = ShapeKind::gradient,
         .rect = rect,
         .colour = packed(top, top_alpha),
         .below = packed(bottom, bottom_alpha)},
        rect);
}

void Painter::picture(Picture const& picture, int x, int y, Rgb colour) {
    PixelRect const rect{x + picture.dx, y + picture.dy, picture.width, picture.height};
    Sprite const& sprite = picture.sprite;
    add({.kind = ShapeKind::picture,
         .rect = rect,
         .colour = packed(colour),
         .measures = {sprite.u0, sprite.v0, sprite.u1, sprite.v1},
         .texture = sprite.texture,
         .picture_id = sprite.id},
        rect);
}

void Painter::clip(PixelRect const& rect) { m_clips.push_back(intersection(m_clips.back(), rect)); }
void Painter::unclip() { m_clips.pop_back(); }

}  // namespace halte
