#include "painter.h"

#include <GL/gl.h>
#include <GL/glext.h>
#include <imgui/backends/imgui_impl_opengl3.h>
#include <imgui/imgui.h>

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace halte {
namespace {

ImVec2 near_corner(PixelRect const& rect) { return {float(rect.x), float(rect.y)}; }
ImVec2 far_corner(PixelRect const& rect) { return {float(rect.right()), float(rect.bottom())}; }

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

}  // namespace

Painter::Painter(bool on_screen) : m_on_screen(on_screen), m_context(ImGui::CreateContext()) {
    ImGui::SetCurrentContext(m_context);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;  // nothing is ever written to a disk
    io.LogFilename = nullptr;
    // Baked lines are for a texture that is filtered.
    io.Fonts->Flags |= ImFontAtlasFlags_NoMouseCursors | ImFontAtlasFlags_NoBakedLines;
    if (!m_on_screen) {
        coverage_of_imgui();
        return;
    }
    ImGui_ImplOpenGL3_Init("#version 130");
    m_solid = replace_texture_of_imgui();
}

Painter::~Painter() {
    ImGui::SetCurrentContext(m_context);
    if (m_on_screen) {
        ImGui_ImplOpenGL3_Shutdown();
        glDeleteTextures(1, &m_solid);
    }
    ImGui::DestroyContext(m_context);
}

void Painter::begin(int width_px, int height_px, Rgb ground) {
    m_ground = ground;
    m_share = 1;
    ImGui::SetCurrentContext(m_context);
    ImGui::GetIO().DisplaySize = {float(width_px), float(height_px)};
    ImGui::GetIO().DeltaTime = 1.0F / 60;
    if (m_on_screen) {
        ImGui_ImplOpenGL3_NewFrame();
        glViewport(0, 0, width_px, height_px);
        glClearColor(float(ground.red) / 255, float(ground.green) / 255, float(ground.blue) / 255, 1);
        glClear(GL_COLOR_BUFFER_BIT);
    }
    if (std::exchange(m_begun, true)) ImGui::EndFrame();
    ImGui::NewFrame();
    m_list = ImGui::GetBackgroundDrawList();
    if (m_rehearsal) m_list->PushClipRect({0, 0}, {1, 1});
}

std::uint32_t Painter::packed(Rgb colour, int alpha) const {
    auto const faded = [&](int own, int ground) {
        return int(std::lround(std::lerp(float(ground), float(own), m_share)));
    };
    return IM_COL32(faded(colour.red, m_ground.red), faded(colour.green, m_ground.green),
                    faded(colour.blue, m_ground.blue), alpha);
}

void Painter::end() {
    bool const rehearsal = std::exchange(m_rehearsal, false);
    if (rehearsal) m_list->PopClipRect();
    ImGui::Render();
    m_begun = false;
    if (!m_on_screen) return;
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    if (rehearsal) glFinish();
}

void Painter::rect(PixelRect const& rect, Rgb colour, float radius) {
    m_list->AddRectFilled(near_corner(rect), far_corner(rect), packed(colour), radius);
}

void Painter::edge(PixelRect const& rect, Rgb colour, float radius, Edge const& edge) {
    int const corner_height = int(std::ceil(radius)) + 1 + std::max(edge.above, edge.below);
    int const middle = rect.h - 2 * corner_height;
    if (middle <= 0) return this->rect(rect, colour, radius);
    PixelRect const top{rect.x, rect.y, rect.w, corner_height};
    PixelRect const bottom{rect.x, rect.bottom() - corner_height, rect.w, corner_height};
    m_list->AddRectFilled(near_corner(top), far_corner(top), packed(colour), radius, ImDrawFlags_RoundCornersTop);
    m_list->AddRectFilled(near_corner(bottom), far_corner(bottom), packed(colour), radius,
                          ImDrawFlags_RoundCornersBottom);
    this->rect({rect.x, top.bottom(), edge.side, middle}, colour);
    this->rect({rect.right() - edge.side, top.bottom(), edge.side, middle}, colour);
}

void Painter::ring(PixelRect const& rect, Rgb colour, float radius, float stroke) {
    float const inset = stroke / 2;
    m_list->AddRect({float(rect.x) + inset, float(rect.y) + inset},
                    {float(rect.right()) - inset, float(rect.bottom()) - inset}, packed(colour), radius - inset, 0,
                    stroke);
}

void Painter::dotted_ring(PixelRect const& rect, Rgb colour, float radius, float stroke) {
    float const inset = stroke / 2;
    m_list->PathRect({float(rect.x) + inset, float(rect.y) + inset},
                     {float(rect.right()) - inset, float(rect.bottom()) - inset}, radius);
    std::vector<ImVec2> corners(m_list->_Path.begin(), m_list->_Path.end());
    m_list->PathClear();
    corners.push_back(corners.front());
    float next = 0;  // how far along the side the next dot stands
    for (std::size_t at = 1; at < corners.size(); ++at) {
        ImVec2 const from = corners[at - 1];
        ImVec2 const along{corners[at].x - from.x, corners[at].y - from.y};
        float const length = std::hypot(along.x, along.y);
        while (next < length) {
            m_list->AddCircleFilled({from.x + along.x * next / length, from.y + along.y * next / length}, inset,
                                    packed(colour), 8);
            next += stroke * 2;
        }
        next -= length;
    }
}

void Painter::disc(float x, float y, float radius, Rgb colour) {
    m_list->AddCircleFilled({x, y}, radius, packed(colour), radius > 600 ? 512 : 0);
}

void Painter::arc(float x, float y, float radius, float fraction, float stroke, Rgb colour) {
    if (fraction <= 0) return;
    float const start = -std::numbers::pi_v<float> / 2;
    float const end = start + 2 * std::numbers::pi_v<float> * std::min(fraction, 1.0F);
    m_list->PathArcTo({x, y}, radius, start, end, 96);
    m_list->PathStroke(packed(colour), ImDrawFlags_None, stroke);
}

void Painter::gradient(PixelRect const& rect, Rgb top, int top_alpha, Rgb bottom, int bottom_alpha) {
    ImU32 const above = packed(top, top_alpha);
    ImU32 const below = packed(bottom, bottom_alpha);
    m_list->AddRectFilledMultiColor(near_corner(rect), far_corner(rect), above, above, below, below);
}

void Painter::picture(Picture const& picture, int x, int y, Rgb colour) {
    if (!m_on_screen || picture.sprite.texture == 0) return;
    ImVec2 const from{float(x + picture.dx), float(y + picture.dy)};
    ImVec2 const to{from.x + float(picture.width), from.y + float(picture.height)};
    // ImGui's texture handle is a pointer in Debian 12 and a number later; both hold OpenGL's name of the texture.
    auto const texture = (ImTextureID)picture.sprite.texture;  // NOLINT
    m_list->AddImage(texture, from, to, {picture.sprite.u0, picture.sprite.v0}, {picture.sprite.u1, picture.sprite.v1},
                     packed(colour));
}

void Painter::clip(PixelRect const& rect) { m_list->PushClipRect(near_corner(rect), far_corner(rect), true); }
void Painter::unclip() { m_list->PopClipRect(); }

}  // namespace halte
