#include "await.h"

#include <fmt/format.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <ctime>
#include <exception>

namespace halte::rig {
namespace {

using Watch = std::chrono::steady_clock;

std::sig_atomic_t volatile told_to_end = 0;

void obey_the_end() {
    if (told_to_end == 0 || std::uncaught_exceptions() > 0) return;
    told_to_end = 0;
    throw ToldToEnd();
}

}  // namespace

void listen_for_the_end() {
    struct sigaction listens{};
    listens.sa_handler = [](int) { told_to_end = 1; };
    for (int const signal : {SIGHUP, SIGINT, SIGTERM}) sigaction(signal, &listens, nullptr);
}

bool comes_about(Milliseconds limit, Condition const& condition) {
    auto const until = Watch::now() + limit;
    while (!condition()) {
        if (Watch::now() > until) return false;
        rest(Milliseconds(20));
    }
    return true;
}

void await(Milliseconds limit, std::string const& what, Condition const& condition) {
    if (!comes_about(limit, condition))
        throw Missed(fmt::format("After {} s there was still not {}.", double(limit.count()) / 1000, what));
}

void must_not(Milliseconds within, std::string const& what, Condition const& condition) {
    for (auto const until = Watch::now() + within; Watch::now() < until; rest(Milliseconds(50)))
        if (condition()) throw Missed(fmt::format("There was {}.", what));
}

void rest(Milliseconds time) {
    timespec left{.tv_sec = time.count() / 1000, .tv_nsec = time.count() % 1000 * 1'000'000};
    obey_the_end();
    while (nanosleep(&left, &left) != 0 && errno == EINTR) obey_the_end();
}

std::int64_t epoch_ms() {
    return std::chrono::duration_cast<Milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
}

void rest_until(std::int64_t when) { rest(Milliseconds(std::max<std::int64_t>(0, when - epoch_ms()))); }

}  // namespace halte::rig
