#include <array>

#include "legend.h"
#include "list.h"

namespace halte {
namespace {

struct Line {
    std::string_view icon;
    std::string_view phrase;
};
constexpr std::array lines{
    Line{"key-move", "keys.move"}, Line{"forward", "keys.group"},         Line{"key-do", "keys.do"},
    Line{"back", "keys.back"},     Line{"erase-and-leave", "keys.leave"}, Line{"info", "keys.help"}};

}  // namespace

/// What each key does, for whoever pressed the one for help.
void draw_keys(ScreenContext& screen) {
    draw_page(screen, {heading(screen)}, [&](Box const& box) {
        Flow flow(without_height(box));
        screen.canvas.list([&] {
            for (Line const& line : lines)
                screen.canvas.item([&] {
                    flow.add(draw_key_row(screen, flow.rest(), line.icon, screen.say(line.phrase))).skip(space::l);
                });
        });
        return flow.add(unreviewed_note(screen, flow.rest())).skip(space::m).height();
    });
}

}  // namespace halte
