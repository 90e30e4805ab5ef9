#include "crash_paths.h"

#include <sys/resource.h>

#include <array>
#include <csignal>

namespace halte::promises {
namespace {

using namespace std::chrono_literals;
using rig::RootWindow;

constexpr rig::Point corner{2, 2};

bool send(RootWindow const& victim, int signal) { return ::kill(victim.owner, signal) == 0; }

}  // namespace

std::string_view name_of(Moment moment) {
    constexpr std::array<std::string_view, 5> names{"untouched", "touching", "veiled", "leaving", "twice"};
    return names.at(std::size_t(moment));
}

std::vector<CrashPath> const& crash_paths() {
    using enum Moment;
    using Paths = CrashPaths;
    static std::vector<Moment> const any{untouched, touching, touching, veiled, leaving};
    static std::vector<Moment> const by_signal{untouched, touching, veiled, leaving, twice};
    static std::vector<Moment> const in_a_visit{touching, touching, veiled};
    static std::vector<CrashPath> const all{
        {"kill", &Paths::kill, 5s, 10s, by_signal},
        {"abort", &Paths::abort, 5s, 10s, by_signal},
        {"stop", &Paths::stop, 8s, 24s, by_signal},
        {"no more memory", &Paths::take_all_memory, 6s, 0s, any},
        {"memory group", &Paths::put_into_a_memory_group, 6s, 0s, any},
        {"lost connection", &Paths::cut_connection, 5s, 0s, any},
        {"failing graphics", &Paths::fail_graphics, 6s, 0s, {touching, veiled, leaving}},
        {"full disk", &Paths::fill_disks, 6s, 0s, in_a_visit},
        {"day forward", &Paths::put_clock_forward, 7s, 0s, in_a_visit},
        {"day back", &Paths::put_clock_back, 8s, 0s, in_a_visit},
    };
    return all;
}

bool CrashPaths::kill(RootWindow const& victim) { return send(victim, SIGKILL); }
bool CrashPaths::abort(RootWindow const& victim) { return send(victim, SIGABRT); }
bool CrashPaths::stop(RootWindow const& victim) { return send(victim, SIGSTOP); }

bool CrashPaths::cut_connection(RootWindow const& victim) {
    rig::cut_connection(victim);
    return true;
}

/// It is told by the next frame, and random fingers may touch nothing that draws one.
bool CrashPaths::fail_graphics(RootWindow const& victim) {
    constexpr int most_rounds = 4;
    if (!send(victim, SIGRTMIN + 3)) return false;
    for (int round = 0; round < most_rounds; ++round) {
        begin_now();
        prod(victim.owner, 20);
        if (rig::comes_about(500ms, [&] { return rig::is_gone(victim.owner); })) break;
    }
    return true;
}

bool CrashPaths::put_clock_forward(RootWindow const& victim) { return send(victim, SIGRTMIN + 1); }

/// After that day the visit has as long as any other, and no longer: the signals let that time pass. A visitor process
/// reads its clock when it is touched.
bool CrashPaths::put_clock_back(RootWindow const& victim) {
    for (int const signal : {SIGRTMIN + 2, SIGRTMIN + 4, SIGRTMIN + 5}) {
        if (!send(victim, signal)) return true;
        rig::rig().tap(corner);
        rig::rest(200ms);
    }
    return true;
}

bool CrashPaths::take_all_memory(RootWindow const& victim) {
    rlimit const nearly_none{65'536, 65'536};
    for (auto const what : {RLIMIT_AS, RLIMIT_DATA}) prlimit(victim.owner, what, &nearly_none, nullptr);
    return prod_and_leave(victim.owner);
}

bool CrashPaths::put_into_a_memory_group(RootWindow const& victim) {
    if (!m_group.is_there()) return take_all_memory(victim);
    m_group.take(victim.owner);
    return prod_and_leave(victim.owner);
}

bool CrashPaths::fill_disks(RootWindow const& victim) {
    m_world.fill_disks();
    rig::play(m_hands.motions(1, 6));
    return leave(victim.owner);
}

/// None stays down: while one does, the X server tells of no other.
void CrashPaths::prod(pid_t victim, int touches) {
    for (rig::Motion const& motion : m_hands.motions(touches, touches)) {
        if (rig::is_gone(victim)) break;
        rig::play(motion);
        rig::rest(15ms);
    }
    rig::rig().leave_screen();
}

/// Pages that it has not drawn yet need memory, so that it is led to some. A process that needs no more than it has
/// goes on, and is left as any other, unless the fingers have ended its visit.
bool CrashPaths::prod_and_leave(pid_t victim) {
    constexpr int most_rounds = 4;
    long const before = m_world.crashes_told();
    for (int round = 0; round < most_rounds && !rig::is_gone(victim); ++round) {
        begin_now();
        rig::rig().tap(m_hands.places().language);
        rig::rest(400ms);
        prod(victim, 60);
    }
    bool const is_gone = rig::is_gone(victim);
    bool const crashed = is_gone && rig::comes_about(1s, [&] { return m_world.crashes_told() > before; });
    ++(crashed ? m_killed_for_memory : m_outlived_memory);
    return is_gone || leave(victim);
}

/// Random fingers may have gone back to the welcome screen, where there is nothing to leave.
bool CrashPaths::leave(pid_t victim) {
    for (int attempt = 0; attempt < 3; ++attempt) {
        rig::rig().tap(m_hands.places().exit);
        begin_now();
        if (rig::comes_about(1s, [&] { return rig::is_gone(victim); })) return true;
        rig::rig().tap(m_hands.places().language);
        rig::rest(200ms);
    }
    return false;
}

}  // namespace halte::promises
