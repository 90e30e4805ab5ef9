#pragma once
/// Coverage images side by side in a few textures of the graphics card. A picture is placed once and drawn many times.

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace halte {

/// Where a picture went: a texture (0 when nothing is on a card) and its corner coordinates, 0 to 1.
struct Sprite {
    std::uintptr_t texture = 0;
    float u0 = 0;
    float v0 = 0;
    float u1 = 1;
    float v1 = 1;
    std::uint64_t id = 0;  ///< of this picture and of no other that a process ever places
};

/// A texture of white with `coverage` as alpha, a byte to a pixel; the caller deletes it. Its sides are powers of two,
/// the next ones from `width` and `height` on, because the software driver makes a shader of its own for each kind of
/// texture, on the first frame that shows one: as long as this is the only kind, nobody waits for a second shader.
struct CoverageTexture {
    unsigned name = 0;
    int width = 0;
    int height = 0;
};
CoverageTexture make_coverage_texture(int width, int height, std::uint8_t const* coverage);

class Atlas {
public:
    /// `budget_px` is how many pixels of coverage may be kept before everything is forgotten and placed anew.
    explicit Atlas(int budget_px);
    ~Atlas();
    Atlas(Atlas const&) = delete;
    Atlas& operator=(Atlas const&) = delete;

    /// From now on pictures go onto the graphics card.
    void open() { m_open = true; }
    Sprite place(std::vector<std::uint8_t> const& coverage, int width, int height);
    [[nodiscard]] bool over_budget() const { return m_used_px > m_budget_px; }
    /// Forgets every picture, and overwrites it: a driver may hand the card's memory on as it is.
    void clear();

private:
    struct Page;
    [[nodiscard]] Sprite on_a_page(std::vector<std::uint8_t> const& coverage, int width, int height);
    bool m_open = false;
    int m_budget_px;
    int m_used_px = 0;
    std::vector<std::unique_ptr<Page>> m_pages;
    std::vector<CoverageTexture> m_alone;  ///< of pictures too large for a page
};

}  // namespace halte
