#include <doctest/doctest.h>

#include <array>
#include <csignal>

#include "running_supervisor.h"

using namespace halte;
using halte::test::Fake;
using halte::test::RunningSupervisor;

namespace {

/// While it lasts, this process ignores and blocks every signal, and so does whatever it starts.
class Deaf {
public:
    Deaf() {
        sigset_t every;
        sigfillset(&every);
        sigprocmask(SIG_SETMASK, &every, &m_blocked);
        struct sigaction ignore{};
        ignore.sa_handler = SIG_IGN;
        for (std::size_t number = 1; number < m_actions.size(); ++number)
            sigaction(int(number), &ignore, &m_actions.at(number));
    }
    Deaf(Deaf const&) = delete;
    Deaf& operator=(Deaf const&) = delete;
    ~Deaf() {
        for (std::size_t number = 1; number < m_actions.size(); ++number)
            sigaction(int(number), &m_actions.at(number), nullptr);
        sigprocmask(SIG_SETMASK, &m_blocked, nullptr);
    }

private:
    std::array<struct sigaction, 65> m_actions{};  ///< by their numbers
    sigset_t m_blocked{};
};

/// A supervisor that is told of a death by its signal or not at all.
RunningSupervisor started_deaf() {
    Deaf const deaf;
    Limits limits = RunningSupervisor::quick_limits();
    limits.heartbeat = limits.idle_heartbeat = std::chrono::hours(1);
    return RunningSupervisor(limits);
}

}  // namespace

TEST_CASE("a supervisor that was started with every signal ignored and blocked works as usual") {
    RunningSupervisor supervisor = started_deaf();
    Fake first = supervisor.arrives();
    REQUIRE(first.hears_go());
    REQUIRE(first.does_all("pr"));
    CHECK(first.told == "5 signals-free cache-off --windowed");
    kill(first.pid, SIGKILL);
    Fake second = supervisor.arrives();
    REQUIRE(second.hears_go());
    REQUIRE(second.does_all("pr"));
    supervisor.receives(SIGHUP);
    Fake third = supervisor.arrives();
    REQUIRE(third.does('p'));
    REQUIRE(third.hears_go());
    REQUIRE(third.does('r'));
    supervisor.receives(SIGTERM);
    CHECK(supervisor.ends() == 0);
}
