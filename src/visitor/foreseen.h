#pragma once
/// The page that comes when the finger that rests on a key is lifted, drawn and painted already.

#include <halte/screens.h>

namespace halte {

struct Foreseen {
    ControlId key;
    Visit visit;
    WallTime wall;  ///< when
    Actions actions;
};

}  // namespace halte
