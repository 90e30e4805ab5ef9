#include <algorithm>
#include <array>

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
    Type type{.role = TypeRole::title, .size = 40.0F};
    float icon = 60;
    float between = 36;  ///< icon and words
    float pad = 24;
};

ChoiceLook close_look() { return {{.role = TypeRole::button, .size = 28.0F}, 44, 16, 12}; }

/// How wide a key must be for its words in one line.
float width_of(Stage& stage, Choice const& choice, ChoiceLook const& look) {
    float const icon = look.icon > 0 ? look.icon + look.between : 0;
    return icon + stage.canvas.width_of(choice.label, look.type) + 2 * look.pad;
}

void draw_choice(Stage& stage, Box const& box, Choice const& choice, ChoiceLook const& look) {
    Canvas& canvas = stage.canvas;
    float const before = look.icon > 0 ? look.icon + look.between : 0;
    float const text = std::min(canvas.width_of(choice.label, look.type), box.w - before - 2 * look.pad);
    float const height = canvas.height_of(text, choice.label, look.type);
    Key const key{.name = choice.label, .id = stage.act(choice.what), .radius = 28};
    canvas.key(box, key, [&] {
        float const x = box.x + (box.w - before - text) / 2;
        float const middle = box.y + box.h / 2 - 2;
        if (before > 0) canvas.icon({x, middle - look.icon / 2, look.icon, look.icon}, choice.icon, Colour::accent);
        canvas.words({x + before, middle - height / 2, text, height}, choice.label, look.type);
    });
}

/// `box` is square.
void draw_countdown(Stage& stage, Box const& box, int left) {
    Canvas& canvas = stage.canvas;
    float const whole = std::max(1.0F, float(stage.visit.pace.countdown.count()) / 1000);
    canvas.ring(box, float(left) / whole, 8, [&] {
        bool const large = box.w > 140;
        Type const number{.role = large ? TypeRole::title : TypeRole::card_title,
                          .alignment = Alignment::centre,
                          .size = large ? 60.0F : 44.0F,
                          .digits = true};
        float const line = canvas.line_of(number);
        canvas.words({box.x, box.y + (box.h - line) / 2, box.w, line}, std::to_string(left), number);
    });
}

Choices choices_of(Stage& stage) {
    return {Choice{"start-again", stage.say("veil.start_again"), StartAgain{}},
            Choice{"continue", stage.say("veil.continue"), Continue{}}};
}

struct WordsLook {
    TypeRole title = TypeRole::title;
    float between = 8;
    bool heading = true;
    bool sentence = true;
};

float draw_words(Stage& stage, Box const& box, int left, WordsLook const& look) {
    Type const title{.role = look.title, .alignment = Alignment::centre, .heading = true};
    Type const soft{.role = TypeRole::lead, .colour = Colour::ink_soft, .alignment = Alignment::centre};
    float y = box.y;
    if (look.heading) y += stage.canvas.words(box, stage.say("veil.title"), title) + look.between;
    if (look.sentence)
        y +=
            stage.canvas.words({box.x, y, box.w, 0}, stage.say("veil.left", {{"seconds", std::to_string(left)}}), soft);
    return y - box.y;
}

float roomy_width(Theme const& theme) { return std::min(580.0F, (theme.content().w - 40) / 2); }

bool has_roomy_room(Stage& stage) {
    Theme const& theme = stage.canvas.theme();
    return !theme.compact() && std::ranges::all_of(choices_of(stage), [&](Choice const& choice) {
        return width_of(stage, choice, {}) <= roomy_width(theme);
    });
}

