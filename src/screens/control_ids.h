#pragma once
/// The identity of a control, from what it does.

#include <halte/screens.h>

namespace halte {

/// "leave", "text-size.large", "open.service.awel". Two things that differ have different ids.
ControlId id_of(What const& what);

}  // namespace halte
