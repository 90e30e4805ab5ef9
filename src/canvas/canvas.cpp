#include <algorithm>
#include <cmath>

#include "inside.h"

namespace halte {
namespace {

constexpr Milliseconds transition_time{160};
constexpr float rise_rp = 12;
constexpr float page_share = 0.85F;  ///< a page turn leaves a little of the page before

float usual_line_height(Type const& type, ScriptMetrics const& metrics) {
    if (type.digits) return 1.2F;
    return Theme::weight(type.role) == Weight::bold ? metrics.title_line : metrics.text_line;
}

/// What the choice of more space asks for at least (WCAG 2.2, SC 1.4.12). Scripts with higher lines keep theirs.
void space_out(TextStyle& text, bool one_line) {
    constexpr float letters_em = 0.12F;
    constexpr float words_em = 0.16F;
    constexpr float line_em = 1.5F;
    text.letter_spacing += letters_em * text.size;
    text.word_spacing += words_em * text.size;
    if (!one_line) text.line_height = std::max(text.line_height, line_em);
}

/// A word did not fit, and was broken or stands out.
bool is_cut(TextExtent const& extent, int width) { return extent.too_wide || extent.width > width + 1; }

}  // namespace

Canvas::Inside::Inside(ScreenShape const& screen, IconSource icons, Typesetter typesetter, bool on_screen)
    : theme(screen),
      shape(screen),
      on_screen(on_screen),
      pictures(std::move(typesetter), std::move(icons), on_screen, screen.width_px * screen.height_px * 2) {}

Canvas::Canvas(std::unique_ptr<Inside> inside) : m_inside(std::move(inside)) {}
Canvas::Canvas(Canvas&&) noexcept = default;
Canvas& Canvas::operator=(Canvas&&) noexcept = default;
Canvas::~Canvas() = default;

Result<Canvas> Canvas::create(ScreenShape const& shape, IconSource icons) {
    Typesetter typesetter = TRY(Typesetter::create());
    Canvas canvas(std::make_unique<Inside>(shape, std::move(icons), std::move(typesetter), false));
    canvas.m_inside->pictures.open();
    return canvas;
}

Theme const& Canvas::theme() const { return m_inside->theme; }
FrameStyle const& Canvas::style() const { return m_inside->style; }
AccessibilityTree const& Canvas::tree() const { return m_inside->tree; }

void Canvas::begin(FrameStyle const& style) {
    Inside& in = *m_inside;
    if (!in.drawing_ahead) in.ahead.reset();
    in.style = style;
    in.theme.set_contrast(style.contrast);
    in.theme.set_reach(style.reach);
    in.pictures.tidy();
    in.tree = {.nodes = {}, .decorations = {}, .mm_per_px = in.theme.mm_per_px(), .focus = {}};
    in.controls.clear();
    in.scroll = {};
    in.parent = -1;
    in.shift_px = 0;
    in.ground = in.theme.colour(Colour::paper);
    in.clip = {0, 0, in.shape.width_px, in.shape.height_px};
    in.sink_px = (1 - in.transition_share()) * rise_rp * in.theme.px_per_rp();
    in.painter.begin(in.shape.width_px, in.shape.height_px, in.ground);
    in.painter.fade(in.transition_share());
}

/// A page that scrolls will show more of what it has only measured.
void Canvas::end() {
    m_inside->draw_focus();
    if (m_inside->scroll.most() <= 0) m_inside->pictures.forget_layouts();
}

float Canvas::Inside::transition_share() const {
    if (!transition || style.scale == TypeScale::largest) return 1;
    float const share = float((style.now - *transition).count()) / float(transition_time.count());
    float const rest = 1 - std::clamp(share, 0.0F, 1.0F);
    return 1 - rest * rest;
}

float Canvas::measure(std::function<float()> const& draw) {
    bool const before = std::exchange(m_inside->measuring, true);
    float const height = draw();
    m_inside->measuring = before;
    return height;
}

bool Canvas::measuring() const { return m_inside->measuring; }

std::map<std::string, float>& Canvas::heights(std::string const& state) {
    constexpr std::size_t most = 4'000;
    Inside& in = *m_inside;
    if (in.heights_state != state || in.heights.size() >= most) in.heights.clear();
    in.heights_state = state;
    return in.heights;
}

int Canvas::Inside::px(float rp) const { return int(std::lround(rp * theme.px_per_rp())); }

PixelRect Canvas::Inside::place(Box const& box) const {
    float const x = mirrored() ? theme.width() - box.x - box.w : box.x;
    int const left = px(x);
    int const top = px(box.y - shift_px / theme.px_per_rp());
    return {left, top, px(x + box.w) - left, px(box.y + box.h - shift_px / theme.px_per_rp()) - top};
}

PixelRect Canvas::Inside::sunk(PixelRect const& rect) const {
    return {rect.x, rect.y + int(std::lround(mirroring ? sink_px : 0)), rect.w, rect.h};
}

TextStyle Canvas::Inside::style_of(Type const& type) const {
    Written const& written = type.written.language.empty() ? style.written : type.written;
    ScriptMetrics const metrics = metrics_of(written.script);
    TextStyle text;
    float const factor = type.size ? *type.size / theme.size(type.role, TypeScale::normal) : 1;
    float const em = theme.size(type.role, style.scale) *
                     (style.scale == TypeScale::largest ? std::max(1.0F, factor * 0.9F) : factor);
    text.size = em * theme.px_per_rp() * type.share;
    text.line_height = type.line_height.value_or(usual_line_height(type, metrics));
    text.weight = type.weight.value_or(Theme::weight(type.role));
    bool const rtl = metrics.right_to_left;
    text.direction = rtl ? Direction::right_to_left : Direction::left_to_right;
    text.alignment = type.alignment;
    // A text of another direction still stands at this screen's start: in an Arabic screen a French line is on the
    // right.
    if (text.alignment != Alignment::centre && rtl != mirrored())
        text.alignment = text.alignment == Alignment::start ? Alignment::end : Alignment::start;
    // The typesetter reads a number left to right whatever the screen's direction: its start is the left.
    if (type.digits && text.alignment != Alignment::centre) {
        bool const at_right = mirrored() == (type.alignment == Alignment::start);
        text.direction = Direction::left_to_right;
        text.alignment = at_right ? Alignment::end : Alignment::start;
    }
    text.language = written.language;
    text.digits = type.digits;
    text.letter_spacing = type.role == TypeRole::hero ? theme.px_per_rp() : 0;
    if (type.spacing.value_or(style.spacing) == TextSpacing::airy) space_out(text, type.digits || type.one_line);
    return text;
}

/// A word that has no room for more space has the usual one, and its paragraph with it: closer letters are better than
/// a broken word, and than smaller ones, which would be as close. The lines stay apart.
TextStyle Canvas::Inside::style_in(int width, std::string const& words, Type const& type) {
    TextStyle text = style_of(type);
    if (type.spacing.value_or(style.spacing) == TextSpacing::usual) return text;
    if (!is_cut(pictures.extent(words, text, width), width)) return text;
    Type closer = type;
    closer.spacing = TextSpacing::usual;
    closer.line_height = text.line_height;
    return style_of(closer);
}

float Canvas::size_of(Type const& type) const { return m_inside->style_of(type).size / theme().px_per_rp(); }

float Canvas::line_of(Type const& type) const {
    TextStyle const style = m_inside->style_of(type);
    return std::round(style.size * style.line_height) / theme().px_per_rp();
}

float Canvas::height_of(float width, std::string const& words, Type const& type) {
    int const box = std::max(1, m_inside->px(width));
    return float(m_inside->pictures.extent(words, m_inside->style_in(box, words, type), box).height) /
           theme().px_per_rp();
}

bool Canvas::fits(float width, std::string const& words, Type const& type) {
    int const box = std::max(1, m_inside->px(width));
    return !is_cut(m_inside->pictures.extent(words, m_inside->style_in(box, words, type), box), box);
}

Type Canvas::squeezed(Box const& room, std::string const& words, Type type) {
    constexpr float least = 0.6F;
    constexpr float step = 0.1F;
    auto const has_room = [&] {
        return fits(room.w, words, type) && (room.h <= 0 || height_of(room.w, words, type) <= room.h);
    };
    // More space gives way before the size does: smaller letters would stand as close again.
    if (room.h > 0 && !has_room()) type.spacing = TextSpacing::usual;
    while (type.share > least + step / 2 && !has_room()) type.share -= step;
    return type;
}

float Canvas::width_of(std::string const& words, Type const& type) {
    return float(m_inside->pictures.extent(words, m_inside->style_of(type), 0).width + 1) / theme().px_per_rp();
}

float Canvas::words(Box const& box, std::string const& words, Type const& type) {
    Inside& in = *m_inside;
    if (in.measuring || words.empty()) return words.empty() ? 0 : height_of(box.w, words, type);
    PixelRect rect = in.place(box);
    int const width = std::max(1, in.px(box.w));  // as measured: a box's edges are rounded one by one
    TextStyle const style = in.style_in(width, words, type);
    TextExtent const extent = in.pictures.extent(words, style, width);
    rect.h = extent.height;
    Node node{.role = type.heading ? Role::heading : Role::text, .name = words, .rect = rect};
    node.size_px = style.size;
    node.bold = style.weight == Weight::bold;
    node.lines = extent.lines;
    node.foreground = in.theme.colour(type.colour);
    node.background = in.ground;
    node.language = style.language;
    node.right_to_left = style.direction == Direction::right_to_left;
    node.cut = is_cut(extent, width);
    node.missing_glyphs = extent.missing_glyphs;
    int const index = in.record(std::move(node));
    PixelRect const drawn = in.sunk(rect);
    if (in.tree.nodes[std::size_t(index)].visible.h > 0)
        in.painter.picture(in.pictures.text(words, style, width), drawn.x, drawn.y, in.theme.colour(type.colour));
    return float(extent.height) / in.theme.px_per_rp();
}

Touchables Canvas::Inside::touchables() const {
    return {.tree = &tree,
            .viewport = scroll.viewport,
            .most_scroll = scroll.most(),
            .page = float(scroll.viewport.h) * page_share,
            .foot = float(fade_px()) / 2,
            .px_per_mm = 1 / theme.mm_per_px(),
            .motion = style.scale != TypeScale::largest};
}

namespace {
Outcome in_rp(Outcome outcome, float px_per_rp) {
    if (outcome.scrolled) outcome.scrolled = *outcome.scrolled / px_per_rp;
    return outcome;
}
}  // namespace

Outcome Canvas::finger(Finger const& finger) {
    Inside& in = *m_inside;
    return in_rp(in.touch.finger(finger, in.touchables(), in.scroll.offset), in.theme.px_per_rp());
}

Outcome Canvas::advance(Instant now) {
    Inside& in = *m_inside;
    bool const fading = in.transition.has_value();
    if (fading && now - *in.transition > transition_time) in.transition.reset();
    Outcome outcome = in_rp(in.touch.advance(now, in.touchables(), in.scroll.offset), in.theme.px_per_rp());
    outcome.draw = outcome.draw || fading;
    return outcome;
}

void Canvas::page_shown(Instant at) { m_inside->touch.page_shown(at); }
bool Canvas::feels_ghosts() const { return m_inside->touch.feels_ghosts(); }

bool Canvas::moving() const { return m_inside->touch.moving() || m_inside->transition.has_value(); }
void Canvas::release() { m_inside->touch.release(); }

float Canvas::scroll_most() const { return m_inside->scroll.most() / theme().px_per_rp(); }
float Canvas::scroll_left() const {
    return std::max(0.0F, m_inside->scroll.most() - m_inside->scroll.offset) / theme().px_per_rp();
}

}  // namespace halte
