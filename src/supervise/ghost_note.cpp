#include "ghost_note.h"

#include <fcntl.h>
#include <halte/base.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>

namespace halte {

GhostNote::GhostNote(std::string const& folder) : m_path(folder.empty() ? "" : folder + "/" + ghost_touches_file) {}

void GhostNote::forget() {
    if (!m_path.empty()) unlink(m_path.c_str());
}

/// A folder that cannot be written keeps nothing: --check says less then, and the kiosk goes on.
void GhostNote::keep() {
    if (m_path.empty() || m_kept) return;
    m_kept = true;
    UniqueFd const file(open(m_path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644));
    if (!file) return;
    // Whoever asks may be another user. The file's own time would tell when somebody was there.
    constexpr std::array<timespec, 2> no_time{};
    fchmod(file.get(), 0644);
    futimens(file.get(), no_time.data());
}

}  // namespace halte
