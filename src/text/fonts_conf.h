#pragma once
/// The files of fonts/, as they were when the program was built.

namespace halte {

char const* fonts_conf();        ///< fonts.conf
char const* usual_fonts_conf();  ///< usual.conf, which makes a smaller choice of it

}  // namespace halte
