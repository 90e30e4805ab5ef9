#include <halte/icon_and_words.h>
#include <halte/layout.h>

#include <algorithm>

namespace halte {

float width_of(Canvas& canvas, IconAndWords const& what) {
    return what.before() + canvas.width_of(what.words, what.type);
}

float height_of(Canvas& canvas, float width, IconAndWords const& what) {
    return std::max(what.side, canvas.height_of(width - what.before(), what.words, what.type));
}

float draw(Canvas& canvas, Box const& box, IconAndWords const& what, IconAt at) {
    Row row(box, what.gap);
    Box const icon = what.side > 0 ? row.start(what.side) : Box{};
    float const text = canvas.height_of(row.rest().w, what.words, what.type);
    float const height = box.h > 0 ? box.h : std::max(what.side, text);
    bool const middle = at == IconAt::middle;
    float const beside = middle ? height : canvas.line_of(what.type);
    if (what.side > 0)
        canvas.icon({icon.x, box.y + (beside - what.side) / 2, what.side, what.side}, what.icon, what.colour);
    float const above = middle ? (height - text) / 2 : 0;
    canvas.words({row.rest().x, box.y + above, row.rest().w, text}, what.words, what.type);
    return height;
}

void draw_centred(Canvas& canvas, Box const& box, IconAndWords const& what) {
    draw(canvas, centred_across(box, std::min(box.w, width_of(canvas, what))), what);
}

}  // namespace halte
