#pragma once
/// What systemd says of Halte's services.

#include <halte/examine.h>

#include "tree.h"

namespace halte {

/// Whether systemd runs this machine.
bool has_systemd(Tree const& tree);
/// Asks systemctl, which any user may. Empty where it does not answer, or no service is installed.
std::vector<ServiceState> ask_systemd();
/// The answer of `systemctl show`: a paragraph for each unit. Those that are not installed are left out.
std::vector<ServiceState> read_units(std::string const& answer);

}  // namespace halte
