#pragma once
/// What halte --check tells of the confinement of a visitor process.

#include <halte/problem.h>

#include "confinement.h"

namespace halte {

/// Every mechanism, with what it does on this machine.
Problems findings_of(Held const& held);

}  // namespace halte
