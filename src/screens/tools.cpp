#include "tools.h"

#include <algorithm>
#include <vector>

namespace halte {
namespace {

struct Tool {
    char const* icon;
    std::string words;
    Open what;
};

constexpr float tool_gap = space::l;
constexpr float widest_tool = 424;  ///< in landscape: more is read as a rule, not as a key

/// All but the one whose page this is.
std::vector<Tool> tools_of(ScreenContext& screen) {
    std::vector<Tool> tools{{"no-phone", screen.say("without_phone.tool"), {Screen::without_phone, {}}},
                            {"show-words", screen.say("show.title"), {Screen::words_to_show, {}}}};
    std::erase_if(tools, [&](Tool const& tool) { return tool.what.screen == screen.visit.here().screen; });
    return tools;
}

float pad_of(ToolsRoom look) { return look == ToolsRoom::header ? space::l : space::section; }

IconAndWords content_of(ScreenContext const& screen, Tool const& tool, ToolsRoom look) {
    constexpr float close_letters = 22;
    Type type{.role = TypeRole::button};
    if (look == ToolsRoom::header) type.size = close_letters;
    return {.icon = tool.icon, .words = tool.words, .type = type, .side = screen.icon(icon::key), .gap = space::snug};
}

void draw_tool(ScreenContext& screen, Box const& box, Tool const& tool, ToolsRoom look) {
    Key const key{.name = tool.words, .id = screen.act(tool.what)};
    screen.canvas.key(box, key,
                      [&] { draw(screen.canvas, inset(face(box), pad_of(look), 0), content_of(screen, tool, look)); });
}

float widest_of(ScreenContext& screen, std::vector<Tool> const& tools, ToolsRoom look) {
    return 2 * pad_of(look) +
           largest(tools, [&](Tool const& tool) { return width_of(screen.canvas, content_of(screen, tool, look)); });
}

}  // namespace

float tools_width(ScreenContext& screen, ToolsRoom look) {
    std::vector<Tool> const tools = tools_of(screen);
    return float(tools.size()) * (widest_of(screen, tools, look) + tool_gap) - tool_gap;
}

float draw_tools(ScreenContext& screen, Box const& box, ToolsRoom look) {
    std::vector<Tool> const tools = tools_of(screen);
    float const widest = widest_of(screen, tools, look);
    int const columns = columns_in(box.w, widest, tool_gap, int(tools.size()));
    Tiles tiles = Tiles::across(without_height(box), columns, tool_gap);
    if (screen.shape() == ShapeClass::landscape) tiles.first.w = std::min(tiles.first.w, std::max(widest, widest_tool));
    auto const high = [&](Tool const& tool) {
        return height_of(screen.canvas, tiles.first.w - 2 * pad_of(look), content_of(screen, tool, look)) + space::xxl;
    };
    tiles.first.h = largest(tools, high, key::low);
    return draw_list(screen.canvas, tiles, tools,
                     [&](Box const& place, Tool const& tool) { draw_tool(screen, place, tool, look); });
}

}  // namespace halte
