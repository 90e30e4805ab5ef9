#pragma once
/// How far letters and words stand apart, as attributes of a Pango layout. It knows no font and no width of a line.

#include <halte/text.h>
#include <pango/pango.h>

namespace halte {

/// `shown` is the layout's text, as UTF-8.
void add_spacing(PangoAttrList* attributes, std::string const& shown, TextStyle const& style);

}  // namespace halte
