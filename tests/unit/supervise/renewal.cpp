#include <doctest/doctest.h>
#include <fcntl.h>
#include <renewal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <string>

using namespace halte;

namespace {

/// The pipe of a visitor process, as the last program has left it.
struct Pipe {
    Pipe() { REQUIRE(pipe(ends) == 0); }
    ~Pipe() {
        for (int const end : ends) close(end);
    }
    int ends[2];
};

void leave(pid_t pid, int words) {
    std::string const legacy = std::to_string(pid) + " " + std::to_string(words) + " -1";
    setenv("HALTE_FORMER", legacy.c_str(), 1);
}

}  // namespace

TEST_CASE("what the last program left is taken over, and out of the environment") {
    pid_t const child = fork();
    if (child == 0) {
        pause();
        _exit(0);
    }
    Pipe const words;
    leave(child, words.ends[0]);
    CHECK(is_renewed());
    {
        Legacy const legacy = legacy_from_environment();
        CHECK_FALSE(is_renewed());
        REQUIRE(legacy.former);
        CHECK(legacy.former->pid == child);
        CHECK(legacy.former->words.get() == words.ends[0]);
        CHECK((fcntl(words.ends[0], F_GETFD) & FD_CLOEXEC) != 0);
    }
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
}

TEST_CASE("a process that is no child of ours is left alone") {
    Pipe const words;
    leave(getppid(), words.ends[0]);
    CHECK_FALSE(legacy_from_environment().former);
}

TEST_CASE("a supervisor may leave no process, and one that was started by hand is left nothing") {
    leave(0, -1);
    CHECK_FALSE(legacy_from_environment().former);
    CHECK_FALSE(legacy_from_environment().former);
    setenv("HALTE_FORMER", "nonsense", 1);
    CHECK_FALSE(legacy_from_environment().former);
}

TEST_CASE("a program that nobody has replaced is not replaced") {
    CHECK_FALSE(OwnProgram({"test"}).is_replaced());
    CHECK_FALSE(OwnProgram({}).is_replaced());
}
