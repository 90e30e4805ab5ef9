#pragma once
/// Icons from their drawings. It knows librsvg and cairo, which stay on the editor's side.

#include <halte/base.h>

#include <cstdint>
#include <filesystem>
#include <vector>

namespace halte {

/// Pixels on each side of an icon in a snapshot: enough for the largest button of a 43 inch screen.
constexpr int icon_side = 192;

/// A grey PNG, icon_side square, whose grey is the coverage of the drawing. Fails when the file is no SVG.
Result<std::vector<std::uint8_t>> render_icon(std::filesystem::path const& svg);

}  // namespace halte
