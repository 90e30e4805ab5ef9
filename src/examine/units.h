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
/// The one that shows the kiosk here: with cage where that was chosen, else on its own X server. Nothing where neither
/// is installed.
ServiceState const* kiosk_of(std::vector<ServiceState> const& units);
/// Its lines, and those of the folders that add to it; empty where systemctl does not answer.
std::string ask_for_unit(std::string const& name);

}  // namespace halte
