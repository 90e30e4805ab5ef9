#include <algorithm>
#include <array>
#include <vector>

#include "list.h"

namespace halte {
namespace {

struct Choice {
    char const* icon;
    std::string label;
    What what;
};
using Choices = std::array<Choice, 2>;

struct ChoiceLook {
    Type type{.role = TypeRole::title, .size = letters::answer};
    float icon = 60;
    float between = space::xxxl;  ///< icon and words
    float pad = space::xl;
};

ChoiceLook close_look() { return {{.role = TypeRole::button, .size = letters::key}, icon::frame, space::m, space::s}; }

IconAndWords content_of(Choice const& choice, ChoiceLook const& look) {
    return {choice.icon, choice.label, look.type, look.icon, look.between};
}

/// How wide a key must be for its words in one line.
float width_of(ScreenContext& screen, Choice const& choice, ChoiceLook const& look) {
    return width_of(screen.canvas, content_of(choice, look)) + 2 * look.pad;
}

void draw_choice(ScreenContext& screen, Box const& box, Choice const& choice, ChoiceLook const& look) {
    Key const key{.name = choice.label,
                  .id = screen.act(choice.what),
                  .radius = corner::large_key,
                  .begins = std::holds_alternative<Continue>(choice.what)};
    screen.canvas.key(box, key, [&] {
        Box const room = inset(face(box, lip::large_key), look.pad, 0);
        IconAndWords content = content_of(choice, look);
        if (width_of(screen.canvas, content) > room.w) content.side = 0;
        content.type = screen.canvas.squeezed({0, 0, room.w - content.before(), room.h}, choice.label, content.type);
        draw_centred(screen.canvas, room, content);
    });
}

/// `box` is square.
void draw_countdown(ScreenContext& screen, Box const& box, int left) {
    constexpr float stroke = 8;
    constexpr float narrow = 140;
    Type const large{.role = TypeRole::title, .alignment = Alignment::centre, .size = 60.0F, .digits = true};
    Type const small{.role = TypeRole::card_title, .alignment = Alignment::centre, .size = 44.0F, .digits = true};
    Canvas& canvas = screen.canvas;
    float const whole = std::max<float>(1, float(screen.visit.pace.countdown.count()) / 1000);
    canvas.ring(box, float(left) / whole, stroke, [&] {
        Type const& number = box.w > narrow ? large : small;
        canvas.words(centred(box, canvas.line_of(number)), std::to_string(left), number);
    });
}

Choices choices_of(ScreenContext& screen) {
    return {Choice{"start-again", screen.say("veil.start_again"), StartAgain{}},
            Choice{"continue", screen.say("veil.continue"), Continue{}}};
}

struct WordsLook {
    TypeRole title = TypeRole::title;
    float between = space::xs;
    bool heading = true;
    bool sentence = true;
};

float draw_words(ScreenContext& screen, Box const& box, int left, WordsLook const& look) {
    Type const title{.role = look.title, .alignment = Alignment::centre, .heading = true};
    Type const soft{.role = TypeRole::lead, .colour = Colour::ink_soft, .alignment = Alignment::centre};
    Canvas& canvas = screen.canvas;
    Flow flow(box);
    if (look.heading) flow.add(canvas.words(flow.rest(), screen.say("veil.title"), title)).skip(look.between);
    std::string const seconds = std::to_string(left);
    if (look.sentence) flow.add(canvas.words(flow.rest(), screen.say("veil.left", {{"seconds", seconds}}), soft));
    return flow.height();
}

/// Ring, words, and the keys side by side below them.
struct RoomyPlan {
    float top = 70;
    float under_ring = 30;
    float under_words = 52;
    float between_words = space::xs;
    float key = key::lead;  ///< its height at most
};

constexpr float between_roomy_keys = 40;

RoomyPlan roomy_plan(ScreenContext const& screen) {
    switch (screen.shape()) {
        case ShapeClass::portrait:
            return {.top = 260};
        case ShapeClass::small:
            return {space::xxxl, space::m, space::l, 0, 144};
        case ShapeClass::landscape:
            break;
    }
    return {};
}

float roomy_width(Theme const& theme) {
    constexpr float widest = 580;
    return std::min(widest, column_width(theme.content().w, 2, between_roomy_keys));
}

bool has_roomy_room(ScreenContext& screen) {
    Theme const& theme = screen.canvas.theme();
    return !theme.compact() && std::ranges::all_of(choices_of(screen), [&](Choice const& choice) {
        return width_of(screen, choice, {}) <= roomy_width(theme);
    });
}

void draw_roomy(ScreenContext& screen, int left) {
    constexpr float ring = 152;
    Theme const& theme = screen.canvas.theme();
    screen.canvas.landscape(picture_scale(theme));
    RoomyPlan const plan = roomy_plan(screen);
    Box words{theme.content().x, 0, theme.content().w, 0};
    auto const draw_all_words = [&] { return draw_words(screen, words, left, {.between = plan.between_words}); };
    float const above_keys = ring + plan.under_ring + screen.canvas.measure(draw_all_words) + plan.under_words;
    float const top = std::max(plan.top, theme.touch_top() - above_keys);
    Flow flow({0, top, theme.width(), theme.sill().y - space::xl - top});
    draw_countdown(screen, centred_across(flow.take(ring), ring), left);
    words.y = flow.skip(plan.under_ring).y();
    flow.add(draw_all_words()).skip(plan.under_words);
    float const width = roomy_width(theme);
    Box const keys = centred_across(flow.take(std::min(plan.key, flow.rest().h)), 2 * width + between_roomy_keys);
    Tiles::across(keys, 2, between_roomy_keys).each(choices_of(screen), [&](Box const& box, Choice const& choice) {
        draw_choice(screen, box, choice, {});
    });
}

/// Where things stand on a small screen. Side by side: words and ring on one side, the keys below each other on the
/// other.
struct ClosePlan {
    bool beside = false;
    bool stacked = false;  ///< the keys, below each other
    float ring = 0;
    WordsLook words{};
    ChoiceLook look = close_look();
};

constexpr float close_gap = space::m;
constexpr float key_height = 92;

/// As wide as their longest words need, where that leaves room for the ring.
float keys_width(ScreenContext& screen, ClosePlan const& plan) {
    constexpr float least_share = 0.58F;
    constexpr float widest_ring = 120;
    float const whole = screen.canvas.theme().content().w;
    if (!plan.beside) return plan.stacked ? whole : column_width(whole, 2, close_gap);
    auto const width = [&](Choice const& choice) { return width_of(screen, choice, plan.look); };
    return std::min(largest(choices_of(screen), width, whole * least_share), whole - close_gap - widest_ring);
}

Box words_column(ScreenContext& screen, ClosePlan const& plan) {
    Row row(screen.canvas.theme().content(), close_gap);
    if (plan.beside) row.end(keys_width(screen, plan));
    return {row.rest().x, 0, row.rest().w, 0};
}

/// Where the keys may stand on a screen whose keys were brought down. On the lowest screens they begin a little above
/// its lower 55 %: they are as high as every key.
Box low_keys(ScreenContext const& screen) {
    Theme const& theme = screen.canvas.theme();
    float const foot = theme.sill().y;
    float const top = std::min(theme.low_top(), foot - key::low + space::hair);
    return {0, top, theme.width(), foot - top};
}

float words_height(ScreenContext& screen, ClosePlan const& plan) {
    constexpr int two_digits = 99;
    float const words =
        screen.canvas.measure([&] { return draw_words(screen, words_column(screen, plan), two_digits, plan.words); });
    return words + (plan.ring > 0 ? plan.ring + close_gap : 0);
}

float key_height_of(ScreenContext const& screen, ClosePlan const& plan) {
    float const rows = plan.stacked ? 2 : 1;
    float const room = (low_keys(screen).h - close_gap * (rows - 1)) / rows;
    return screen.canvas.theme().low() ? std::clamp(room, key::low - space::hair, key_height) : key_height;
}

float keys_height(ScreenContext const& screen, ClosePlan const& plan) {
    float const height = key_height_of(screen, plan);
    return plan.beside || plan.stacked ? 2 * height + close_gap : height;
}

bool has_height(ScreenContext& screen, ClosePlan const& plan) {
    float const words = words_height(screen, plan);
    float const keys = keys_height(screen, plan);
    if (screen.canvas.theme().low()) return words + close_gap <= low_keys(screen).y && keys <= low_keys(screen).h;
    float const height = plan.beside ? std::max(words, keys) : words + close_gap + keys;
    return height + 2 * close_gap <= screen.canvas.theme().sill().y;
}

bool fits(ScreenContext& screen, ClosePlan const& plan) {
    float const width = keys_width(screen, plan);
    for (Choice const& choice : choices_of(screen))
        if (width_of(screen, choice, plan.look) > width) return false;
    Type const title{.role = plan.words.title, .alignment = Alignment::centre};
    if (plan.words.heading && !screen.canvas.fits(words_column(screen, plan).w, screen.say("veil.title"), title))
        return false;
    return has_height(screen, plan);
}

/// The ways to lay the veil out on a small screen, the best first; the last one fits on every screen that is large
/// enough for Halte.
std::vector<ClosePlan> close_plans(ScreenContext const& screen) {
    constexpr float large = 144;
    constexpr float alone = 120;
    constexpr float small = 96;
    constexpr float smallest = 84;
    ChoiceLook words_only = close_look();
    words_only.icon = 0;
    WordsLook const near{.title = TypeRole::button, .between = space::xxs};
    WordsLook const title{.title = TypeRole::button, .between = space::xxs, .sentence = false};
    WordsLook const none{.heading = false, .sentence = false};
    if (screen.canvas.theme().low()) {
        words_only.pad = space::xxs;
        return {{.ring = large},
                {.stacked = true, .ring = large},
                {.ring = small},
                {.ring = small, .words = near},
                {.ring = small, .words = near, .look = words_only},
                {.ring = smallest, .words = title, .look = words_only},
                {.ring = alone, .words = none, .look = words_only}};
    }
    return {{.ring = large},
            {.stacked = true, .ring = large},
            {.ring = small},
            {.stacked = true, .ring = small},
            {.beside = true, .ring = small, .words = near},
            {.beside = true, .ring = small, .words = near, .look = words_only},
            {.beside = true, .ring = small, .words = title},
            {.beside = true, .ring = smallest, .words = title, .look = words_only},
            {.beside = true, .ring = alone, .words = none, .look = words_only}};
}

ClosePlan close_plan(ScreenContext& screen) {
    std::vector<ClosePlan> const plans = close_plans(screen);
    auto const found = std::ranges::find_if(plans, [&](ClosePlan const& plan) { return fits(screen, plan); });
    return found == plans.end() ? plans.back() : *found;
}

/// Gives the y at which they end.
float draw_ring_and_words(ScreenContext& screen, Box const& column, int left, ClosePlan const& plan) {
    Flow flow(column);
    if (plan.ring > 0) {
        draw_countdown(screen, centred_across(flow.take(plan.ring), plan.ring), left);
        flow.skip(close_gap);
    }
    return flow.add(draw_words(screen, flow.rest(), left, plan.words)).y();
}

/// Where the words begin.
float words_top(ScreenContext& screen, ClosePlan const& plan) {
    Box const room{0, 0, 0, screen.canvas.theme().sill().y};
    float const words = words_height(screen, plan);
    if (screen.canvas.theme().low()) return low_keys(screen).y - close_gap - words;
    return centred(room, plan.beside ? words : words + close_gap + keys_height(screen, plan)).y;
}

void draw_close(ScreenContext& screen, int left) {
    ClosePlan const plan = close_plan(screen);
    if (!plan.beside) screen.canvas.landscape(picture_scale(screen.canvas.theme()));  // words would stand on its hills
    Box const room{0, 0, 0, screen.canvas.theme().sill().y};
    Box column = words_column(screen, plan);
    column.y = words_top(screen, plan);
    float const end = draw_ring_and_words(screen, column, left, plan);
    float const x = plan.beside ? column.right() + close_gap : column.x;
    float const y = plan.beside ? centred(room, keys_height(screen, plan)).y : end + close_gap;
    Tiles const tiles{
        {x, y, keys_width(screen, plan), key_height_of(screen, plan)}, plan.beside || plan.stacked ? 1 : 2, close_gap};
    tiles.each(choices_of(screen),
               [&](Box const& box, Choice const& choice) { draw_choice(screen, box, choice, plan.look); });
}

}  // namespace

/// It covers the whole page. Of its keys none is larger than the other, and only they and the sill react.
void draw_veil(ScreenContext& screen) {
    int const left = seconds_left(screen.visit, screen.moment.now);
    if (has_roomy_room(screen))
        draw_roomy(screen, left);
    else
        draw_close(screen, left);
    draw_sill(screen, Exit::shown);
}

}  // namespace halte
