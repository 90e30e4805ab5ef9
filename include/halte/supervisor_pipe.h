#pragma once
/// The two pipes between a visitor process and its supervisor: the words that the process says, the one that it is
/// told, and the end of both that it holds. It knows nothing of how the supervisor decides.

#include <halte/base.h>

#include <sys/types.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace halte {

/// What a visitor process says on its pipe, one byte each. An upgrade replaces the visitor's program under a supervisor
/// that runs, and the supervisor under a visitor process: a word keeps its letter and its meaning for ever, and one
/// that is not known is a sign of life and no more. `alive` comes from the frame loop itself, never from a side thread,
/// so that a hang is silence.
enum class Word : char {
    alive = 'a',
    prepared = 'p',  ///< its first frame is drawn, its window not yet mapped: it waits for `go`
    ready = 'r',     ///< its window is mapped and its first frame is on the screen
    veiled = 'v',    ///< the countdown runs; the next process may be started
    ended = 'e',     ///< the visit is over and the first screen is drawn; kill me when the next one is ready
    touched = 't',  ///< somebody touched: no longer an idle welcome screen, or no longer veiled; and now and then again
    ghosts = 'n',   ///< the touchscreen reports touches that nobody makes; said once at most
    given = 'd',    ///< the directory that it shows was given from outside: it is not the embedded one
    restored = 's',  ///< it has put back what those before it had left, and feels from now on
    opening = 'w',   ///< it waits for the X server: until its next word the screen is to blame for whatever goes wrong
};
/// The one word the other way: map your window. A process started while another one is on the screen waits for it, so
/// that no window ever opens over a veiled visitor who may still go on.
inline constexpr char go_byte = 'g';
/// What follows it once every process before this one is dead, where the X server is the kiosk's own: their numbers in
/// digits, a blank after each, and a line end.
inline constexpr char alone_end = '\n';

/// How often a visitor process with nothing to do says `alive`: well within the limit, and seldom enough to let the
/// machine sleep. On a welcome screen that nobody has touched, which is there all night, more seldom still.
inline constexpr Milliseconds beat_interval{2'000};
inline constexpr Milliseconds idle_beat_interval{3'000};

/// How often a touch is told at most, while a visit lasts: the supervisor ends one in which nobody is there.
inline constexpr Milliseconds touch_interval{30'000};

/// The visitor's end of the pipes. Speaks to nobody, and waits for nobody, when the process was started by hand.
class SupervisorPipe {
public:
    /// Takes the descriptors named in HALTE_PIPE and HALTE_GO out of the environment, and keeps them from programs that
    /// this process may start.
    static SupervisorPipe from_environment();

    void say(Word word);
    /// To be called before a question to the X server, which may hang. Says `opening` where a directory could be
    /// blamed: only after `given`, because a word more at each beat costs a wake-up.
    void before_asking_the_screen() {
        if (m_given) say(Word::opening);
    }
    /// Says `alive` when the time for it has come. Call it once in every turn of the frame loop.
    void beat(Instant now);
    [[nodiscard]] bool beat_is_due(Instant now) const { return next_beat() && *next_beat() <= now; }
    /// When beat() has something to say again: the longest a frame loop may sleep. Nothing when it never will.
    [[nodiscard]] std::optional<Instant> next_beat() const;

    /// Becomes readable with `go`; -1 when there is nothing to wait for.
    [[nodiscard]] int go_descriptor() const { return m_go.get(); }
    /// Sleeps for that long at most, and leaves `go` to wait_for_go().
    [[nodiscard]] bool go_comes(Milliseconds within) const;
    /// Sleeps until the window may be mapped, and says `alive` meanwhile, each time after `is_well` has said so. False
    /// when it has not, or when the supervisor is gone: end.
    [[nodiscard]] bool wait_for_go(std::function<bool()> const& is_well);

    /// Whether the X server is the kiosk's own.
    [[nodiscard]] bool has_session_memory() const { return m_in_session; }
    /// What the first process of this session has written down: `first`, when this is that process, because nothing was
    /// kept, or not by a process of the same X server. Nobody can change it afterwards. Empty without a session's
    /// memory, and where it cannot be kept. To be called before `prepared`, once.
    [[nodiscard]] std::string written_at_start(std::function<bool(std::string const&)> const& is_of_this_server,
                                               std::function<std::string()> const& first);
    /// Sleeps until the supervisor says that every process before this one is dead, and gives their numbers. Not at all
    /// without a session's memory. How long that may take the supervisor knows. Nothing when it is gone: end.
    [[nodiscard]] std::optional<std::vector<pid_t>> wait_until_alone();

private:
    UniqueFd m_words;
    UniqueFd m_go;
    UniqueFd m_kept;   ///< by a process of this session, or of another one
    UniqueFd m_fresh;  ///< to be kept in
    bool m_in_session = false;
    std::optional<Instant> m_last_beat;
    Milliseconds m_interval = beat_interval;
    bool m_given = false;  ///< said
};

}  // namespace halte
