#pragma once
/// What the user who runs the kiosk can read, who is not the user who asks: as that user, and from within the confines
/// of the kiosk's service where systemd runs.

#include <halte/examine.h>

#include "findings.h"

namespace halte {

/// A service that shows the kiosk, as its file says it.
struct KioskUnit {
    std::string name;                   ///< "halte-kiosk.service"
    std::string user;                   ///< that it runs as; empty: root
    std::vector<std::string> confines;  ///< "User=halte", "ProtectHome=yes", in their order
};
/// From what systemctl cat prints: the lines that say what the service's processes can see and do. What it starts,
/// where it writes and how it ends is left out: its folders are those of the kiosk that runs, and would end with this.
KioskUnit read_kiosk_unit(std::string const& name, std::string const& text);
/// The words of systemd-run that run `command` for a moment within these confines.
std::vector<std::string> command_within(KioskUnit const& unit, std::vector<std::string> const& command);

/// What a process with other rights has said.
struct OtherReader {
    std::string user;
    std::string within;  ///< the service from within whose confines it looked; empty: it only changed its user
    bool answered = false;
    std::vector<UnreadPath> unread;
    std::string otherwise;  ///< the last line that was no answer
};
/// From the lines of tell_unread(), with whatever else was said around them.
OtherReader read_answer(std::string const& said);

/// Which of the files that were read for `subject` the kiosk must be able to read too; a folder ends in "/".
std::vector<std::string> to_be_read(Subject const& subject);
/// `directory`: the snapshot that the settings name.
Problems judge_reading(OtherReader const& reader, std::string const& directory);
/// The whole of it. `units` are the services that are installed. Never waits longer than half a minute.
Problems examine_reading(Subject const& subject, std::vector<ServiceState> const& units);

}  // namespace halte
