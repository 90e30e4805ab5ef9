#pragma once
/// What a supervisor that is asked to end leaves to the one that comes after it on the same X server: how that server
/// was when the session started, and who has died since somebody put it back. A file in the runtime folder, which no
/// visitor process can write. It is written at the end only, because it would tell of visits otherwise.

#include <sys/types.h>

#include <deque>
#include <string>

#include "session_memory.h"

namespace halte {

struct LastSession {
    UniqueFd memory;  ///< nothing when there was no session, or nobody may know of it
    std::deque<pid_t> dead;
};

class SessionNote {
public:
    /// `folder` may be empty: then nothing is left.
    explicit SessionNote(std::string const& folder);
    /// Takes it away, too: one that ends by a fault leaves nothing.
    LastSession take();
    void leave(int memory, std::deque<pid_t> const& dead);

private:
    std::string m_path;
};

}  // namespace halte
