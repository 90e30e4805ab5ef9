#pragma once
/// How a visitor wants the screen to look, and where its keys are to stand. It ends with the visit.

#include <halte/contrast.h>

namespace halte {

enum class TextSize { normal, large, largest };

/// airy: letters 0.12 em and words 0.16 em further apart, lines 1.5 em high (WCAG 2.2, SC 1.4.12), for whoever reads
/// with effort.
enum class TextSpacing { usual, airy };

/// low: every control in the lower 55 % of the screen, for whoever sits or is short (EN 301 549, 8.3).
enum class Reach { everywhere, low };

struct Appearance {
    TextSize text_size = TextSize::normal;
    Contrast contrast = Contrast::soft;
    TextSpacing spacing = TextSpacing::usual;
    Reach reach = Reach::everywhere;
    bool operator==(Appearance const&) const = default;
};

}  // namespace halte
