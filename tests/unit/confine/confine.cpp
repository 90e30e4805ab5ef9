#include <doctest/doctest.h>
#include <halte/confine.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <string>

#include "in_a_process.h"

using namespace halte;

/// A number from /proc/self/status, in kB where it is one of memory.
static long status_of(std::string const& name) {
    std::ifstream file("/proc/self/status");
    for (std::string word; file >> word;) {
        long value = 0;
        if (word == name + ":" && file >> value) return value;
    }
    return -1;
}

TEST_CASE("after forbid_core_dumps the process is undumpable, and so is what it starts") {
    CHECK(prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) == 1);  // the control: it was dumpable before
    CHECK(in_a_process([] {
              rlimit limit{};
              return forbid_core_dumps() && prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) == 0 &&
                     getrlimit(RLIMIT_CORE, &limit) == 0 && limit.rlim_cur == 0 && limit.rlim_max == 0;
          }) == 0);
}

/// Whether a block of the heap, got again after it was freed, still holds what was written into it.
static bool freed_memory_keeps(std::size_t bytes) {
    void* const first = std::malloc(bytes);
    std::memset(first, 0x11, bytes);
    unsigned char volatile* const before = static_cast<unsigned char*>(first);
    bool const written = before[bytes / 2] == 0x11;
    std::free(first);
    void* const second = std::malloc(bytes);
    unsigned char volatile* const after = static_cast<unsigned char*>(second);
    bool const kept = second == first && after[bytes / 2] == 0x11;
    std::free(second);
    return written && kept;
}

TEST_CASE("after overwrite_freed_memory nothing is found in what was freed") {
    for (std::size_t const bytes : {2'000U, 40'000U}) {
        CAPTURE(bytes);
        CHECK(freed_memory_keeps(bytes));  // the control
        CHECK(in_a_process([&] { return overwrite_freed_memory() && !freed_memory_keeps(bytes); }) == 0);
    }
}

TEST_CASE("after forbid_swap memory is locked, but only what has been used of it") {
    CHECK(status_of("VmLck") == 0);  // the control
    CHECK(in_a_process([] {
              if (!forbid_swap()) return true;  // refused here: the next case says what must hold then
              long const resident = status_of("VmRSS");
              constexpr std::size_t reserved = std::size_t(256) << 20U;
              void* const room = mmap(nullptr, reserved, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
              return room != MAP_FAILED && status_of("VmLck") > 0 && status_of("VmRSS") - resident < 16 * 1024;
          }) == 0);
}

TEST_CASE("a machine has swap when the kernel lists a place for it") {
    std::ifstream swaps("/proc/swaps");
    int lines = 0;
    for (std::string line; std::getline(swaps, line);) ++lines;
    CHECK(has_swap() == (lines != 1));
}

TEST_CASE("where the limit is finite, forbid_swap locks nothing and says how to lift it") {
    CHECK(in_a_process([] {
              rlimit const finite{8U << 20U, 8U << 20U};
              // Root may lock any amount whatever the limit says, so the check is that of an ordinary user.
              if (geteuid() == 0 && setuid(65534) != 0) return true;
              if (setrlimit(RLIMIT_MEMLOCK, &finite) != 0) return false;
              auto const locked = forbid_swap();
              return !locked && locked.error().sentence.find("LimitMEMLOCK=infinity") != std::string::npos &&
                     status_of("VmLck") == 0;
          }) == 0);
}

/// A supervisor that is killed at once, and its visitor process, which is asked to die with it. Returns whether it did:
/// the pipe that only the visitor holds closes.
static bool dies_with_it(bool call) {
    int alive[2];
    int started[2];
    REQUIRE(pipe(alive) == 0);
    REQUIRE(pipe(started) == 0);
    pid_t const supervisor = fork();
    if (supervisor == 0) {
        setenv("HALTE_PARENT", std::to_string(getpid()).c_str(), 1);
        if (fork() == 0) {
            close(alive[0]);
            if (call) die_with_parent();
            if (write(started[1], "s", 1) != 1) std::_Exit(1);
            poll(nullptr, 0, 2'000);
            std::_Exit(0);
        }
        close(alive[1]);
        for (;;) pause();
    }
    close(alive[1]);
    char byte = 0;
    REQUIRE(read(started[0], &byte, 1) == 1);
    kill(supervisor, SIGKILL);
    waitpid(supervisor, nullptr, 0);
    pollfd watched{alive[0], POLLIN, 0};
    bool const died = poll(&watched, 1, 1'000) == 1;
    for (int const end : {alive[0], started[0], started[1]}) close(end);
    return died;
}

TEST_CASE("a visitor process dies with its supervisor") {
    CHECK(dies_with_it(true));
    CHECK_FALSE(dies_with_it(false));  // the control: without the call it lives on
}

TEST_CASE("a visitor process whose supervisor died before it asked dies too") {
    CHECK(in_a_process([] {
              setenv("HALTE_PARENT", "1", 1);
              if (getppid() == 1) setenv("HALTE_PARENT", "2", 1);
              die_with_parent();
              return true;
          }) == -SIGKILL);
}

TEST_CASE("a process started by hand stays") {
    unsetenv("HALTE_PARENT");
    CHECK(in_a_process([] {
              die_with_parent();
              int asked = -1;
              return prctl(PR_GET_PDEATHSIG, &asked, 0, 0, 0) == 0 && asked == 0;
          }) == 0);
}
