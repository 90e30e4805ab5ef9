#include "display_number.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <cstddef>
#include <filesystem>

#include "rig.h"

namespace halte::rig {
namespace {

/// Where people's own servers and those that choose for themselves are not: these begin at 0.
constexpr int first_number = 200;
constexpr int last_number = 999;

/// Invalid when somebody else holds it.
UniqueFd lock_of(int number) {
    fs::path const file = fs::temp_directory_path() / fmt::format("halte-rig-{}.lock", number);
    UniqueFd lock(open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    if (!lock || flock(lock.get(), LOCK_EX | LOCK_NB) != 0) return UniqueFd();
    return lock;
}

/// What a server that was killed has left does not answer, and is taken over by the next one. `path` may begin with a
/// zero byte: an abstract socket, which those share that see other files, as in a chroot.
bool answers(std::string const& path) {
    sockaddr_un name{.sun_family = AF_UNIX, .sun_path = {}};
    path.copy(name.sun_path, sizeof name.sun_path - 1);
    UniqueFd const client(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    auto const length = socklen_t(offsetof(sockaddr_un, sun_path) + path.size());
    return connect(client.get(), reinterpret_cast<sockaddr const*>(&name), length) == 0;
}

bool has_server(int number) {
    std::string const path = fmt::format("/tmp/.X11-unix/X{}", number);
    return answers(path) || answers('\0' + path);
}

}  // namespace

DisplayNumber::DisplayNumber() : m_number(first_number) {
    for (; m_number <= last_number; ++m_number) {
        m_lock = lock_of(m_number);
        if (m_lock && !has_server(m_number)) return;
    }
    throw NoRig(fmt::format("every display number from {} to {} is taken", first_number, last_number));
}

}  // namespace halte::rig
