#include "page_writer.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string_view>

#include "leftovers.h"
#include "png.h"
#include "process.h"

namespace halte::rig::bench {
namespace {

constexpr int fading_px = 80;  ///< how high the foot of a scroll area fades out on the bench's screen of 15 inches

constexpr std::string_view style = R"(<style>
html, body { margin: 0; height: 100%; overflow: hidden; cursor: none; user-select: none; }
body { font-family: "Noto Sans", "Noto Sans Arabic", sans-serif; }
a { color: inherit; text-decoration: none; cursor: none; -webkit-tap-highlight-color: transparent; }
a, div, h2, p, img { position: absolute; box-sizing: border-box; margin: 0; }
h2 { font-weight: inherit; }
.key { background: var(--ground); border-style: solid; overflow: hidden; }
.key:active { background: var(--pressed); }
.scroll { overflow: hidden auto; scrollbar-width: none; }
</style>
)";

std::string hex(Rgb colour) { return fmt::format("#{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue); }

/// The sides of a key's edge, as wide as the picture shows them.
struct Rim {
    Rgb colour;
    int above = 2;
    int side = 2;
    int below = 5;
};

/// How many pixels there are from there on, in that direction, until the ground begins.
int pixels_to(Rgb ground, Picture const& picture, int x, int y, int dx, int dy) {
    constexpr int most = 12;
    int count = 0;
    while (count < most && !(colour_at(picture, x + count * dx, y + count * dy) == ground)) ++count;
    return count == most ? 1 : count;
}

Rim rim_of(Node const& key, Rgb ground, Picture const& picture) {
    PixelRect const& rect = key.rect;
    int const middle = rect.x + rect.w / 2;
    Rim rim{.colour = colour_at(picture, rect.x + 1, rect.y + rect.h / 2)};
    rim.side = pixels_to(ground, picture, rect.x, rect.y + rect.h / 2, 1, 0);
    rim.above = pixels_to(ground, picture, middle, rect.y, 0, 1);
    rim.below = pixels_to(ground, picture, middle, rect.bottom() - 1, 0, -1);
    return rim;
}

class Writer {
public:
    explicit Writer(ScreenToWrite const& screen)
        : m_screen(screen),
          m_nodes(screen.tree.nodes),
          m_grounds(grounds_of(screen.tree, screen.picture, fading_px)),
          m_children(m_nodes.size() + 1) {
        for (int node = 0; node < int(m_nodes.size()); ++node) children_of(at(node).parent).push_back(node);
        find_rim();
    }

    std::string write() {
        m_text = fmt::format(
            "<!doctype html>\n<html lang=\"{}\">\n<meta charset=\"utf-8\">\n"
            "<meta name=\"google\" content=\"notranslate\">\n<title>{}</title>\n{}",
            language(), escaped(title()), style);
        m_text += fmt::format("<body style=\"background: {}\">\n", screen_ground());
        write_inside(-1, {});
        return m_text;
    }

private:
    struct Origin {
        int x = 0;
        int y = 0;
    };

    [[nodiscard]] Node const& at(int node) const { return m_nodes[std::size_t(node)]; }
    std::vector<int>& children_of(int node) { return m_children[std::size_t(node + 1)]; }
    [[nodiscard]] Rgb ground_of(int node) const { return m_grounds.of_nodes[std::size_t(node)]; }

    [[nodiscard]] std::string title() const {
        auto const heading = std::ranges::find(m_nodes, Role::heading, &Node::role);
        return heading == m_nodes.end() ? "" : heading->name;
    }

    [[nodiscard]] std::string language() const {
        auto const heading = std::ranges::find(m_nodes, Role::heading, &Node::role);
        return heading == m_nodes.end() ? "fr" : heading->language;
    }

    /// Every so many pixels the colour of the sky, or the paper's.
    [[nodiscard]] std::string screen_ground() const {
        constexpr int step = 30;
        std::vector<std::string> stops;
        for (int y = 0; y < m_screen.picture.height; y += step)
            stops.push_back(fmt::format("{} {}px", hex(m_grounds.screen.at(y)), y));
        bool const flat = std::ranges::all_of(m_grounds.screen.rows,
                                              [&](Rgb colour) { return colour == m_grounds.screen.rows.front(); });
        return flat ? hex(m_grounds.screen.at(0)) : fmt::format("linear-gradient({})", fmt::join(stops, ", "));
    }

    /// That of a key that is whole serves for those of which only a part can be seen.
    void find_rim() {
        for (int node = 0; node < int(m_nodes.size()); ++node)
            if (is_control(at(node).role) && at(node).visible == at(node).rect) {
                m_rim = rim_of(at(node), ground_of(node), m_screen.picture);
                m_unseen = ground_of(node);
                return;
            }
    }

    static std::string place(PixelRect const& rect, Origin const& from) {
        return fmt::format("left: {}px; top: {}px; width: {}px; height: {}px", rect.x - from.x, rect.y - from.y, rect.w,
                           rect.h);
    }

    void write_inside(int node, Origin const& from) {
        for (Leftover const& leftover : m_grounds.leftovers)
            if (leftover.owner == node) write_leftover(leftover, from);
        for (int const child : children_of(node)) write_node(child, from);
    }

    void write_leftover(Leftover const& leftover, Origin const& from) {
        m_text += fmt::format("<img alt=\"\" style=\"{}\" src=\"{}\">\n", place(leftover.rect, from),
                              png_address(m_screen.picture, leftover.rect));
    }

    void write_node(int index, Origin const& from) {
        Node const& node = at(index);
        if (is_words(node.role)) return write_words(node, from);
        if (is_control(node.role)) return write_key(index, from);
        if (node.role == Role::image) return write_image(node, from);
        std::string const ground = has_ground(node) ? "; background: " + hex(ground_of(index)) : "";
        std::string const corners = node.role == Role::panel ? "; border-radius: 24px" : "";
        m_text += fmt::format("<div{} style=\"{}{}{}\">\n", node.role == Role::scroll_area ? " class=\"scroll\"" : "",
                              place(node.rect, from), ground, corners);
        write_inside(index, {node.rect.x, node.rect.y});
        m_text += "</div>\n";
        if (node.role == Role::scroll_area && goes_on(node)) write_fading(node, from);
    }

    [[nodiscard]] bool goes_on(Node const& area) const {
        return std::ranges::any_of(m_nodes, [&](Node const& node) {
            return node.visible.h < node.rect.h && node.rect.bottom() > area.rect.bottom();
        });
    }

    void write_fading(Node const& area, Origin const& from) {
        PixelRect const foot{area.rect.x, area.rect.bottom() - fading_px, area.rect.w, fading_px};
        m_text += fmt::format(
            "<div style=\"{}; pointer-events: none; background: linear-gradient(transparent, {})\"></div>\n",
            place(foot, from), hex(m_grounds.screen.at(foot.y)));
    }

    /// Where the letters stand in the box of the words, as the picture shows it.
    [[nodiscard]] std::string_view alignment_of(Node const& words) const {
        constexpr int much = 12;
        int left = words.visible.right();
        int right = words.visible.x;
        for (int y = words.visible.y; y < words.visible.bottom(); ++y)
            for (int x = words.visible.x; x < words.visible.right(); ++x)
                if (colour_at(m_screen.picture, x, y) == words.foreground) {
                    left = std::min(left, x);
                    right = std::max(right, x);
                }
        int const before = left - words.visible.x;
        int const behind = words.visible.right() - right;
        if (before < much) return "left";
        return behind < much ? "right" : "center";
    }

    /// The two lay out letters to another fraction of a pixel: one line stays one line, and several have a little room.
    void write_words(Node const& words, Origin const& from) {
        constexpr int room = 2;
        PixelRect rect = words.rect;
        rect.w += words.lines > 1 ? room : 0;
        int const pitch = words.rect.h / std::max(1, words.lines);
        m_text += fmt::format(
            "<{0}{1} lang=\"{2}\" style=\"{3}; font: {4}{5}px/{6}px 'Noto Sans', 'Noto Sans Arabic'; color: {7}; "
            "text-align: {8}{9}\">{10}</{0}>\n",
            words.role == Role::heading ? "h2" : "p", words.right_to_left ? " dir=\"rtl\"" : "", words.language,
            place(rect, from), words.bold ? "bold " : "", words.size_px, pitch, hex(words.foreground),
            alignment_of(words), words.lines == 1 ? "; white-space: nowrap" : "", escaped(words.name));
    }

    /// Of one that is scrolled away there is no picture.
    void write_image(Node const& image, Origin const& from) {
        bool const seen = image.visible.w > 0 && image.visible.h > 0;
        m_text += fmt::format("<img alt=\"{}\" style=\"{}\"{}>\n", escaped(image.name),
                              place(seen ? image.visible : image.rect, from),
                              seen ? " src=\"" + png_address(m_screen.picture, image.visible) + "\"" : "");
    }

    void write_key(int index, Origin const& from) {
        Node const& key = at(index);
        bool const seen = key.visible.w > 0 && key.visible.h > 0;
        Rgb const ground = seen ? ground_of(index) : m_unseen;
        Rim const rim = key.visible == key.rect ? rim_of(key, ground, m_screen.picture) : m_rim;
        auto const link = m_screen.links.find(key.id.words);
        m_text += fmt::format(
            "<a class=\"key\"{} aria-label=\"{}\" style=\"{}; border-color: {}; border-width: {}px {}px {}px; "
            "border-radius: {}px; --ground: {}; --pressed: {}\">\n",
            link == m_screen.links.end() ? "" : fmt::format(" href=\"{}\"", link->second), escaped(key.name),
            place(key.rect, from), hex(rim.colour), rim.above, rim.side, rim.below, key.radius_px, hex(ground),
            hex(pressed_ground(ground, rim)));
        write_inside(index, {key.rect.x + rim.side, key.rect.y + rim.above});
        m_text += "</a>\n";
    }

    /// That of the key that was pressed; of keys of another ground, their edge's, which is darker.
    [[nodiscard]] Rgb pressed_ground(Rgb ground, Rim const& rim) const {
        if (!m_screen.pressed) return rim.colour;
        for (int node = 0; node < int(m_nodes.size()); ++node) {
            PixelRect const& rect = at(node).rect;
            if (is_control(at(node).role) && at(node).id.words == m_screen.pressed->id && ground_of(node) == ground)
                return colour_at(m_screen.pressed->picture, rect.x + rect.w / 2, rect.y + edge_px);
        }
        return rim.colour;
    }

    static constexpr int edge_px = 12;

    ScreenToWrite const& m_screen;
    std::vector<Node> const& m_nodes;
    Grounds m_grounds;
    std::vector<std::vector<int>> m_children;  ///< those of the screen first
    Rim m_rim{};
    Rgb m_unseen{};
    std::string m_text;
};

}  // namespace

std::string escaped(std::string const& words) {
    std::string text = replaced(words, "&", "&amp;");
    for (auto const& [letter, name] : {std::pair{"<", "&lt;"}, {">", "&gt;"}, {"\"", "&quot;"}})
        text = replaced(text, letter, name);
    return text;
}

std::string page_of(ScreenToWrite const& screen) { return Writer(screen).write(); }

}  // namespace halte::rig::bench
