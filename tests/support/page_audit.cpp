#include "page_audit.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "support/audit.h"

namespace halte::audit {
namespace {

/// The height of what scrolls past on one page, in rp.
float page_of(Canvas const& canvas) {
    auto const& nodes = canvas.tree().nodes;
    auto const area = std::ranges::find(nodes, Role::scroll_area, &Node::role);
    return area == nodes.end() ? 0 : float(area->visible.h) / canvas.theme().px_per_rp();
}

/// The first pixel of the lower 55 %, where keys were brought down; on the first screen of an upright one in any case.
int touch_top_of(ScreenShape const& shape, Visit const& visit) {
    bool const upright = Theme(shape).shape_class() == ShapeClass::portrait;
    bool const low = visit.appearance.reach == halte::Reach::low || (upright && visit.path.size() <= 1);
    return low ? int(std::ceil(shape.height_px * 0.45)) : 0;
}

/// In the largest text, on all but the welcome screen. The smallest screens have room for the longest word on a key
/// when it is a tenth smaller, and for one that no language has when it is four tenths smaller.
Limits limits_of(Subject const& subject, Visit const& visit) {
    constexpr double largest_mm = 7.4;
    constexpr double on_small_keys_mm = 6.6;
    constexpr double made_up_mm = 4.4;
    constexpr double on_low_veil_mm = 5.2;  // both its keys stand in one row there
    ScreenShape const& shape = subject.shape.shape;
    int const touch_top = touch_top_of(shape, visit);
    double const px_per_rp = double(Theme(shape).px_per_rp());
    if (visit.appearance.text_size != TextSize::largest || visit.path.size() <= 1)
        return {.width_px = shape.width_px,
                .height_px = shape.height_px,
                .px_per_rp = px_per_rp,
                .touch_top_px = touch_top};
    bool const low_veil = visit.phase == Phase::veiled && touch_top > 0 && Theme(shape).compact();
    if (low_veil) return {shape.width_px, shape.height_px, largest_mm, on_low_veil_mm, px_per_rp, touch_top};
    double const on_keys = subject.made_up ? made_up_mm : shape.width_px < 1000 ? on_small_keys_mm : largest_mm;
    return {shape.width_px, shape.height_px, largest_mm, on_keys, px_per_rp, touch_top};
}

std::string title_of(Subject const& subject, scenes::Scene const& scene) {
    Appearance const& look = scene.visit.appearance;
    return fmt::format("{} {} {} size {}{}{} {}", subject.shape.name, subject.terminal.profile, scene.visit.language,
                       int(look.text_size), look.spacing == TextSpacing::airy ? " airy" : "",
                       look.reach == halte::Reach::low ? " low" : "", scene.name);
}

}  // namespace

void Report::operator+=(Report const& other) {
    frames += other.frames;
    lines.insert(lines.end(), other.lines.begin(), other.lines.end());
}

Report audit_scene(Subject const& subject, scenes::Scene const& scene, Canvas& canvas) {
    constexpr int most_pages = 1'000;
    Visit visit = scene.visit;
    Limits const limits = limits_of(subject, visit);
    Moment const moment = scenes::example_moment(subject.directory);
    Report report;
    Reach reach;
    auto const tell = [&](std::vector<Finding> const& found, int page) {
        for (auto const& finding : found)
            report.lines.push_back(fmt::format("{} page {}: fault {}: {}", title_of(subject, scene), page,
                                               int(finding.fault), finding.what));
    };
    for (int page = 0; page < most_pages; ++page) {
        draw(visit, subject.directory, subject.terminal, moment, canvas);
        ++report.frames;
        tell(findings(canvas.tree(), limits), page);
        reach.see(canvas.tree());
        if (canvas.scroll_left() <= 1) break;
        visit.path.back().scroll += page_of(canvas) * 0.6F;
    }
    tell(reach.findings(), -1);
    return report;
}

Report audit_scenes(Subject const& subject, std::vector<std::string> const& languages,
                    std::vector<TextSize> const& sizes, std::vector<std::string> const& services,
                    Appearance const& chosen) {
    Report report;
    Canvas canvas = Canvas::create(subject.shape.shape, icons_of(subject.directory)).value();
    for (std::string const& language : languages)
        for (TextSize const size : sizes)
            for (auto scene : scenes::scenes(subject.directory, subject.terminal, language, size, services)) {
                Appearance appearance = chosen;
                appearance.text_size = size;
                scenes::choose(scene.visit, appearance);
                report += audit_scene(subject, scene, canvas);
            }
    return report;
}

}  // namespace halte::audit
