#pragma once
/// The number of a rig's display.

#include "halte/base.h"

namespace halte::rig {

/// A number that no other rig of this machine takes while this lives, whatever has become of the X server: a kiosk
/// whose server was killed would appear on the screen of the next one with its number.
class DisplayNumber {
public:
    /// Throws NoRig when there is none.
    DisplayNumber();

    [[nodiscard]] int get() const { return m_number; }

private:
    int m_number;
    UniqueFd m_lock;  ///< ends with this process, however that ends
};

}  // namespace halte::rig
