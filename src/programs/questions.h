#pragma once
/// Questions about a terminal that only the visitor's program can answer, because it alone knows the settings, the
/// directory, and what holds a visit: halte passes them on to it.

#include "visitor.h"

namespace halte {

enum class Form { page, json, prometheus };

/// halte --check: prints what examine.h finds, and what holds a visitor process here; this process itself is confined
/// for it, at last. Ends with not_confined where a confinement is refused that the kernel offers, else with
/// bad_settings where a setting is wrong, else with failed where anything else is a failure; warnings are no failure.
ExitCode check(VisitorOptions const& options, Form form);

/// For another process, which runs it with the rights of the kiosk: prints which of these files and folders it cannot
/// read.
ExitCode print_unread(std::vector<std::string> const& paths);

/// halte --print KEY: the value of the settings that counts, on one line.
ExitCode print(VisitorOptions const& options, std::string const& key);

}  // namespace halte
