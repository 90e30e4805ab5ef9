#pragma once
/// The four signals of the supervisor, as a descriptor to poll instead of handlers to be careful in.

#include <halte/base.h>

namespace halte {

class Signals {
public:
    /// Blocks the signals in this process, and no others, and ignores SIGPIPE alone, whatever it was started with;
    /// spawn() lets all of them come in those it starts.
    static Result<Signals> catch_all();
    [[nodiscard]] int descriptor() const { return m_descriptor.get(); }

    struct Came {
        bool stop = false;   ///< SIGTERM or SIGINT
        bool renew = false;  ///< SIGHUP
    };
    /// What has come since the last time. SIGCHLD only wakes: waitpid says the rest.
    [[nodiscard]] Came take() const;

private:
    UniqueFd m_descriptor;
};

}  // namespace halte
