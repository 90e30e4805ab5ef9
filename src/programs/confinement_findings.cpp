#include "confinement_findings.h"

#include <fmt/format.h>

namespace halte {
namespace {

Problem swap_finding(Held const& held) {
    char const* const id = "confinement.swap";
    if (held.swap_complaint.empty())
        return {{id}, "Memory of a visit is locked: it goes to no swap device.", "", Level::ok};
    if (!held.has_swap) return {{id}, "There is no swap on this machine, so memory needs no lock.", "", Level::ok};
    std::size_t const end = held.swap_complaint.find(". ");
    bool const has_cure = end != std::string::npos;
    return {{id},
            has_cure ? held.swap_complaint.substr(0, end + 1) : held.swap_complaint,
            has_cure ? held.swap_complaint.substr(end + 2) : "Run Halte as the services of its package.",
            Level::warning};
}

/// What is in force says `closed`; what this kernel does not offer says `open`.
Problem told(char const* name, bool in_force, std::string closed, std::string open, char const* since) {
    std::string const id = std::string("confinement.") + name;
    if (in_force) return {{id}, std::move(closed), "", Level::ok};
    return {{id},
            std::move(open) + " (not offered by this kernel).",
            fmt::format("A kernel from {} on offers it.", since),
            Level::warning};
}

}  // namespace

Problems findings_of(Held const& held) {
    auto const since = [&](int first) { return held.files == MechanismState::in_force && held.landlock >= first; };
    bool const sockets = held.sockets == MechanismState::in_force;
    bool const calls = held.calls == MechanismState::in_force;
    return {
        {{"confinement.core_dumps"}, "Core dumps are forbidden.", "", Level::ok},
        swap_finding(held),
        {{"confinement.privileges"}, "New privileges are forbidden.", "", Level::ok},
        told("files", since(1),
             fmt::format("Files: only those on the list are read (Landlock, version {}).", held.landlock),
             "Files: whatever the user can read can be read", "Linux 5.13 with Landlock switched on"),
        told("truncation", since(3), "Truncation: no file can be emptied by its path.",
             "Truncation: until the first frame a file can be emptied by its path", "Linux 6.2"),
        told("tcp", since(4), "TCP: no connection can be made.",
             "TCP: until the first frame the supervisor's filter alone stops it", "Linux 6.7"),
        told("devices", since(5), "Devices: those of the screen alone can be controlled.",
             "Devices: until the first frame one that can be read can be controlled", "Linux 6.10"),
        told("signals", since(6), "Signals: none reaches another process.",
             "Signals: until the first frame they reach processes of the same user", "Linux 6.12"),
        told("sockets", sockets, "Abstract sockets: those of others cannot be reached.",
             "Abstract sockets: until the first frame those of others can be reached", "Linux 6.12"),
        told("calls", calls, "System calls: only those on the list are made (seccomp).",
             "System calls: nothing keeps a visit from any", "Linux 3.17 with seccomp filters"),
    };
}

}  // namespace halte
