#include "leftovers.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <optional>

namespace halte::rig::bench {
namespace {

constexpr int cell = 8;           ///< what stands closer together than that is one leftover
constexpr int edge = 10;          ///< the rim of a key
constexpr int same_ground = 12;   ///< a gradient's rounding is less, and the faintest icon more
constexpr int letter_margin = 4;  ///< letters may stand out of their box

int distance(Rgb one, Rgb other) {
    return std::abs(one.red - other.red) + std::abs(one.green - other.green) + std::abs(one.blue - other.blue);
}

PixelRect overlap(PixelRect const& one, PixelRect const& other) {
    int const x = std::max(one.x, other.x);
    int const y = std::max(one.y, other.y);
    return {x, y, std::max(0, std::min(one.right(), other.right()) - x),
            std::max(0, std::min(one.bottom(), other.bottom()) - y)};
}

PixelRect around(PixelRect const& one, PixelRect const& other) {
    int const x = std::min(one.x, other.x);
    int const y = std::min(one.y, other.y);
    return {x, y, std::max(one.right(), other.right()) - x, std::max(one.bottom(), other.bottom()) - y};
}

bool meet(PixelRect const& one, PixelRect const& other) {
    PixelRect const both = overlap(one, other);
    return both.w > 0 && both.h > 0;
}

/// In the rounded corners of a key the ground below it shows, and along its sides is its edge.
bool is_rim(Node const& node, int x, int y) {
    int const beside = std::min(x - node.rect.x, node.rect.right() - 1 - x);
    int const above = std::min(y - node.rect.y, node.rect.bottom() - 1 - y);
    // Panels do not tell their corners.
    int const radius = is_control(node.role) ? int(node.radius_px) : node.role == Role::panel ? 32 : 0;
    bool const at_edge = is_control(node.role) && std::min(beside, above) < edge;
    return at_edge || (beside < radius && above < radius);
}

class Analysis {
public:
    Analysis(AccessibilityTree const& tree, Picture const& picture, int fading)
        : m_tree(tree),
          m_picture(picture),
          m_owner(std::size_t(picture.width) * std::size_t(picture.height), -1),
          m_settled(m_owner.size(), false) {
        for (int node = 0; node < int(tree.nodes.size()); ++node) own(node);
        settle_words();
        settle_fading(fading);
    }

    Grounds find() {
        Grounds grounds{screen_ground(), colours_of_nodes(), {}};
        settle_grounds(grounds);
        grounds.leftovers = leftovers();
        return grounds;
    }

private:
    [[nodiscard]] std::size_t at(int x, int y) const {
        return std::size_t(y) * std::size_t(m_picture.width) + std::size_t(x);
    }
    [[nodiscard]] PixelRect screen() const { return {0, 0, m_picture.width, m_picture.height}; }

    template <class Deed>
    void for_each_pixel(PixelRect const& rect, Deed const& deed) const {
        PixelRect const seen = overlap(rect, screen());
        for (int y = seen.y; y < seen.bottom(); ++y)
            for (int x = seen.x; x < seen.right(); ++x) deed(x, y);
    }

    /// What is drawn later owns the pixel.
    void own(int index) {
        Node const& node = m_tree.nodes[std::size_t(index)];
        if (has_ground(node)) for_each_pixel(node.visible, [&](int x, int y) { m_owner[at(x, y)] = index; });
    }

    void settle_words() {
        for (Node const& node : m_tree.nodes)
            if (is_words(node.role) || node.role == Role::image)
                for_each_pixel(grown(node.visible, letter_margin), [&](int x, int y) { m_settled[at(x, y)] = true; });
    }

    void settle_fading(int fading) {
        for (Node const& node : m_tree.nodes)
            if (node.role == Role::scroll_area)
                for_each_pixel({node.rect.x, node.rect.bottom() - fading, node.rect.w, fading},
                               [&](int x, int y) { m_settled[at(x, y)] = true; });
    }

