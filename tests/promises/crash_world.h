#pragma once
/// The kiosk that the crash paths are tried on, and what may be left of its visits. Its program is faulty-visitor,
/// which writes no accessibility tree: everything is seen from outside. Only root can have one.

#include <optional>
#include <set>

#include "rig/kiosk.h"
#include "rig/windows.h"

namespace halte::promises {

/// Has a /tmp and a /dev/shm of its own, which are small and empty (small_world).
class SmallWorld {
public:
    /// Returns when the first start's picture is on the screen. `welcome` is kept.
    explicit SmallWorld(rig::Picture const& welcome);
    /// What halte said is where the evidence of a failed test is looked for.
    ~SmallWorld();
    SmallWorld(SmallWorld const&) = delete;
    SmallWorld& operator=(SmallWorld const&) = delete;

    /// Those that are there now.
    [[nodiscard]] std::vector<pid_t> visitors() const { return rig::children_of(m_kiosk->supervisor()); }
    /// A file or folder of its own, as it is seen from here.
    [[nodiscard]] std::filesystem::path inside(std::string const& path) const;

    /// Whether halte has ended, because what a process had changed in the X server could not be put back (e2e/session).
    /// Throws Missed when it has ended for another reason.
    [[nodiscard]] bool session_is_over();
    /// As a machine starts its session again, but that the X server stays. Returns as the constructor does.
    void start_again();

    /// How often halte has said that a visitor process crashed or was killed.
    [[nodiscard]] long crashes_told() const;

    /// The shared memory of these is looked for when they are gone.
    void remember_processes();
    void remember_process(pid_t pid) { m_seen.insert(pid); }
    /// All processes that are known by now are forgotten.
    void forget_processes() { m_seen.clear(); }
    /// What visits that are over have left: files in the kiosk's own /tmp and /dev/shm and in the rig's folders, and
    /// shared memory that a process has made which is gone.
    [[nodiscard]] std::vector<std::string> leftovers() const;

    /// Throws Missed when something more can still be written.
    void fill_disks() const;
    void empty_disks() const;

private:
    void await_welcome();
    void keep_log() const;
    [[nodiscard]] std::vector<std::string> orphaned_memory() const;

    rig::Picture const& m_welcome;
    std::optional<rig::Kiosk> m_kiosk;
    UniqueFd m_log;  ///< it can be read when the kiosk's /tmp is gone
    std::set<pid_t> m_seen;
    std::set<std::filesystem::path> m_known;  ///< in the rig's folders from the start
};

/// A piece of shared memory, as the kernel lists it.
struct SharedMemory {
    int id = 0;
    pid_t maker = 0;
};
std::vector<SharedMemory> shared_memory();

/// A group of processes that may have nearly no memory, in whichever of the two hierarchies the machine has.
class MemoryGroup {
public:
    MemoryGroup();
    ~MemoryGroup();
    MemoryGroup(MemoryGroup const&) = delete;
    MemoryGroup& operator=(MemoryGroup const&) = delete;

    /// Not every machine lets one be made.
    [[nodiscard]] bool is_there() const { return !m_folder.empty(); }
    void take(pid_t pid) const;

private:
    std::filesystem::path m_folder;
};

}  // namespace halte::promises
