#pragma once
/// What halte --check finds of the OpenGL that visitors' windows are drawn with.

#include <halte/examine.h>

namespace halte {

/// Opens a window as a visitor process does, but for mapping it, because only that tells whether OpenGL draws; and in a
/// process of its own, because a driver may crash or hang. To be asked before this process is confined.
Problem graphics_finding();

}  // namespace halte
