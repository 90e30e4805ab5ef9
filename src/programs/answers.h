#pragma once
/// What halte-check answers about a terminal. It knows the settings, the directory, and what holds a visit; the
/// visitor's program does not know it.

#include <halte/base.h>

#include <string>
#include <vector>

namespace halte {

enum class Form { page, json, prometheus };

/// Of which terminal.
struct Asked {
    std::string config;      ///< path of halte.toml; empty: the usual place, which may be missing
    std::string kiosk_user;  ///< who runs the kiosk; empty: as its service says
};

/// halte --check: prints what examine.h finds, and what holds a visitor process here; this process itself is confined
/// for it, at last. Ends with not_confined where a confinement is refused that the kernel offers, else with
/// bad_settings where a setting is wrong, else with failed where anything else is a failure; warnings are no failure.
ExitCode check(Asked const& asked, Form form);

/// For another process, which runs it with the rights of the kiosk: prints which of these files and folders it cannot
/// read.
ExitCode print_unread(std::vector<std::string> const& paths);

/// halte --print KEY: the value of the settings that counts, on one line.
ExitCode print(Asked const& asked, std::string const& key);

}  // namespace halte
