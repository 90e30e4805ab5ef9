#include "confinement.h"

#include <fmt/format.h>

#include <cstdlib>

namespace halte {
namespace {

/// Xlib reads the key to the X server when it connects.
std::vector<std::string> readable_at_the_start() {
    std::vector<std::string> files;
    if (char const* const key = std::getenv("XAUTHORITY")) files.emplace_back(key);
    char const* const home = std::getenv("HOME");
    if (home != nullptr) files.push_back(std::string(home) + "/.Xauthority");
    return files;
}

}  // namespace

Result<void> Confinement::before_anything_is_opened() {
    if (!m_wanted) return {};
    TRY_VOID(forbid_core_dumps());
    TRY_VOID(overwrite_freed_memory());
    if (auto const locked = forbid_swap(); !locked) m_swap_complaint = locked.error().sentence;
    TRY_VOID(forbid_new_privileges());
    m_files = TRY(confine_files(readable_at_the_start()));
    return {};
}

Result<void> Confinement::once_there_is_a_window() {
    if (m_wanted) m_sockets = TRY(confine_abstract_sockets());
    return {};
}

Result<void> Confinement::before_the_first_finger() {
    if (m_wanted) m_calls = TRY(confine_calls());
    return {};
}

void Confinement::tell_what_is_missing() const {
    if (!m_wanted) return;
    if (m_has_swap && !m_swap_complaint.empty()) log_line(m_swap_complaint);
    if (m_files == MechanismState::not_offered)
        log_line("This kernel has no Landlock, so a visitor process can read every file that its user can read.");
    if (m_calls == MechanismState::not_offered)
        log_line("This kernel has no seccomp filters, so nothing keeps a visitor process from any system call.");
}

Problem Confinement::swap_finding() const {
    char const* const id = "confinement.swap";
    if (m_swap_complaint.empty())
        return {{id}, "Memory of a visit is locked: it goes to no swap device.", "", Level::ok};
    if (!m_has_swap) return {{id}, "There is no swap on this machine, so memory needs no lock.", "", Level::ok};
    std::size_t const end = m_swap_complaint.find(". ");
    bool const has_cure = end != std::string::npos;
    return {{id},
            has_cure ? m_swap_complaint.substr(0, end + 1) : m_swap_complaint,
            has_cure ? m_swap_complaint.substr(end + 2) : "Run Halte as the services of its package.",
            Level::warning};
}

/// What is in force says `held`; what this kernel does not offer says `open`.
static Problem told(char const* name, bool in_force, std::string held, std::string open, char const* since) {
    std::string const id = std::string("confinement.") + name;
    if (in_force) return {{id}, std::move(held), "", Level::ok};
    return {{id},
            std::move(open) + " (not offered by this kernel).",
            fmt::format("A kernel from {} on offers it.", since),
            Level::warning};
}

Problems Confinement::findings() const {
    auto const since = [&](int first) { return m_files == MechanismState::in_force && m_landlock >= first; };
    bool const sockets = m_sockets == MechanismState::in_force;
    bool const calls = m_calls == MechanismState::in_force;
    return {
        {{"confinement.core_dumps"}, "Core dumps are forbidden.", "", Level::ok},
        swap_finding(),
        {{"confinement.privileges"}, "New privileges are forbidden.", "", Level::ok},
        told("files", since(1),
             fmt::format("Files: only those on the list are read (Landlock, version {}).", m_landlock),
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
