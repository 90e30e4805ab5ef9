#pragma once
/// A part of a picture, as the address of an image that stands in the page itself.

#include <halte/accessibility.h>

#include <string>

#include "eye.h"

namespace halte::rig::bench {

/// "data:image/png;base64,…"; the part lies in the picture.
std::string png_address(Picture const& picture, PixelRect const& part);

}  // namespace halte::rig::bench
