#pragma once
/// How strongly letters stand out from what they stand on: chosen by a visitor, or by who set the terminal up.

namespace halte {

/// soft: ink on cream and white, as designed. The others have every text at 15:1 or more; white on black dazzles less.
enum class Contrast { soft, black_on_white, white_on_black };

}  // namespace halte
