#include "seen_screen.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <sstream>

#include "role_names.h"

namespace halte::rig {
namespace {

using Json = nlohmann::json;

PixelRect rect_of(Json const& numbers) { return {numbers[0], numbers[1], numbers[2], numbers[3]}; }

Rgb colour_of(Json const& numbers) { return {numbers[0], numbers[1], numbers[2]}; }

/// What words look like.
void read_look(Json const& line, Node& node) {
    node.radius_px = line["radius"];
    node.size_px = line["size"];
    node.bold = line["bold"];
    node.lines = line["lines"];
    node.foreground = colour_of(line["foreground"]);
    node.background = colour_of(line["background"]);
    node.right_to_left = line["right_to_left"];
}

Node node_of(Json const& line) {
    Node node;
    node.role = role_named(line["role"]);
    node.parent = line["parent"];
    node.name = with_plain_spaces(line["name"]);
    node.rect = rect_of(line["rect"]);
    node.visible = rect_of(line["visible"]);
    node.id = {line["id"]};
    node.turns_page = line["turns_page"];
    node.pressed = line["pressed"];
    node.selected = line["selected"];
    node.language = line["language"];
    read_look(line, node);
    return node;
}

bool can_be_seen(Node const& node) { return node.visible.w > 0 && node.visible.h > 0; }

template <class Wish>
Node const* first(AccessibilityTree const& tree, Wish const& wish) {
    auto const found = std::ranges::find_if(tree.nodes, wish);
    return found == tree.nodes.end() ? nullptr : &*found;
}

}  // namespace

std::string with_plain_spaces(std::string words) {
    for (std::string const space : {"\u00A0", "\u202F"})
        for (auto at = words.find(space); at != std::string::npos; at = words.find(space, at))
            words.replace(at, space.size(), 1, ' ');
    return words;
}

Node const* SeenScreen::control(std::string const& wanted) const {
    return first(tree, [&](Node const& node) {
        return is_control(node.role) && can_be_seen(node) && (node.name == wanted || node.id.words == wanted);
    });
}

Node const* SeenScreen::page_key() const {
    return first(tree, [](Node const& node) { return node.turns_page && can_be_seen(node); });
}

Node const* SeenScreen::words(std::string const& part) const {
    return first(tree,
                 [&](Node const& node) { return can_be_seen(node) && node.name.find(part) != std::string::npos; });
}

Node const* SeenScreen::anywhere(std::string const& part) const {
    return first(tree, [&](Node const& node) { return node.name.find(part) != std::string::npos; });
}

namespace {

void read_header(Json const& line, SeenScreen& screen) {
    screen.pid = line["pid"];
    screen.frame = line["frame"];
    screen.moving = line["moving"];
    screen.shown_ms = line["shown_ms"];
    screen.page_ms = line["page_ms"];
    screen.feels = line["feels"];
    screen.tree.focus.control.words = line["focus"];
    screen.tree.focus.whole_group = line["focus_is_group"];
    for (Json const& icon : line["icons"]) {
        screen.tree.decorations.emplace_back();
        screen.tree.decorations.back().visible = rect_of(icon);
    }
}

std::optional<SeenScreen> screen_of(std::string const& written) {
    std::istringstream lines(written);
    std::optional<SeenScreen> screen;
    for (std::string text; std::getline(lines, text);) {
        Json const line = Json::parse(text, nullptr, false);
        if (line.is_discarded()) return std::nullopt;
        if (screen)
            screen->tree.nodes.push_back(node_of(line));
        else
            read_header(line, screen.emplace());
    }
    return screen;
}

}  // namespace

SeenScreen const* ScreenReader::read(std::filesystem::path const& file) {
    std::ifstream bytes(file);
    std::string written(std::istreambuf_iterator<char>(bytes), {});
    Known& known = m_known[file];
    if (written != known.written) {
        known.screen = screen_of(written);
        known.written = std::move(written);
    }
    return known.screen ? &*known.screen : nullptr;
}

}  // namespace halte::rig
