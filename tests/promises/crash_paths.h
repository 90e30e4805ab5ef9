#pragma once
/// The ways in which a visit ends that nobody has ended. Some need a person's fingers to take effect.

#include <string_view>

#include "crash_world.h"
#include "rig/random_hands.h"

namespace halte::promises {

/// When in a visit it crashes. `twice`: the process behind it crashes too, perhaps in its start.
enum class Moment { untouched, touching, veiled, leaving, twice };
std::string_view name_of(Moment moment);

class CrashPaths;

struct CrashPath {
    std::string_view name;
    /// False when the process was gone before.
    bool (CrashPaths::*hit)(rig::RootWindow const& victim);
    /// From the crash to the welcome screen. A start has 5 s: the machine may be slow. A silent process has 3 s more,
    /// and one whose clock jumped may sleep until its next sign of life, 2 s.
    Milliseconds limit;
    Milliseconds limit_twice;     ///< 0: it never comes twice. One that is stopped in its start has 15 s for it.
    std::vector<Moment> moments;  ///< some say nothing without an open visit
};
std::vector<CrashPath> const& crash_paths();

class CrashPaths {
public:
    CrashPaths(SmallWorld& world, rig::RandomHands& hands) : m_world(world), m_hands(hands) {}

    bool kill(rig::RootWindow const& victim);
    bool abort(rig::RootWindow const& victim);
    bool stop(rig::RootWindow const& victim);
    bool take_all_memory(rig::RootWindow const& victim);
    /// The same as before where no group can be made.
    bool put_into_a_memory_group(rig::RootWindow const& victim);
    bool cut_connection(rig::RootWindow const& victim);
    bool fail_graphics(rig::RootWindow const& victim);
    bool fill_disks(rig::RootWindow const& victim);
    bool put_clock_forward(rig::RootWindow const& victim);
    bool put_clock_back(rig::RootWindow const& victim);

    /// Of the last hit, from when on its time is counted.
    [[nodiscard]] std::int64_t crashed_at() const { return m_crashed_at; }
    void begin_now() { m_crashed_at = rig::epoch_ms(); }
    [[nodiscard]] bool has_memory_group() const { return m_group.is_there(); }
    [[nodiscard]] int killed_for_memory() const { return m_killed_for_memory; }
    [[nodiscard]] int outlived_memory() const { return m_outlived_memory; }

private:
    /// So many touches, unless it ends before.
    void prod(pid_t victim, int touches);
    bool prod_and_leave(pid_t victim);
    bool leave(pid_t victim);

    SmallWorld& m_world;
    rig::RandomHands& m_hands;
    MemoryGroup m_group;
    std::int64_t m_crashed_at = 0;
    int m_killed_for_memory = 0;
    int m_outlived_memory = 0;
};

}  // namespace halte::promises
