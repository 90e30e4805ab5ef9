#pragma once
/// fonts/fonts.conf, as it was when the program was built.

namespace halte {

char const* fonts_conf();

}  // namespace halte
