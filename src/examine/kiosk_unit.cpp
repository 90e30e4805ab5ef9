#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "kiosk_user.h"
#include "tree.h"

namespace halte {
namespace {

/// Beginnings of the names of what limits the processes of a service. Not RemoveIPC, which at the end of this look
/// would remove what the kiosk that runs has in common with its X server.
constexpr std::array<std::string_view, 27> limits{
    "User=",
    "Group=",
    "SupplementaryGroups=",
    "DynamicUser=",
    "NoNewPrivileges=",
    "CapabilityBoundingSet=",
    "AmbientCapabilities=",
    "Protect",
    "Private",
    "Restrict",
    "SystemCall",
    "TemporaryFileSystem=",
    "Bind",
    "ReadOnlyPaths=",
    "ReadWritePaths=",
    "InaccessiblePaths=",
    "NoExecPaths=",
    "ExecPaths=",
    "RootDirectory=",
    "RootImage=",
    "IPAddress",
    "LockPersonality=",
    "KeyringMode=",
    "UMask=",
    "DevicePolicy=",
    "DeviceAllow=",
    "MemoryDenyWriteExecute=",
};

bool is_limit(std::string_view line) {
    return std::any_of(limits.begin(), limits.end(), [&](std::string_view name) { return line.starts_with(name); });
}

std::string trimmed(std::string_view line) {
    std::size_t const first = line.find_first_not_of(" \t");
    if (first == std::string_view::npos) return "";
    return std::string(line.substr(first, line.find_last_not_of(" \t") - first + 1));
}

/// Lines of a unit file, without comments, and with those in one that a backslash parts.
std::vector<std::string> whole_lines(std::string const& text) {
    std::vector<std::string> whole;
    bool goes_on = false;
    for (std::string const& raw : lines_of(text)) {
        std::string line = trimmed(raw);
        if (line.empty() || line.front() == '#' || line.front() == ';') continue;
        bool const more = line.back() == '\\';
        if (more) line = trimmed(std::string_view(line).substr(0, line.size() - 1));
        if (goes_on)
            whole.back() += " " + line;
        else
            whole.push_back(line);
        goes_on = more;
    }
    return whole;
}

/// "ProtectHome=yes" for "ProtectHome = yes".
std::string without_blanks(std::string const& line) {
    std::size_t const equals = line.find('=');
    if (equals == std::string::npos) return line;
    return trimmed(line.substr(0, equals)) + "=" + trimmed(line.substr(equals + 1));
}

}  // namespace

KioskUnit read_kiosk_unit(std::string const& name, std::string const& text) {
    KioskUnit unit{name, "", {}};
    bool service = false;
    for (std::string const& written : whole_lines(text)) {
        std::string const line = without_blanks(written);
        if (line.front() == '[') service = line == "[Service]";
        if (!service || !is_limit(line)) continue;
        unit.confines.push_back(line);
        if (line.starts_with("User=")) unit.user = line.substr(line.find('=') + 1);
    }
    return unit;
}

std::vector<std::string> command_within(KioskUnit const& unit, std::vector<std::string> const& command) {
    // Whatever becomes of whoever waits, it ends; and the journal keeps no line of a look that found nothing.
    std::vector<std::string> words{"systemd-run",
                                   "--quiet",
                                   "--collect",
                                   "--wait",
                                   "--pipe",
                                   "--property=RuntimeMaxSec=20",
                                   "--property=LogLevelMax=notice"};
    for (std::string const& line : unit.confines) words.push_back("--property=" + line);
    words.emplace_back("--");
    words.insert(words.end(), command.begin(), command.end());
    return words;
}

}  // namespace halte
