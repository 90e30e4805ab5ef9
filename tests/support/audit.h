#pragma once
/// The layout audit: what the accessibility tree says of a frame, held against the numbers of STANDARD sources
/// (EN 301 549 5.1.4 and 9.1.4.6, WCAG 2.2 SC 1.4.6, 1.4.11, 2.5.5, and the product's own millimetres).

#include <halte/accessibility.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace halte::audit {

enum class Fault {
    target_too_small,
    targets_too_close,
    low_contrast,
    cut_text,
    overlap,
    off_screen,
    covered,
    out_of_reach,
    missing_glyph,
    text_too_small,
    too_high,
    no_room_for_focus,
};

struct Finding {
    Fault fault;
    std::string what;
};

struct Limits {
    int width_px = 0;
    int height_px = 0;
    double smallest_text_mm = 0;                    ///< cap height; 0: not held
    double smallest_on_keys_mm = smallest_text_mm;  ///< the same for words on a key, which may be squeezed
    double px_per_rp = 1;
    int touch_top_px = 0;  ///< nothing above it is touched
};

/// Everything wrong with a frame. Gaps are measured between buttons that are wholly inside their scroll area.
std::vector<Finding> findings(AccessibilityTree const& tree, Limits const& limits);

/// Follows one page while it scrolls from its top to its end: each of its buttons must have been there to be touched,
/// half of it at least, or a whole target of it.
class Reach {
public:
    void see(AccessibilityTree const& tree);
    [[nodiscard]] std::vector<Finding> findings() const;

private:
    std::map<std::pair<ControlId, std::string>, bool> m_reached;  ///< by id and name
};

}  // namespace halte::audit
