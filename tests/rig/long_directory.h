#pragma once
/// A directory with more services in one situation than any real one.

#include "process.h"

namespace halte::rig {

/// A snapshot of the project's data, in French, Dutch, English and Arabic, with so many generated services beside it,
/// all of them about rape (support/many_services.h). It is built once on each rig. Throws Missed when it cannot be.
fs::path snapshot_with_services(int count);

}  // namespace halte::rig
