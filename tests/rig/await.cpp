#include "await.h"

#include <fmt/format.h>

#include <chrono>
#include <thread>

namespace halte::rig {

using Watch = std::chrono::steady_clock;

void await(Milliseconds limit, std::string const& what, Condition const& condition) {
    auto const until = Watch::now() + limit;
    while (!condition()) {
        if (Watch::now() > until)
            throw Missed(fmt::format("After {} s there was still not {}.", double(limit.count()) / 1000, what));
        rest(Milliseconds(20));
    }
}

void must_not(Milliseconds within, std::string const& what, Condition const& condition) {
    for (auto const until = Watch::now() + within; Watch::now() < until; rest(Milliseconds(50)))
        if (condition()) throw Missed(fmt::format("There was {}.", what));
}

void rest(Milliseconds time) { std::this_thread::sleep_for(time); }

std::int64_t epoch_ms() {
    return std::chrono::duration_cast<Milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
}

void rest_until(std::int64_t when) { rest(Milliseconds(std::max<std::int64_t>(0, when - epoch_ms()))); }

}  // namespace halte::rig
