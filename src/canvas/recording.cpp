#include "inside.h"

namespace halte {

int Canvas::Inside::record(Node node) {
    must(!measuring);
    node.parent = parent;
    node.visible = intersection(node.rect, clip);
    tree.nodes.push_back(std::move(node));
    return int(tree.nodes.size()) - 1;
}

void Canvas::Inside::record(Decoration decoration) {
    must(!measuring);
    decoration.parent = parent;
    decoration.nodes_before = tree.nodes.size();
    decoration.visible = intersection(decoration.rect, clip);
    tree.decorations.push_back(decoration);
}

void Canvas::Inside::group(Role role, std::function<void()> const& draw, int items) {
    if (measuring) return draw();
    auto const index = std::size_t(record({.role = role, .name = "", .items = items}));
    inside(int(index), ground, draw);
    if (tree.nodes.size() == index + 1) return tree.nodes.pop_back();
    PixelRect rect = tree.nodes[index + 1].rect;
    for (std::size_t at = index + 2; at < tree.nodes.size(); ++at) rect = hull(rect, tree.nodes[at].rect);
    tree.nodes[index].rect = rect;
    tree.nodes[index].visible = intersection(rect, clip);
}

void Canvas::Inside::inside(int node, Rgb colour, std::function<void()> const& draw) {
    int const parent_before = std::exchange(parent, node);
    Rgb const ground_before = std::exchange(ground, colour);
    draw();
    parent = parent_before;
    ground = ground_before;
}

}  // namespace halte