/// Ring, words, and the keys side by side below them.
void draw_roomy(Stage& stage, int left) {
    Theme const& theme = stage.canvas.theme();
    stage.canvas.landscape(picture_scale(theme));
    bool const roomy = stage.shape() != ShapeClass::small;
    float const centre = theme.width() / 2;
    float y = stage.shape() == ShapeClass::portrait ? 260 : roomy ? 70 : 36;
    constexpr float ring = 152;
    draw_countdown(stage, {centre - ring / 2, y, ring, ring}, left);
    y += ring + (roomy ? 30 : 16);
    Box const words{theme.content().x, y, theme.content().w, 0};
    y += draw_words(stage, words, left, {.between = roomy ? 8.0F : 0.0F}) + (roomy ? 52 : 20);
    float const gap = 40;
    float const width = roomy_width(theme);
    float const height = std::min(roomy ? 180.0F : 144.0F, theme.sill().y - y - 24);
    Choices const choices = choices_of(stage);
    draw_choice(stage, {centre - gap / 2 - width, y, width, height}, choices[0], {});
    draw_choice(stage, {centre + gap / 2, y, width, height}, choices[1], {});
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

constexpr float gap = 16;
constexpr float key_height = 92;

/// As wide as their longest words need, where that leaves room for the ring.
float keys_width(Stage& stage, ClosePlan const& plan) {
    float const whole = stage.canvas.theme().content().w;
    if (!plan.beside) return plan.stacked ? whole : (whole - gap) / 2;
    float widest = whole * 0.58F;
    for (Choice const& choice : choices_of(stage)) widest = std::max(widest, width_of(stage, choice, plan.look));
    return std::min(widest, whole - gap - 120);
}

Box words_column(Stage& stage, ClosePlan const& plan) {
    Box const content = stage.canvas.theme().content();
    return {content.x, 0, plan.beside ? content.w - keys_width(stage, plan) - gap : content.w, 0};
}

float words_height(Stage& stage, ClosePlan const& plan) {
    float const words =
        stage.canvas.measure([&] { return draw_words(stage, words_column(stage, plan), 99, plan.words); });
    return words + (plan.ring > 0 ? plan.ring + gap : 0);
}

float keys_height(ClosePlan const& plan) { return plan.beside || plan.stacked ? 2 * key_height + gap : key_height; }

bool fits(Stage& stage, ClosePlan const& plan) {
    float const width = keys_width(stage, plan);
    for (Choice const& choice : choices_of(stage))
        if (width_of(stage, choice, plan.look) > width) return false;
    Type const title{.role = plan.words.title, .alignment = Alignment::centre};
    if (plan.words.heading && !stage.canvas.fits(words_column(stage, plan).w, stage.say("veil.title"), title))
        return false;
    float const words = words_height(stage, plan);
    float const height = plan.beside ? std::max(words, keys_height(plan)) : words + gap + keys_height(plan);
    return height + 2 * gap <= stage.canvas.theme().sill().y;
}

/// The first that fits of these; the last one does on every screen that is large enough.
ClosePlan close_plan(Stage& stage) {
    ChoiceLook words_only = close_look();
    words_only.icon = 0;
    WordsLook const small{.title = TypeRole::button, .between = 4};
    WordsLook const title{.title = TypeRole::button, .between = 4, .sentence = false};
    WordsLook const none{.heading = false, .sentence = false};
    std::array const plans{ClosePlan{.ring = 144},
                           ClosePlan{.stacked = true, .ring = 144},
                           ClosePlan{.ring = 96},
                           ClosePlan{.stacked = true, .ring = 96},
                           ClosePlan{.beside = true, .ring = 96, .words = small},
                           ClosePlan{.beside = true, .ring = 96, .words = small, .look = words_only},
                           ClosePlan{.beside = true, .ring = 96, .words = title},
                           ClosePlan{.beside = true, .ring = 84, .words = title, .look = words_only},
                           ClosePlan{.beside = true, .ring = 120, .words = none, .look = words_only}};
    for (ClosePlan const& plan : plans)
        if (fits(stage, plan)) return plan;
    return plans.back();
}

void draw_close(Stage& stage, int left) {
    ClosePlan const plan = close_plan(stage);
    if (!plan.beside) stage.canvas.landscape(picture_scale(stage.canvas.theme()));  // words would stand on its hills
    float const room = stage.canvas.theme().sill().y;
    float const words = words_height(stage, plan);
    float const keys = keys_height(plan);
    float const height = plan.beside ? words : words + gap + keys;
    Box const column = words_column(stage, plan);
    float y = (room - height) / 2;
    if (plan.ring > 0) {
        draw_countdown(stage, {column.x + (column.w - plan.ring) / 2, y, plan.ring, plan.ring}, left);
        y += plan.ring + gap;
    }
    y += draw_words(stage, {column.x, y, column.w, 0}, left, plan.words) + gap;
    Choices const choices = choices_of(stage);
    if (plan.beside) y = (room - keys) / 2;
    float const x = plan.beside ? column.right() + gap : column.x;
    int const columns = plan.beside || plan.stacked ? 1 : 2;
    Tiles const tiles{{x, y, keys_width(stage, plan), key_height}, columns, gap};
    for (int at = 0; at < 2; ++at) draw_choice(stage, tiles.at(at), choices[std::size_t(at)], plan.look);
}

}  // namespace

/// Everything is covered at once. Two equal keys; nothing else on it does anything.
void draw_veil(Stage& stage) {
    int const left = seconds_left(stage.visit, stage.moment.now);
    if (has_roomy_room(stage))
        draw_roomy(stage, left);
    else
        draw_close(stage, left);
    draw_sill(stage, Exit::shown);
}

}  // namespace halte
