#include <doctest/doctest.h>
#include <fcntl.h>
#include <halte/confine.h>
#include <sched.h>
#include <sys/socket.h>

#include <cerrno>
#include <csignal>
#include <filesystem>
#include <string>

#include "in_a_process.h"

using namespace halte;

namespace {

/// A folder with a runtime folder in it, removed at the end.
struct Place {
    Place() {
        std::string name = "/tmp/halte-supervisor-XXXXXX";
        REQUIRE(mkdtemp(name.data()) != nullptr);
        root = name;
        std::filesystem::create_directory(runtime());
    }
    ~Place() { std::filesystem::remove_all(root); }
    [[nodiscard]] std::string runtime() const { return root + "/runtime"; }
    std::string root;
};

bool can_write(std::string const& path) {
    return bool(UniqueFd(open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600)));
}

/// Gives the status of a shell that runs `line`, or -1.
int shell(std::string const& line) {
    pid_t const pid = fork();
    if (pid == 0) {
        execl("/bin/sh", "sh", "-c", line.c_str(), nullptr);
        _exit(127);
    }
    int status = 0;
    if (pid < 0 || waitpid(pid, &status, 0) != pid) return -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

bool confined(std::string const& runtime_folder) {
    auto const force = confine_supervisor(runtime_folder);
    return force.has_value();
}

}  // namespace

TEST_CASE("a supervisor writes in its runtime folder and nowhere else, and neither does what it starts") {
    if (!landlock_is_offered(1, "a supervisor writes in its runtime folder and nowhere else")) return;
    Place const place;
    CHECK(can_write(place.root + "/before"));  // the control
    CHECK(in_a_process([&] {
              if (!confined(place.runtime())) return false;
              return can_write(place.runtime() + "/file") && !can_write(place.root + "/file") && errno == EACCES &&
                     shell("echo x >" + place.runtime() + "/mine") == 0 &&
                     shell("echo x 2>&- >" + place.root + "/mine") != 0 &&
                     shell("rm " + place.root + "/before 2>&-") != 0;
          }) == 0);
    CHECK(std::filesystem::exists(place.root + "/before"));
    CHECK(std::filesystem::exists(place.runtime() + "/mine"));
}

TEST_CASE("without a runtime folder it writes nowhere") {
    if (!landlock_is_offered(1, "without a runtime folder it writes nowhere")) return;
    Place const place;
    CHECK(in_a_process([&] {
              if (!confined("")) return false;
              return landlock_version() == 0 ||
                     (!can_write(place.runtime() + "/file") && !can_write("/tmp/halte-file"));
          }) == 0);
}

TEST_CASE("a supervisor opens no socket but those of this machine, and gains nothing") {
    auto const opens = [](int domain) { return bool(UniqueFd(socket(domain, SOCK_DGRAM | SOCK_CLOEXEC, 0))); };
    CHECK(opens(AF_INET));  // the control
    CHECK(in_a_process([&] {
              if (!confined("")) return false;
              bool const outward = opens(AF_INET) || opens(AF_INET6) || opens(AF_NETLINK) || opens(AF_PACKET);
              return !outward && opens(AF_UNIX) && unshare(CLONE_NEWNS) != 0 && setuid(getuid()) != 0;
          }) == 0);
}

TEST_CASE("a supervisor starts programs and ends them, and no others") {
    if (!landlock_is_offered(6, "a supervisor starts programs and ends them, and no others")) return;
    pid_t const stranger = fork();
    if (stranger == 0) {
        pause();
        _exit(0);
    }
    CHECK(kill(stranger, 0) == 0);  // the control
    CHECK(in_a_process([&] {
              if (!confined("")) return false;
              pid_t const child = fork();
              if (child == 0) {
                  pause();
                  _exit(0);
              }
              int status = 0;
              bool const ended = kill(child, SIGKILL) == 0 && waitpid(child, &status, 0) == child;
              return ended && shell("exit 0") == 0 && kill(stranger, 0) != 0;
          }) == 0);
    kill(stranger, SIGKILL);
    waitpid(stranger, nullptr, 0);
}
