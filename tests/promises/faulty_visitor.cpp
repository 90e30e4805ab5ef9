// halte-visitor for the tests of crash paths: the product's frame loop with a clock that jumps and an OpenGL that fails
// when a signal says so. Signals reach it whatever its sandbox forbids.
//
//   SIGRTMIN+1    the clock jumps a day forward        SIGRTMIN+4    16 seconds pass: longer than a person may rest
//   SIGRTMIN+2    the clock jumps a day back           SIGRTMIN+5    21 seconds pass: longer than the countdown
//   SIGRTMIN+3    every picture fails from now on
#include <GL/gl.h>
#include <dlfcn.h>

#include <array>
#include <atomic>
#include <csignal>

#include "visitor.h"

namespace {

std::atomic<std::int64_t> jumped_ms{0};
std::atomic<bool> graphics_fail{false};

constexpr std::int64_t second = 1'000;
constexpr std::int64_t day = 86'400 * second;

struct Jump {
    int signal;
    std::int64_t ms;
};
std::array<Jump, 4> jumps() {
    return {Jump{SIGRTMIN + 1, day}, Jump{SIGRTMIN + 2, -day}, Jump{SIGRTMIN + 4, 16 * second},
            Jump{SIGRTMIN + 5, 21 * second}};
}

void on_signal(int signal) {
    for (Jump const& jump : jumps())
        if (jump.signal == signal) jumped_ms += jump.ms;
    if (signal == SIGRTMIN + 3) graphics_fail = true;
}

/// Both clocks of the machine, and what they have jumped.
class JumpingClock final : public halte::Clock {
public:
    [[nodiscard]] halte::Instant now() const override {
        return m_machine.now() + halte::Milliseconds(jumped_ms.load());
    }
    [[nodiscard]] halte::WallTime wall() const override {
        return halte::wall_time(std::time(nullptr) + std::time_t(jumped_ms.load() / second));
    }

private:
    halte::SystemClock m_machine;
};

}  // namespace

/// The product's own call of OpenGL for every picture, which gets a wrong argument when it is to fail. The driver says
/// so as it says everything that it cannot do.
extern "C" void glViewport(GLint x, GLint y, GLsizei width, GLsizei height) {
    using Viewport = void (*)(GLint, GLint, GLsizei, GLsizei);
    static auto* const real = reinterpret_cast<Viewport>(dlsym(RTLD_NEXT, "glViewport"));
    constexpr GLsizei no_width = -1;
    real(x, y, graphics_fail ? no_width : width, height);
}

int main(int count, char** words) {
    for (Jump const& jump : jumps()) std::signal(jump.signal, on_signal);
    std::signal(SIGRTMIN + 3, on_signal);
    JumpingClock const clock;
    return halte::visitor_main(count, words, {.observer = {}, .clock = &clock});
}
