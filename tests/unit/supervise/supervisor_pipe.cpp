#include <doctest/doctest.h>
#include <fcntl.h>
#include <halte/supervisor_pipe.h>
#include <session_memory.h>
#include <unistd.h>

#include <cstdlib>

using namespace halte;

static bool well() { return true; }

/// The two pipes that a supervisor gives, named in the environment.
struct Pipes {
    Pipes() {
        REQUIRE(pipe(words) == 0);
        REQUIRE(pipe(go) == 0);
        setenv("HALTE_PIPE", std::to_string(words[1]).c_str(), 1);
        setenv("HALTE_GO", std::to_string(go[0]).c_str(), 1);
    }
    [[nodiscard]] std::string heard() const {
        char bytes[64];
        fcntl(words[0], F_SETFL, O_NONBLOCK);
        ssize_t const count = read(words[0], bytes, sizeof bytes);
        return {bytes, std::size_t(count > 0 ? count : 0)};
    }
    int words[2];
    int go[2];
};

TEST_CASE("a process started by hand speaks to nobody and waits for nobody") {
    SupervisorPipe supervisor = SupervisorPipe::from_environment();
    supervisor.say(Word::ready);
    supervisor.beat(Instant{});
    CHECK_FALSE(supervisor.next_beat());
    CHECK(supervisor.go_descriptor() == -1);
    CHECK(supervisor.go_comes(Milliseconds(0)));
    CHECK(supervisor.wait_for_go(well));
}

static bool of_any_server(std::string const& kept) { return !kept.empty(); }
static bool of_no_server(std::string const& /*kept*/) { return false; }
static std::function<std::string()> saying(std::string const& words) {
    return [words] { return words; };
}

/// Pipes, and a session's memory, as a supervisor hands it on.
struct Session : Pipes {
    /// Another process of the session, and what it finds or keeps.
    std::string next(bool (*is_of_this_server)(std::string const&), std::string const& words) {
        fresh = make_session_memory();
        setenv("HALTE_SESSION", kept ? std::to_string(dup(kept.get())).c_str() : "", 1);
        setenv("HALTE_NEW_SESSION", std::to_string(dup(fresh.get())).c_str(), 1);
        SupervisorPipe process = SupervisorPipe::from_environment();
        std::string found = process.written_at_start(is_of_this_server, saying(words));
        if (is_kept(fresh.get())) kept = std::move(fresh);
        return found;
    }
    [[nodiscard]] SupervisorPipe another() {
        setenv("HALTE_NEW_SESSION", std::to_string(dup(fresh.get())).c_str(), 1);
        return SupervisorPipe::from_environment();
    }
    UniqueFd kept;
    UniqueFd fresh = make_session_memory();
};

TEST_CASE("what the first process of a session has written down every later one finds, and none can change it") {
    Session session;
    std::string const first("by the first\0", 13);
    CHECK(session.next(of_any_server, first) == first);
    CHECK(session.next(of_any_server, "by the second") == first);
    CHECK(write(session.kept.get(), "x", 1) == -1);
    CHECK(ftruncate(session.kept.get(), 0) == -1);
}

TEST_CASE("what was written down of another X server is not found any more") {
    Session session;
    CHECK(session.next(of_any_server, "of the first server") == "of the first server");
    CHECK(session.next(of_no_server, "of the second") == "of the second");
    CHECK(session.next(of_any_server, "again") == "of the second");
}

TEST_CASE("a process that died while it wrote has written nothing down") {
    Session session;
    REQUIRE(write(session.fresh.get(), "half of what the fi", 19) == 19);
    CHECK_FALSE(is_kept(session.fresh.get()));
    CHECK(session.next(of_any_server, "whole") == "whole");
}

TEST_CASE("without a session's memory nothing is written down, and nobody waits") {
    Pipes const pipes;
    SupervisorPipe supervisor = SupervisorPipe::from_environment();
    CHECK(supervisor.written_at_start(of_any_server, saying("x")).empty());
    CHECK(supervisor.wait_until_alone() == std::vector<pid_t>());
}

