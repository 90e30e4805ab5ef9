#pragma once
/// What the supervisor knows of one visitor process: its pipes, which words it has said, and when it is too silent. It
/// decides nothing about other processes; the loop does.

#include <halte/supervise.h>

#include "attempts.h"
#include "lines.h"
#include "spawn.h"

namespace halte {

/// Whether a process may map its window from the start, or waits behind the one on the screen.
enum class Permission { at_once, later };
/// Whether its lines are for the log as they come. Those of a quiet process are when it fails before it is ready.
enum class Voice { loud, quiet };

class VisitorProcess {
public:
    VisitorProcess(Spawned spawned, Permission permission, Voice voice, int generation, Instant now);
    /// An idle welcome screen that another program started in this process.
    static VisitorProcess taken_over(Spawned spawned, int generation, Instant now);

    /// Reads every word that waits in its pipe, and passes on the lines that may be.
    void listen(Instant now);
    /// The same once it has failed, for the last time.
    void listen_to_the_end(Instant now);
    /// Lets it map its window.
    void permit(Instant now);

    [[nodiscard]] pid_t pid() const { return m_pid; }
    /// The pipe to poll; -1 once the process has closed it.
    [[nodiscard]] int words() const { return m_words.get(); }
    [[nodiscard]] int lines() const { return m_lines.descriptor(); }
    [[nodiscard]] bool permitted() const { return m_permitted; }
    [[nodiscard]] bool prepared() const { return m_prepared_at.has_value(); }
    [[nodiscard]] bool ready() const { return m_ready_at.has_value(); }
    [[nodiscard]] bool veiled() const { return m_veiled; }
    [[nodiscard]] bool ended() const { return m_ended; }
    [[nodiscard]] bool feels_ghosts() const { return m_feels_ghosts; }
    /// Whether the directory that it shows was given from outside, as it has said itself.
    [[nodiscard]] Shown shown() const { return m_given ? Shown::given : Shown::unknown; }
    /// A welcome screen that nobody has touched: it holds nothing of anybody.
    [[nodiscard]] bool untouched() const { return ready() && !m_touched_at && !m_ended; }
    /// Whether somebody has touched it for `longest` or more.
    [[nodiscard]] bool in_use_for(Milliseconds longest, Instant now) const {
        return m_touched_at && now - *m_touched_at >= longest;
    }
    [[nodiscard]] std::optional<Instant> touched_at() const { return m_touched_at; }
    /// Which directory it was started with: SIGHUP makes a new generation.
    [[nodiscard]] int generation() const { return m_generation; }

    /// When its silence becomes a hang.
    [[nodiscard]] Instant deadline(Limits const& limits) const;
    /// Whether a failure at `now` counts against what the process was started with.
    [[nodiscard]] bool is_early(Instant now, Limits const& limits) const;
    /// How it ended, from the status that waitpid gave.
    [[nodiscard]] HowItEnded how_it_ended(int status) const;
    /// What it is counted as when it is killed for its silence.
    [[nodiscard]] HowItEnded how_it_fell_silent() const;

private:
    void hear_all(Instant now);
    void hear(Word word, Instant now);
    [[nodiscard]] Fate fate_of_lines() const;

    pid_t m_pid;
    UniqueFd m_words;
    UniqueFd m_go;
    Lines m_lines;
    Voice m_voice;
    int m_generation;
    Instant m_started;  ///< or permitted, when it was prepared and waited for that
    Instant m_heard;
    std::optional<Instant> m_prepared_at;
    std::optional<Instant> m_ready_at;
    bool m_permitted = false;
    std::optional<Instant> m_touched_at;
    bool m_veiled = false;
    bool m_ended = false;
    bool m_feels_ghosts = false;
    bool m_given = false;
    bool m_opening = false;  ///< it waits for the X server, just now
};

}  // namespace halte
