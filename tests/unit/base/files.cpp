#include <doctest/doctest.h>
#include <halte/files.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <filesystem>
#include <fstream>

#include "support/dead_share.h"
#include "support/temporary_folder.h"

using namespace halte;
using halte::test::DeadShare;

namespace {

constexpr std::size_t largest = 300'000;

struct Folder {
    [[nodiscard]] std::string with(std::string const& name, std::string const& text) const {
        std::ofstream(root + "/" + name, std::ios::binary) << text;
        return root + "/" + name;
    }
    halte::test::TemporaryFolder place;
    std::string root = place.path();
};

Instant in(Milliseconds time) { return SystemClock().now() + time; }
Instant in_good_time() { return in(Milliseconds(20'000)); }

std::string told(Bytes const& bytes) { return bytes ? "bytes" : describe(bytes.error()); }
std::string told_of(std::string const& path) { return told(begin_reading(path, largest).result(in_good_time())); }

}  // namespace

TEST_CASE("a file is read whole, zeros and all, from nothing to its limit") {
    Folder const folder;
    std::string const zeros(3, '\0');
    for (std::string const& text : {std::string(), "a" + zeros + "b", std::string(largest, 'x')})
        CHECK(begin_reading(folder.with("file", text), largest).result(in_good_time()).value() == text);
    CHECK(told_of(folder.with("large", std::string(largest + 1, 'x'))) == "it is too large");
}

TEST_CASE("what is no ordinary file is refused at once, and nobody waits for its other end") {
    Folder const folder;
    std::string const fifo = folder.root + "/fifo";
    REQUIRE(mkfifo(fifo.c_str(), 0600) == 0);
    CHECK(told_of(fifo) == "it is no ordinary file");
    CHECK(told_of("/dev/zero") == "it is no ordinary file");
    CHECK(told_of("/dev/ptmx") == "it is no ordinary file");
    CHECK(told_of(folder.root) == "Is a directory");
    CHECK(told_of(folder.root + "/none") == "No such file or directory");
    // It says that it is empty, and has bytes all the same.
    CHECK(begin_reading("/proc/self/status", largest).result(in_good_time()).value().starts_with("Name:"));
}

TEST_CASE("a folder is listed in the order of its names") {
    Folder const folder;
    for (char const* const name : {"b", ".a", "B", "a b"}) CHECK_FALSE(folder.with(name, "").empty());
    auto const listed = begin_listing(folder.root).result(in_good_time());
    CHECK(names_in(listed.value()) == std::vector<std::string>{".a", "B", "a b", "b"});
    CHECK(told(begin_listing(folder.root + "/b").result(in_good_time())) == "Not a directory");
    CHECK(names_in("").empty());
}

TEST_CASE("what does not answer is waited for as long as was said, and what has answered counts even later") {
    Errand silent([]() -> Bytes {
        for (;;) pause();
    });
    Errand quick([]() -> Bytes { return "here"; });
    Instant const begun = SystemClock().now();
    CHECK(told(silent.result(in(Milliseconds(200)))) == "it does not answer");
    CHECK(SystemClock().now() - begun >= Milliseconds(200));
    siginfo_t ended{};
    REQUIRE(waitid(P_ALL, 0, &ended, WEXITED | WNOWAIT) == 0);
    CHECK(quick.result(begun).value() == "here");
    CHECK(waitpid(-1, nullptr, WNOHANG) <= 0);
}

TEST_CASE("nothing that an errand does not finish is taken for an answer") {
    auto const told_of_death = [](auto death) {
        return told(Errand([&]() -> Bytes {
                        death();
                        return "half";
                    }).result(in_good_time()));
    };
    CHECK(told_of_death([] { _exit(0); }) == "Input/output error");
    CHECK(told_of_death([] { std::raise(SIGKILL); }) == "Input/output error");
    CHECK(told_of_death([] { throw 1; }) == "Input/output error");
}

TEST_CASE("an errand keeps no descriptor of the process that started it") {
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    UniqueFd const reader(ends[0]);
    UniqueFd writer(ends[1]);
    Errand const held([]() -> Bytes {
        for (;;) pause();
    });
    Errand counts([]() -> Bytes {
        std::filesystem::directory_iterator const open("/proc/self/fd");
        return std::to_string(std::distance(begin(open), end(open)));
    });
    // Three that lead nowhere, the pipe, the shared memory, and the folder that is read.
    CHECK(counts.result(in_good_time()).value() == "6");
    writer.close();
    char byte = 0;
    CHECK(read(reader.get(), &byte, 1) == 0);
}

TEST_CASE("a share whose server is gone is not waited for any longer than a file that hangs") {
    DeadShare const share;
    if (!share.is_there("a dead share")) return;
    Errand file = begin_reading(share.file("p.halte"), largest);
    Errand folder = begin_listing(share.file("halte.toml.d"));
    Instant const until = in(Milliseconds(200));
    CHECK(told(file.result(until)) == "it does not answer");
    CHECK(told(folder.result(until)) == "it does not answer");
    CHECK(SystemClock().now() - until < Milliseconds(5'000));
}
