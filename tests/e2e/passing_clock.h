#pragma once
/// The clock of a visit that is tried: the machine's, and what a test adds. A signal SIGRTMIN+1 whose value is a number
/// of milliseconds lets so much time pass at once. HALTE_WALL is the time of day, in seconds of the epoch, that the
/// clock on the wall shows when the process starts; without it, it is the machine's.

#include <halte/clock.h>

#include <ctime>

namespace halte {

class PassingClock final : public Clock {
public:
    /// One in a process.
    static PassingClock from_environment();

    [[nodiscard]] Instant now() const override;
    [[nodiscard]] WallTime wall() const override;

private:
    explicit PassingClock(std::time_t wall_ahead) : m_wall_ahead(wall_ahead) {}

    SystemClock m_machine;
    std::time_t m_wall_ahead;  ///< seconds
};

}  // namespace halte