    /// The first column shows it, where nothing stands.
    [[nodiscard]] Ground screen_ground() const {
        Ground ground;
        for (int y = 0; y < m_picture.height; ++y) {
            bool const free = m_owner[at(0, y)] < 0;
            ground.rows.push_back(free || y == 0 ? colour_at(m_picture, 0, y) : ground.rows.back());
        }
        return ground;
    }

    /// The most frequent colour of what each owns.
    [[nodiscard]] std::vector<Rgb> colours_of_nodes() const {
        std::vector<std::map<int, int>> counts(m_tree.nodes.size());
        for_each_pixel(screen(), [&](int x, int y) {
            if (int const owner = m_owner[at(x, y)]; owner >= 0) {
                Rgb const colour = colour_at(m_picture, x, y);
                ++counts[std::size_t(owner)][colour.red << 16 | colour.green << 8 | colour.blue];
            }
        });
        std::vector<Rgb> colours;
        for (auto const& count : counts) {
            auto const most = std::ranges::max_element(count, {}, [](auto const& one) { return one.second; });
            int const bits = most == count.end() ? 0 : most->first;
            colours.push_back({std::uint8_t(bits >> 16), std::uint8_t(bits >> 8 & 0xFF), std::uint8_t(bits & 0xFF)});
        }
        return colours;
    }

    void settle_grounds(Grounds const& grounds) {
        for_each_pixel(screen(), [&](int x, int y) {
            int const owner = m_owner[at(x, y)];
            Rgb const ground = owner < 0 ? grounds.screen.at(y) : grounds.of_nodes[std::size_t(owner)];
            bool const rim = owner >= 0 && is_rim(m_tree.nodes[std::size_t(owner)], x, y);
            if (rim || distance(colour_at(m_picture, x, y), ground) <= same_ground) m_settled[at(x, y)] = true;
        });
    }

    /// Around the pixels of a cell that nothing explains.
    [[nodiscard]] std::optional<Leftover> in_cell(int column, int row) const {
        std::optional<Leftover> found;
        for_each_pixel({column * cell, row * cell, cell, cell}, [&](int x, int y) {
            if (m_settled[at(x, y)]) return;
            PixelRect const pixel{x, y, 1, 1};
            found = found ? Leftover{found->owner, around(found->rect, pixel)} : Leftover{m_owner[at(x, y)], pixel};
        });
        return found;
    }

    [[nodiscard]] std::vector<Leftover> leftovers() const {
        std::vector<Leftover> all;
        for (Decoration const& icon : m_tree.decorations)
            if (icon.visible.w > 0 && icon.visible.h > 0)
                add({m_owner[at(icon.visible.x, icon.visible.y)], icon.visible}, all);
        for (int row = 0; row * cell < m_picture.height; ++row)
            for (int column = 0; column * cell < m_picture.width; ++column)
                if (auto const one = in_cell(column, row)) add(*one, all);
        return all;
    }

    /// One with those on the same ground that it touches.
    static void add(Leftover one, std::vector<Leftover>& all) {
        auto const touches = [&](Leftover const& other) {
            return other.owner == one.owner && meet(grown(one.rect, cell), other.rect);
        };
        for (auto found = std::ranges::find_if(all, touches); found != all.end();
             found = std::ranges::find_if(all, touches)) {
            one.rect = around(one.rect, found->rect);
            all.erase(found);
        }
        all.push_back(one);
    }

    AccessibilityTree const& m_tree;
    Picture const& m_picture;
    std::vector<int> m_owner;     ///< of each pixel: the node on whose ground it is
    std::vector<bool> m_settled;  ///< of each pixel: it is a word or a ground
};

}  // namespace

bool has_ground(Node const& node) {
    return is_control(node.role) || node.role == Role::panel || node.role == Role::band;
}

Rgb colour_at(Picture const& picture, int x, int y) {
    auto const* pixel = &picture.pixels.at((std::size_t(y) * std::size_t(picture.width) + std::size_t(x)) * 3);
    return {pixel[0], pixel[1], pixel[2]};
}

Grounds grounds_of(AccessibilityTree const& tree, Picture const& picture, int fading) {
    return Analysis(tree, picture, fading).find();
}

}  // namespace halte::rig::bench
