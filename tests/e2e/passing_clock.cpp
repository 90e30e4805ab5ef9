#include "passing_clock.h"

#include <atomic>
#include <csignal>
#include <cstdlib>

namespace halte {
namespace {

std::atomic<std::int64_t> passed_ms{0};

void on_signal(int /*number*/, siginfo_t* told, void* /*context*/) { passed_ms += told->si_value.sival_int; }

}  // namespace

PassingClock PassingClock::from_environment() {
    struct sigaction action{};
    action.sa_sigaction = on_signal;
    action.sa_flags = SA_SIGINFO | SA_RESTART;
    sigaction(SIGRTMIN + 1, &action, nullptr);
    char const* const wall = std::getenv("HALTE_WALL");
    return PassingClock(wall == nullptr ? 0 : std::atoll(wall) - std::time(nullptr));
}

Instant PassingClock::now() const { return m_machine.now() + Milliseconds(passed_ms.load()); }

WallTime PassingClock::wall() const { return wall_time(std::time(nullptr) + m_wall_ahead + passed_ms.load() / 1000); }

}  // namespace halte
