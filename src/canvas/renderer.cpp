#include "renderer.h"

#include <GL/gl.h>
#include <GL/glext.h>
#include <imgui/backends/imgui_impl_opengl3.h>
#include <imgui/imgui.h>

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <string_view>

#include "atlas.h"
#include "brush.h"

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

/// What the driver's programs are made for: one opaque pixel needs the same ones as a page.
Shape const one_pixel{.kind = ShapeKind::ground,
                      .rect = {0, 0, 1, 1},
                      .clip = {0, 0, 1, 1},
                      .bounds = {0, 0, 1, 1},
                      .colour = IM_COL32_BLACK};

}  // namespace

Renderer::Renderer() : m_context(ImGui::CreateContext()) {
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
    paint_a_pixel({1, 1, {}, {&one_pixel, 1}});
    glFinish();
}

Renderer::~Renderer() {
    ImGui::SetCurrentContext(m_context);
    ImGui_ImplOpenGL3_Shutdown();
    glDeleteTextures(1, &m_solid);
    ImGui::DestroyContext(m_context);
}

void Renderer::begin(FrameShapes const& frame) const {
    ImGui::SetCurrentContext(m_context);
    ImGui::GetIO().DisplaySize = {float(frame.width_px), float(frame.height_px)};
    ImGui_ImplOpenGL3_NewFrame();
    ImGui::NewFrame();
    glViewport(0, 0, frame.width_px, frame.height_px);
}

void Renderer::end() {
    ImGui::Render();
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

void Renderer::paint(FrameShapes const& frame, std::vector<PixelRect> const& rects) {
    begin(frame);
    std::span<Shape const> shapes = frame.shapes;
    if (rects.front() == frame.whole()) {
        clear(frame.ground);
        shapes = shapes.subspan(1);
    }
    for (PixelRect const& rect : rects) brush_in(rect, shapes, m_filling, *ImGui::GetBackgroundDrawList());
    end();
}

void Renderer::flush() { glFlush(); }

void Renderer::paint_a_pixel(FrameShapes const& frame) {
    begin(frame);
    brush_in({0, 0, 1, 1}, frame.shapes, m_filling, *ImGui::GetBackgroundDrawList());
    end();
}

void Renderer::rehearse_changes(FrameShapes const& frame) {
    if (!m_shades_by_processor) return;
    m_filling = Filling::cleared;
    paint_a_pixel(frame);
}

}  // namespace halte