TEST_CASE("whether go comes is asked without taking it") {
    Session session;
    SupervisorPipe supervisor = session.another();
    CHECK_FALSE(supervisor.go_comes(Milliseconds(1)));
    REQUIRE(write(session.go[1], "g", 1) == 1);
    CHECK(supervisor.go_comes(Milliseconds(1'000)));
    CHECK(supervisor.go_comes(Milliseconds(0)));
    CHECK(supervisor.wait_for_go(well));
}

TEST_CASE("who died before it a process is told after go, however the bytes come") {
    Session session;
    SupervisorPipe supervisor = session.another();
    REQUIRE(write(session.go[1], "g12 34", 6) == 6);
    CHECK(supervisor.wait_for_go(well));
    REQUIRE(write(session.go[1], "5 \n", 3) == 3);
    CHECK(supervisor.wait_until_alone() == std::vector<pid_t>{12, 345});
}

TEST_CASE("without a supervisor nobody is ever alone") {
    Session session;
    SupervisorPipe supervisor = session.another();
    REQUIRE(write(session.go[1], "g12 ", 4) == 4);
    CHECK(supervisor.wait_for_go(well));
    close(session.go[1]);
    CHECK_FALSE(supervisor.wait_until_alone());
}

TEST_CASE("descriptors that make no sense are none") {
    setenv("HALTE_PIPE", "3x", 1);
    setenv("HALTE_GO", "999", 1);
    SupervisorPipe const supervisor = SupervisorPipe::from_environment();
    CHECK_FALSE(supervisor.next_beat());
    CHECK(supervisor.go_descriptor() == -1);
}

TEST_CASE("the pipes are taken out of the environment and closed to other programs") {
    Pipes const pipes;
    SupervisorPipe const supervisor = SupervisorPipe::from_environment();
    CHECK(std::getenv("HALTE_PIPE") == nullptr);
    CHECK(std::getenv("HALTE_GO") == nullptr);
    CHECK((fcntl(pipes.words[1], F_GETFD) & FD_CLOEXEC) != 0);
    CHECK((fcntl(pipes.go[0], F_GETFD) & FD_CLOEXEC) != 0);
}

TEST_CASE("a frame loop may call beat in every turn; it speaks every two seconds") {
    Pipes const pipes;
    SupervisorPipe supervisor = SupervisorPipe::from_environment();
    Instant const start{Milliseconds(5'000)};
    supervisor.beat(start);
    CHECK(pipes.heard() == "a");
    CHECK(supervisor.next_beat() == start + beat_interval);
    supervisor.beat(start + Milliseconds(1'999));
    CHECK(pipes.heard().empty());
    supervisor.beat(start + Milliseconds(2'000));
    CHECK(pipes.heard() == "a");
}

TEST_CASE("a welcome screen that nobody has touched speaks every three seconds") {
    Pipes const pipes;
    SupervisorPipe supervisor = SupervisorPipe::from_environment();
    Instant const start{Milliseconds(5'000)};
    supervisor.beat(start);
    supervisor.say(Word::ready);
    CHECK(supervisor.next_beat() == start + idle_beat_interval);
    supervisor.say(Word::touched);
    CHECK(supervisor.next_beat() == start + beat_interval);
}

TEST_CASE("who shows a directory from outside says that it waits for the X server, and nobody else does") {
    Pipes const pipes;
    SupervisorPipe supervisor = SupervisorPipe::from_environment();
    supervisor.before_asking_the_screen();
    CHECK(pipes.heard().empty());
    supervisor.say(Word::given);
    supervisor.before_asking_the_screen();
    supervisor.beat(Instant{Milliseconds(5'000)});
    CHECK(pipes.heard() == "dwa");
}

TEST_CASE("waiting for go ends with it, and with the supervisor") {
    Pipes const pipes;
    SupervisorPipe supervisor = SupervisorPipe::from_environment();
    SUBCASE("go") {
        REQUIRE(write(pipes.go[1], &go_byte, 1) == 1);
        CHECK(supervisor.wait_for_go(well));
        CHECK(supervisor.wait_for_go(well));  // said once, it holds
        CHECK(pipes.heard() == "a");
    }
    SUBCASE("the supervisor is gone") {
        close(pipes.go[1]);
        CHECK_FALSE(supervisor.wait_for_go(well));
    }
    SUBCASE("a process that is not well says no word more") {
        CHECK_FALSE(supervisor.wait_for_go([] { return false; }));
        CHECK(pipes.heard().empty());
    }
}
