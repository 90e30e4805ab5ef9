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
    TRY_VOID(forbid_new_privileges());
    m_held.files = TRY(confine_files(readable_at_the_start()));
    return {};
}

Result<void> Confinement::once_there_is_a_window() {
    if (m_wanted) m_held.sockets = TRY(confine_abstract_sockets());
    return {};
}

Result<void> Confinement::before_the_first_finger() {
    if (!m_wanted) return {};
    TRY_VOID(overwrite_freed_memory());
    if (auto const locked = forbid_swap(); !locked) m_held.swap_complaint = locked.error().sentence;
    m_held.calls = TRY(confine_calls());
    return {};
}

void Confinement::tell_what_is_missing() const {
    if (!m_wanted) return;
    if (m_held.has_swap && !m_held.swap_complaint.empty()) log_line(m_held.swap_complaint);
    if (m_held.files == MechanismState::not_offered)
        log_line("This kernel has no Landlock, so a visitor process can read every file that its user can read.");
    if (m_held.calls == MechanismState::not_offered)
        log_line("This kernel has no seccomp filters, so nothing keeps a visitor process from any system call.");
}

}  // namespace halte
