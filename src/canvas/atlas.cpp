#include "atlas.h"

#include <GL/gl.h>
#include <GL/glext.h>
#include <stb/stb_rect_pack.h>

#include <array>
#include <bit>

namespace halte {
namespace {

constexpr int page_side = 1024;
/// Of another picture than all before: OpenGL gives the names of textures again.
std::uint64_t next_id() {
    static std::uint64_t last = 0;
    return ++last;
}

constexpr int gap = 1;  ///< between pictures, so that none bleeds into its neighbour

void fill(int x, int y, int width, int height, std::uint8_t const* coverage) {
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexSubImage2D(GL_TEXTURE_2D, 0, x, y, width, height, GL_RED, GL_UNSIGNED_BYTE, coverage);
}

void overwrite(CoverageTexture const& texture) {
    std::vector<std::uint8_t> const nothing(std::size_t(texture.width) * std::size_t(texture.height));
    glBindTexture(GL_TEXTURE_2D, texture.name);
    fill(0, 0, texture.width, texture.height, nothing.data());
}

}  // namespace

CoverageTexture make_coverage_texture(int width, int height, std::uint8_t const* coverage) {
    CoverageTexture texture{0, int(std::bit_ceil(unsigned(width))), int(std::bit_ceil(unsigned(height)))};
    glGenTextures(1, &texture.name);
    glBindTexture(GL_TEXTURE_2D, texture.name);
    std::array<GLint, 4> const white_and_coverage{GL_ONE, GL_ONE, GL_ONE, GL_RED};
    glTexParameteriv(GL_TEXTURE_2D, GL_TEXTURE_SWIZZLE_RGBA, white_and_coverage.data());
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAX_LEVEL, 0);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, texture.width, texture.height, 0, GL_RED, GL_UNSIGNED_BYTE, nullptr);
    if (coverage != nullptr) fill(0, 0, width, height, coverage);
    return texture;
}

struct Atlas::Page {
    unsigned texture = 0;
    stbrp_context packer{};
    std::vector<stbrp_node> nodes;

    Page() : texture(make_coverage_texture(page_side, page_side, nullptr).name), nodes(page_side) {
        stbrp_init_target(&packer, page_side, page_side, nodes.data(), page_side);
    }
    ~Page() { glDeleteTextures(1, &texture); }
    Page(Page const&) = delete;
    Page& operator=(Page const&) = delete;

    std::optional<Sprite> place(std::vector<std::uint8_t> const& coverage, int width, int height) {
        stbrp_rect spot{};
        spot.w = width + gap;
        spot.h = height + gap;
        if (stbrp_pack_rects(&packer, &spot, 1) == 0) return std::nullopt;
        glBindTexture(GL_TEXTURE_2D, texture);
        fill(spot.x, spot.y, width, height, coverage.data());
        auto const share = [](int pixels) { return float(pixels) / page_side; };
        return Sprite{texture, share(spot.x), share(spot.y), share(spot.x + width), share(spot.y + height), next_id()};
    }
};

Atlas::Atlas(int budget_px) : m_budget_px(budget_px) {}
Atlas::~Atlas() { clear(); }

void Atlas::clear() {
    for (auto const& page : m_pages) overwrite({page->texture, page_side, page_side});
    for (CoverageTexture const& texture : m_alone) overwrite(texture);
    if (m_open) glFinish();
    m_pages.clear();
    for (CoverageTexture const& texture : m_alone) glDeleteTextures(1, &texture.name);
    m_alone.clear();
    m_used_px = 0;
}

Sprite Atlas::place(std::vector<std::uint8_t> const& coverage, int width, int height) {
    if (width <= 0 || height <= 0) return {};
    if (!m_open) return {.id = next_id()};
    m_used_px += width * height;
    if (width < page_side && height < page_side) return on_a_page(coverage, width, height);
    CoverageTexture const texture = make_coverage_texture(width, height, coverage.data());
    m_alone.push_back(texture);
    return {texture.name, 0, 0, float(width) / float(texture.width), float(height) / float(texture.height), next_id()};
}

Sprite Atlas::on_a_page(std::vector<std::uint8_t> const& coverage, int width, int height) {
    if (!m_pages.empty())
        if (auto sprite = m_pages.back()->place(coverage, width, height)) return *sprite;
    m_pages.push_back(std::make_unique<Page>());
    return m_pages.back()->place(coverage, width, height).value_or(Sprite{});
}

}  // namespace halte
