#pragma once
/// Waiting in tests: for a condition, with a limit and a reason. What did not come about is thrown, so that a test that
/// waits in vain has failed with a sentence.

#include <halte/base.h>

#include <functional>
#include <stdexcept>
#include <string>

namespace halte::rig {

class Missed : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

using Condition = std::function<bool()>;

/// Asks again and again until the condition holds. Throws Missed, "After 5 s there was still not WHAT.", after `limit`.
void await(Milliseconds limit, std::string const& what, Condition const& condition);
/// Whether it holds within that time.
bool comes_about(Milliseconds limit, Condition const& condition);
/// Throws Missed, "There was WHAT.", as soon as the condition holds within that time. For what must not happen there is
/// no condition to wait for.
void must_not(Milliseconds within, std::string const& what, Condition const& condition);

/// A signal has told this program to end.
struct ToldToEnd {};
/// SIGHUP, SIGINT and SIGTERM make rest(), and so every wait, throw ToldToEnd from here on, so that what was started
/// ends, too. While another exception is under way they wait for the next rest().
void listen_for_the_end();

void rest(Milliseconds time);
/// Milliseconds of the epoch, as the visitor process of the tests tells when its pages were shown.
std::int64_t epoch_ms();
void rest_until(std::int64_t epoch_ms);

}  // namespace halte::rig
