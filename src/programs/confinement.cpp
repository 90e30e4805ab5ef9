#include "confinement.h"

#include <fmt/format.h>

#include <cstdlib>

namespace halte {
namespace {

/// Xlib reads the key to the X server when it connects.
std::vector<std::string> readable_at_the_start(std::string const& snapshot) {
    std::vector<std::string> files;
    if (!snapshot.empty()) files.push_back(snapshot);
    if (char const* const key = std::getenv("XAUTHORITY")) files.emplace_back(key);
    char const* const home = std::getenv("HOME");
    if (home != nullptr) files.push_back(std::string(home) + "/.Xauthority");
    return files;
}

}  // namespace

Result<void> Confinement::before_anything_is_opened(std::string const& snapshot) {
    if (!m_wanted) return {};
    TRY_VOID(forbid_core_dumps());
    if (auto const locked = forbid_swap(); !locked) m_swap_complaint = locked.error().sentence;
    TRY_VOID(forbid_new_privileges());
    m_files = TRY(confine_files(readable_at_the_start(snapshot)));
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
    if (m_files == Force::not_offered)
        log_line("This kernel has no Landlock, so a visitor process can read every file that its user can read.");
    if (m_calls == Force::not_offered)
        log_line("This kernel has no seccomp filters, so nothing keeps a visitor process from any system call.");
}

std::string Confinement::swap_line() const {
    if (m_swap_complaint.empty()) return "memory is locked";
    return m_has_swap ? m_swap_complaint : "none on this machine, so that memory needs no lock";
}

std::vector<std::string> Confinement::lines() const {
    auto const since = [&](int first) { return m_landlock >= first ? "in force" : "not offered by this kernel"; };
    return {
        "core dumps         forbidden",
        fmt::format("swap               {}", swap_line()),
        "new privileges     forbidden",
        fmt::format("files (Landlock)   {}, version {}", since(1), m_landlock),
        fmt::format("truncation         {}", since(3)),
        fmt::format("TCP                {}", since(4)),
        fmt::format("device control     {}", since(5)),
        fmt::format("signals to others  {}", since(6)),
        fmt::format("abstract sockets   {}", m_sockets == Force::in_force ? "in force" : "not offered by this kernel"),
        fmt::format("calls (seccomp)    {}", m_calls == Force::in_force ? "in force" : "not offered by this kernel"),
    };
}

}  // namespace halte
