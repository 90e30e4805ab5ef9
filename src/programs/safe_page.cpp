#include "safe_page.h"

#include <halte/directory.h>
#include <halte/look.h>
#include <halte/text.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace halte {
namespace {

constexpr int margin = 64;
constexpr int gap = 48;
constexpr int radius = 40;
constexpr int padding = 48;
constexpr float number_size = 340;
constexpr float words_size = 60;
/// A line has room for accents above its letters; digits have none, and would stand too low.
constexpr int room_for_accents = 28;

struct Line {
    std::string words;
    TextStyle style;
    Colour colour = Colour::ink;
};
/// A number, and who answers it in the languages that say it otherwise than those before.
using Block = std::vector<Line>;

struct Panel {
    int x = 0;
    int y = 0;
    int w = 0;
    int h = 0;
};

TextStyle style_in(Language const& language) {
    TextStyle style{.size = words_size, .alignment = Alignment::centre, .language = language.code};
    style.line_height = metrics_of(language.script).text_line;
    style.direction = language.right_to_left ? Direction::right_to_left : Direction::left_to_right;
    return style;
}

Block block_of(Directory const& directory, std::string const& number, char const* who) {
    TextStyle large{.size = number_size, .line_height = 1.1F, .weight = Weight::bold, .digits = true};
    large.alignment = Alignment::centre;
    Block block{{number, large, Colour::accent}};
    std::set<std::string> written;
    for (Language const& language : directory.languages()) {
        std::string const words = directory.phrase(who, {language.code, "hospital", {}}).words;
        if (written.insert(words).second) block.push_back({words, style_in(language), Colour::ink});
    }
    return block;
}

class Page {
public:
    Page(SafePage& page, Typesetter&& typesetter)
        : m_page(page), m_typesetter(std::move(typesetter)), m_theme({page.width, page.height}) {
        m_page.pixels.resize(std::size_t(page.width) * std::size_t(page.height) * 3);
        for (int y = 0; y < page.height; ++y)
            for (int x = 0; x < page.width; ++x) blend(x, y, 255, Colour::paper);
    }

    [[nodiscard]] bool fits(Block const& block, Panel const& panel) const {
        bool const whole = std::none_of(block.begin(), block.end(), [&](Line const& line) {
            TextExtent const extent = m_typesetter.measure(line.words, line.style, panel.w - 2 * padding);
            return extent.too_wide || extent.missing_glyphs > 0 || extent.lines > 1;
        });
        return whole && height_of(block, panel) <= panel.h - padding;
    }
    /// Leaves the last languages out until the block fits; false when it would lose one of the first four.
    [[nodiscard]] bool shorten(Block& block, Panel const& panel) const {
        constexpr std::size_t number_and_first_languages = 1 + 4;
        std::size_t const least = std::min(block.size(), number_and_first_languages);
        while (!fits(block, panel) && block.size() > least) block.pop_back();
        return fits(block, panel);
    }
    [[nodiscard]] int height_of(Block const& block, Panel const& panel) const {
        int height = 0;
        for (Line const& line : block)
            height += m_typesetter.measure(line.words, line.style, panel.w - 2 * padding).height;
        return height;
    }

    /// The first line begins `y` below the panel's top.
    void draw(Block const& block, Panel const& panel, int y) {
        fill(panel);
        for (Line const& line : block) y += write(line, panel, panel.y + y);
    }

private:
    void fill(Panel const& panel) {
        for (int y = 0; y < panel.h; ++y)
            for (int x = 0; x < panel.w; ++x) {
                // How far into a corner's square a pixel lies, and from that how far beyond its arc.
                double const dx = std::max({radius - x - 0.5, x + 0.5 - (panel.w - radius), 0.0});
                double const dy = std::max({radius - y - 0.5, y + 0.5 - (panel.h - radius), 0.0});
                double const inside = std::clamp(radius - std::hypot(dx, dy) + 0.5, 0.0, 1.0);
                blend(panel.x + x, panel.y + y, int(inside * 255), Colour::tint);
            }
    }

    int write(Line const& line, Panel const& panel, int y) {
        TextImage const image = m_typesetter.render(line.words, line.style, panel.w - 2 * padding);
        for (int row = 0; row < image.height; ++row)
            for (int column = 0; column < image.width; ++column)
                blend(panel.x + padding + column - image.left, y + row - image.top,
                      image.coverage[std::size_t(row * image.width + column)], line.colour);
        return image.extent.height;
    }

    void blend(int x, int y, int coverage, Colour colour) {
        if (x < 0 || y < 0 || x >= m_page.width || y >= m_page.height) return;
        Rgb const rgb = m_theme.colour(colour);
        std::array const channels{rgb.red, rgb.green, rgb.blue};
        for (std::size_t channel = 0; channel < 3; ++channel) {
            auto& pixel = m_page.pixels[std::size_t(y * m_page.width + x) * 3 + channel];
            pixel = std::uint8_t((pixel * (255 - coverage) + channels.at(channel) * coverage) / 255);
        }
    }

    SafePage& m_page;
    Typesetter m_typesetter;
    Theme m_theme;
};

std::array<Panel, 2> panels_of(int width, int height) {
    bool const wide = width > height;
    int const w = wide ? (width - 2 * margin - gap) / 2 : width - 2 * margin;
    int const h = wide ? height - 2 * margin : (height - 2 * margin - gap) / 2;
    Panel const first{margin, margin, w, h};
    Panel const second = wide ? Panel{margin + w + gap, margin, w, h} : Panel{margin, margin + h + gap, w, h};
    return {first, second};
}

}  // namespace

Result<SafePage> draw_safe_page(int width, int height) {
    Directory const directory = TRY(Directory::open_bytes(embedded_snapshot()));
    SafePage safe{width, height, {}};
    Page page(safe, TRY(Typesetter::create()));
    EmergencyNumbers const numbers = directory.emergency_numbers();
    std::array<Block, 2> blocks{block_of(directory, numbers.ambulance_and_fire, "emergency.ambulance"),
                                block_of(directory, numbers.police, "emergency.police")};
    auto const panels = panels_of(width, height);
    for (Block& block : blocks)
        if (!page.shorten(block, panels[0])) return failure("The emergency numbers do not fit on their page.");
    // Both begin at one height, so that neither number seems the lesser.
    int const tallest = std::max(page.height_of(blocks[0], panels[0]), page.height_of(blocks[1], panels[1]));
    for (std::size_t at = 0; at < blocks.size(); ++at)
        page.draw(blocks.at(at), panels.at(at), (panels.at(at).h - tallest) / 2 - room_for_accents);
    return safe;
}

}  // namespace halte
