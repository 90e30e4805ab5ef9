#include <doctest/doctest.h>
#include <fcntl.h>
#include <halte/confine.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <map>
#include <set>
#include <thread>

#include "calls.h"
#include "in_a_process.h"
#include "places.h"

using namespace halte;

static bool opens(char const* path, int flags) { return bool(UniqueFd(open(path, flags | O_CLOEXEC, 0600))); }

TEST_CASE("every place and every call has a reason, and stands on its list once") {
    std::set<std::string> paths;
    for (auto const* list : {&places_of_a_visitor(), &devices_of_the_screen()})
        for (PlaceRule const& place : *list) {
            CHECK(std::strlen(place.reason) > 0);
            CHECK(paths.insert(place.path).second);
        }
    for (auto const& list : {calls_of_a_visitor(), calls_of_nobody()}) {
        // One that passes on a condition may stand there again, with another condition.
        std::map<int, bool> without_condition;
        for (CallRule const& call : list) {
            CHECK(std::strlen(call.reason) > 0);
            auto const [known, first] = without_condition.emplace(call.number, !call.only_if);
            CHECK((first || (!known->second && call.only_if)));
        }
    }
}

TEST_CASE("no place of a visitor may be changed or executed") {
    for (PlaceRule const& place : places_of_a_visitor()) CHECK((place.rights & ~landlock::read) == 0);
}

TEST_CASE("where there is seccomp alone, nothing is written, started or reached any more") {
    CHECK(opens("/dev/null", O_WRONLY));  // the control
    CHECK(in_a_process([] {
              auto const force = confine_calls();
              if (!force || *force != MechanismState::in_force) return false;
              bool const refused = !opens("/dev/null", O_WRONLY) && errno == EPERM && fork() == -1 && errno == EPERM &&
                                   socket(AF_UNIX, SOCK_STREAM, 0) == -1 && errno == EPERM;
              return refused && opens("/etc/passwd", O_RDONLY);
          }) == 0);
}

TEST_CASE("calls are refused in threads that ran before, too") {
    CHECK(in_a_process([] {
              std::atomic<bool> go = false;
              std::atomic<bool> wrote = true;
              std::thread early([&] {
                  while (!go) std::this_thread::yield();
                  wrote = opens("/dev/null", O_WRONLY);
              });
              bool const confined = confine_calls().has_value();
              go = true;
              early.join();
              return confined && !wrote;
          }) == 0);
}

TEST_CASE("a process that fails an invariant behind the filter dies by SIGABRT") {
    CHECK(in_a_process([] {
              std::signal(SIGABRT, SIG_DFL);  // doctest has its own
              bool const confined = confine_calls().has_value();
              if (confined) std::abort();
              return confined;
          }) == -SIGABRT);
}

TEST_CASE("a file that is named can be read, and its neighbour cannot") {
    if (!landlock_is_offered(1, "a file that is named can be read, and its neighbour cannot")) return;
    CHECK(opens("/etc/hostname", O_RDONLY));  // the controls
    CHECK(opens("/etc/passwd", O_RDONLY));
    CHECK(in_a_process([] {
              auto const force = confine_files({"/etc/hostname", "/nowhere/at/all"});
              if (!force) return false;
              return opens("/etc/hostname", O_RDONLY) && !opens("/etc/passwd", O_RDONLY) && errno == EACCES;
          }) == 0);
}

TEST_CASE("abstract sockets of others are out of reach") {
    if (!landlock_is_offered(6, "abstract sockets of others are out of reach")) return;
    UniqueFd const server(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_un name{.sun_family = AF_UNIX, .sun_path = {}};
    socklen_t size = sizeof name;
    REQUIRE(bind(server.get(), reinterpret_cast<sockaddr*>(&name), sizeof name.sun_family) == 0);
    REQUIRE(listen(server.get(), 4) == 0);
    REQUIRE(getsockname(server.get(), reinterpret_cast<sockaddr*>(&name), &size) == 0);
    auto const reached = [&] {
        UniqueFd const caller(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
        return connect(caller.get(), reinterpret_cast<sockaddr*>(&name), size) == 0;
    };
    CHECK(in_a_process(reached) == 0);  // the control
    CHECK(in_a_process([&] {
              auto const force = confine_abstract_sockets();
              return force && !reached();
          }) == 0);
}
