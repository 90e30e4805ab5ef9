#pragma once
/// What every room stands on: errors as values, owned file descriptors, two clocks (clock.h) and the geometry of a
/// place. It knows no visit, no service, no screen, and no library but the standard one and tl::expected.

#include <halte/clock.h>

#include <cstdint>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace halte {

/// In the runtime folder of the service, /run/halte: the touchscreen reports touches that nobody makes. The supervisor
/// leaves it there, halte --check finds it.
inline constexpr char const* ghost_touches_file = "ghost-touches";

/// How a program of Halte ends; the supervisor reads it. Numbers from sysexits.h.
enum class ExitCode : int {
    ok = 0,
    failed = 1,          ///< something the machine refused; the sentence says what
    closed = 10,         ///< somebody closed the window of a first look
    usage = 64,          ///< the command line made no sense
    bad_data = 65,       ///< records, translations or a snapshot are wrong
    no_display = 69,     ///< no X server to show a window on
    spoilt_server = 70,  ///< what somebody changed in the X server cannot be put back: it must be started anew
    no_graphics = 71,    ///< a window, but no OpenGL context or no font
    not_confined = 77,   ///< the kernel offers a confinement that did not take effect
    bad_settings = 78,   ///< halte.toml is wrong
};

/// One sentence for a person, and the code the program ends with.
struct Error {
    std::string sentence;
    ExitCode code = ExitCode::failed;
};

template <class Value>
using Result = tl::expected<Value, Error>;
using Failure = tl::unexpected<Error>;

[[nodiscard]] inline Failure failure(std::string sentence, ExitCode code = ExitCode::failed) {
    return Failure(Error{std::move(sentence), code});
}

/// Gives the value of a Result, or returns its error from the enclosing function.
#define TRY(expression)                                                        \
    __extension__({                                                            \
        auto try_result = (expression);                                        \
        if (!try_result) return halte::Failure(std::move(try_result.error())); \
        std::move(try_result).value();                                         \
    })
/// The same for a Result<void>.
#define TRY_VOID(expression)                                                                                   \
    do {                                                                                                       \
        if (auto try_result = (expression); !try_result) return halte::Failure(std::move(try_result.error())); \
    } while (false)

/// Aborts with the place in the code when `condition` is false: the mistake is ours, and the supervisor starts clean.
#define must(condition) ((condition) ? void() : halte::must_failed(#condition, __FILE__, __LINE__))
[[noreturn]] void must_failed(char const* condition, char const* file, int line);

/// One line to standard error, where systemd's journal reads it. Nothing a visitor did is ever passed to it: Visit and
/// Event have no printer in src/.
void log_line(std::string const& sentence);

/// A start frees much that a visit does not need. Between the two calls large blocks go back to the kernel, which
/// clears them, as soon as they are freed; afterwards they are kept for the next ones, which is faster. What lies
/// between smaller ones could not be given back: the pages are locked (confine.h).
void begin_giving_memory_back();
void end_giving_memory_back();

/// Every signal does again what it does by itself: whoever starts a program may have ignored some, and the program
/// would not hear of them. Those that are blocked stay so. May be called between fork and exec.
void stop_ignoring_signals();
/// Lets every signal come that whoever started this program has blocked.
void stop_blocking_signals();

/// Owns a file descriptor and closes it. -1 owns nothing.
class UniqueFd {
public:
    UniqueFd() = default;
    explicit UniqueFd(int descriptor) : m_descriptor(descriptor) {}
    UniqueFd(UniqueFd&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}
    UniqueFd& operator=(UniqueFd&& other) noexcept;
    UniqueFd(UniqueFd const&) = delete;
    UniqueFd& operator=(UniqueFd const&) = delete;
    ~UniqueFd();
    [[nodiscard]] int get() const { return m_descriptor; }
    explicit operator bool() const { return m_descriptor >= 0; }
    void close();

private:
    int m_descriptor = -1;
};

/// Degrees, WGS 84. In the records they are those of the city, never of a house.
struct Coordinates {
    double latitude = 0;
    double longitude = 0;
};
/// Great-circle distance (haversine), in kilometres. Good to "about N km", and meant for no more.
double distance_km(Coordinates const& from, Coordinates const& to);

}  // namespace halte
