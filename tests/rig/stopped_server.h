#pragma once
/// The rig's server answers nobody as long as this lives.

#include <csignal>

#include "rig.h"

namespace halte::rig {

class StoppedServer {
public:
    StoppedServer() { rig().server().signal(SIGSTOP); }
    ~StoppedServer() { rig().server().signal(SIGCONT); }
    StoppedServer(StoppedServer const&) = delete;
    StoppedServer& operator=(StoppedServer const&) = delete;
};

}  // namespace halte::rig
