#include <doctest/doctest.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstring>
#include <fstream>
#include <set>
#include <sstream>

#include "canaries.h"
#include "glyph_needles.h"
#include "search.h"

namespace halte::test {
namespace {

constexpr char const* canaries =
    "text\tname\tfr\tQzjxvkéwqzxbôgkvjz\n"
    "text\tarabic\tar\tثخذضظغخثضذغظ\n"
    "whole\tid\tqz-xv-kw-bg\n"
    "code\tnumber\tqz-xv-kw-bg\t612\t216\n";

std::vector<Needle> const& all_needles() {
    static std::vector<Needle> const needles = [] {
        std::istringstream file(canaries);
        return needles_of_canaries(file);
    }();
    return needles;
}

/// The needle as memory that holds it would look, with something else between its pieces.
std::vector<std::uint8_t> memory_with(Needle const& needle, std::size_t before = 100) {
    std::vector<std::uint8_t> memory(before + needle.extent() + 100, 0xA7);
    for (std::size_t at = 0; at < needle.bytes.size(); ++at) memory[before + needle.place_of(at)] = needle.bytes[at];
    return memory;
}

bool finds(Matcher const& matcher, std::vector<std::uint8_t> const& memory, std::size_t wanted, std::size_t at) {
    bool found = false;
    matcher.look(memory, 0,
                 [&](std::size_t needle, std::size_t offset) { found = found || (needle == wanted && offset == at); });
    return found;
}

class TemporaryFile {
public:
    explicit TemporaryFile(std::vector<std::uint8_t> const& bytes) {
        int const file = mkstemp(m_path);
        REQUIRE(write(file, bytes.data(), bytes.size()) == ssize_t(bytes.size()));
        close(file);
    }
    ~TemporaryFile() { unlink(m_path); }
    TemporaryFile(TemporaryFile const&) = delete;
    TemporaryFile& operator=(TemporaryFile const&) = delete;
    [[nodiscard]] std::string path() const { return m_path; }

private:
    char m_path[32] = "/tmp/halte-memory-XXXXXX";
};

/// A child process with a copy of this test's memory, which stands still until the test ends. `bytes` are in its heap.
class Holder {
public:
    explicit Holder(std::vector<std::uint8_t> const& bytes) {
        int ready[2];
        REQUIRE(pipe(ready) == 0);
        m_pid = fork();
        if (m_pid == 0) {
            [[maybe_unused]] auto const told = write(ready[1], bytes.data(), 1);
            pause();
            _exit(0);
        }
        char byte = 0;
        REQUIRE(read(ready[0], &byte, 1) == 1);
        close(ready[0]);
        close(ready[1]);
    }
    ~Holder() {
        kill(m_pid, SIGKILL);
        waitpid(m_pid, nullptr, 0);
    }
    Holder(Holder const&) = delete;
    Holder& operator=(Holder const&) = delete;
    [[nodiscard]] pid_t pid() const { return m_pid; }

private:
    pid_t m_pid = -1;
};

std::vector<std::uint8_t> noise(std::size_t size) {
    std::vector<std::uint8_t> bytes(size);
    std::uint32_t state = 12345;
    for (auto& byte : bytes) byte = std::uint8_t((state = state * 1664525 + 1013904223) >> 24);
    return bytes;
}

int times(Findings const& findings, bool in_snapshot) {
    int sum = 0;
    for (Hit const& hit : findings.hits) sum += hit.in_snapshot == in_snapshot ? hit.times : 0;
    return sum;
}

}  // namespace

TEST_CASE("every form of a canary is found where it stands, and not where a byte is wrong") {
    Matcher const matcher(all_needles());
    auto const& needles = matcher.needles();
    for (std::size_t i = 0; i < needles.size(); ++i) {
        CAPTURE(needles[i].canary);
        CAPTURE(needles[i].encoding);
        auto memory = memory_with(needles[i]);
        CHECK(finds(matcher, memory, i, 100));
        memory[100 + needles[i].place_of(needles[i].bytes.size() / 2)] ^= 1;
        CHECK_FALSE(finds(matcher, memory, i, 100));
    }
}

TEST_CASE("a canary has the forms that the promise names") {
    std::set<std::string> forms;
    for (Needle const& needle : all_needles()) forms.insert(needle.encoding);
    for (char const* const form :
         {"UTF-8, as it is", "UTF-16LE, as it is", "UTF-16BE, as it is", "UTF-32LE, as it is", "UTF-32BE, as it is",
          "UTF-8, capitals", "UTF-8, small letters", "UTF-8, no accents", "UTF-8, backwards", "percent-escaped",
          "JSON-escaped", "six letters in UTF-8", "six letters in UTF-32 every 20 bytes", "libqrencode's modules",
          "modules", "vertices of the code", "pixels of the code, 7 to a module, BGRX"})
        CHECK_MESSAGE(forms.contains(form), form);
}

TEST_CASE("a text has the glyphs and the coverage of both weights") {
    std::set<std::string> forms;
    for (Needle const& needle : all_needles()) forms.insert(needle.canary + ": " + needle.encoding);
    for (char const* const form :
         {"name: six glyphs in 16 bits", "name: six glyphs in 32 bits", "name: six glyphs in 32 bits every 20 bytes",
          "arabic: six glyphs in 32 bits every 20 bytes", "arabic: six glyphs backwards in 32 bits every 20 bytes",
          "name: coverage of 20 pixels, regular", "name: coverage of 33.25 pixels, bold"})
        CHECK_MESSAGE(forms.contains(form), form);
}

/// Deriving needles leaves a few glyphs in freed memory: what counts is how many more there are.
TEST_CASE("the glyphs of each text that Pango holds are found") {
    if (access("/usr/share/fonts/truetype/noto", R_OK) != 0) return;
    for (char const* const words : {"Qzjxvkéwqzxbôgkvjz", "ثخذضظغخثضذغظ"}) {
        CAPTURE(words);
        auto needles = glyph_needles("name", words, "fr");
        std::erase_if(needles,
                      [](Needle const& each) { return each.encoding != "six glyphs in 32 bits every 20 bytes"; });
        auto const count = [&] { return times(search(Memory::of_process(getpid()), {needles.front()}, {}), false); };
        int const before = count();
        std::vector<ShapedText> shaped;
        for (int i = 0; i < 10; ++i) shaped.emplace_back(words, "fr", "Noto Sans 33");
        CHECK(count() >= before + 5);
    }
}

TEST_CASE("needles are the same after they were written down and read again") {
    auto const& needles = all_needles();
    std::stringstream file;
    write_needles(file, needles);
    auto const again = read_needles(file);
    REQUIRE(again.size() == needles.size());
    for (std::size_t i = 0; i < needles.size(); ++i) {
        CHECK(again[i].canary == needles[i].canary);
        CHECK(again[i].encoding == needles[i].encoding);
        CHECK(again[i].bytes == needles[i].bytes);
        CHECK(again[i].stride == needles[i].stride);
    }
}

TEST_CASE("a needle is found once where it lies across the border of two pieces") {
    constexpr std::size_t piece = 4 << 20;
    std::vector<Needle> const needles{{"name", "UTF-8", {'q', 'z', 'j', 'x', 'v', 'k', 'w', 'q'}}};
    for (std::size_t const before : {piece - 8, piece - 7, piece - 4, piece - 1, piece, 2 * piece - 3}) {
        auto memory = std::vector<std::uint8_t>(3 * piece + 5);
        std::ranges::copy(needles[0].bytes, memory.begin() + std::ptrdiff_t(before));
        TemporaryFile const file(memory);
        auto const found = search(Memory::of_file(file.path()), needles, {});
        REQUIRE(found.hits.size() == 1);
        CHECK(found.hits[0].address == before);
        CHECK(found.hits[0].times == 1);
        CHECK(found.bytes == memory.size());
    }
}

TEST_CASE("a secret is found in the heap, on the stack, in shared memory and behind a page that nobody may read") {
    std::vector<Needle> const needles{{"name", "UTF-8", {'q', 'z', 'j', 'x', 'v', 'k', 'w', 'q', 'y', 'y'}}};
    auto const secret = [&](void* at) { std::memcpy(at, needles[0].bytes.data(), needles[0].bytes.size()); };
    auto const map = [](int flags) {
        return static_cast<std::uint8_t*>(
            mmap(nullptr, 3 * 4096, PROT_READ | PROT_WRITE, flags | MAP_ANONYMOUS, -1, 0));
    };
    std::uint8_t* const shared = map(MAP_SHARED);
    std::uint8_t* const anonymous = map(MAP_PRIVATE);
    std::uint8_t on_stack[64]{};
    secret(on_stack);
    secret(shared);
    secret(anonymous + 4096 - 5);  // across the border to a page of other rights
    secret(anonymous + 8192);
    mprotect(anonymous + 4096, 4096, PROT_READ);
    mprotect(anonymous + 8192, 4096, PROT_NONE);
    Holder const holder(needles[0].bytes);
    auto const found = search(Memory::of_process(holder.pid()), needles, {});
    auto const at = [&](std::uint8_t const* address) {
        return std::ranges::any_of(found.hits, [&](Hit const& hit) {
            auto const first = reinterpret_cast<std::uint64_t>(address);
            return first == hit.address;
        });
    };
    CHECK(std::ranges::any_of(found.hits, [](Hit const& hit) { return hit.where.starts_with("[stack]"); }));
    CHECK(at(shared));
    CHECK(at(anonymous + 4096 - 5));
    CHECK(at(anonymous + 8192));
    CHECK(std::ranges::any_of(found.hits, [](Hit const& hit) { return hit.where.starts_with("[heap]"); }));
    munmap(shared, 3 * 4096);
    munmap(anonymous, 3 * 4096);
}

TEST_CASE("the snapshot's own words are told apart from the same words elsewhere") {
    std::vector<Needle> const needles{{"name", "UTF-8", {'q', 'z', 'j', 'x', 'v', 'k', 'w', 'q'}}};
    auto snapshot = noise(20'000);
    std::ranges::copy(needles[0].bytes, snapshot.begin() + 12'345);
    auto memory = noise(100'000);
    std::ranges::copy(snapshot, memory.begin() + 5'016);
    std::ranges::copy(needles[0].bytes, memory.begin() + 60'000);
    {
        TemporaryFile const file(memory);
        auto const found = search(Memory::of_file(file.path()), needles, snapshot);
        CHECK(found.snapshots == 1);
        CHECK(times(found, true) == 1);
        CHECK(times(found, false) == 1);
    }
    memory[5'016 + 12'400] ^= 1;  // the copy was written to
    TemporaryFile const file(memory);
    auto const found = search(Memory::of_file(file.path()), needles, snapshot);
    CHECK(found.snapshots == 0);
    CHECK(times(found, false) == 2);
}

TEST_CASE("in the memory of a machine a page of the snapshot is told apart wherever it lies") {
    std::vector<Needle> const needles{{"name", "UTF-8", {'q', 'z', 'j', 'x', 'v', 'k', 'w', 'q'}}};
    auto snapshot = noise(20'000);
    std::ranges::copy(needles[0].bytes, snapshot.begin() + 12'345);
    auto memory = noise(10 * 4096);
    // The bytes before and behind the page are not the snapshot's.
    std::copy_n(snapshot.begin() + 10'000, 4096, memory.begin() + 5 * 4096);
    TemporaryFile const file(memory);
    CHECK(times(search(Memory::of_file(file.path()), needles, snapshot), true) == 1);
    memory[6 * 4096 - 1] ^= 1;
    TemporaryFile const changed(memory);
    CHECK(times(search(Memory::of_file(changed.path()), needles, snapshot), false) == 1);
}

TEST_CASE("in the memory of a machine words may lie across two pages of the snapshot") {
    std::vector<Needle> const needles{{"name", "UTF-8", {'q', 'z', 'j', 'x', 'v', 'k', 'w', 'q'}}};
    auto snapshot = noise(20'000);
    std::ranges::copy(needles[0].bytes, snapshot.begin() + 8'192 - 3);
    auto memory = noise(10 * 4096);
    std::copy_n(snapshot.begin() + 4096, 2 * 4096, memory.begin() + 5 * 4096);
    TemporaryFile const file(memory);
    CHECK(times(search(Memory::of_file(file.path()), needles, snapshot), true) == 1);
    memory[7 * 4096 - 1] ^= 1;
    TemporaryFile const changed(memory);
    CHECK(times(search(Memory::of_file(changed.path()), needles, snapshot), false) == 1);
}

}  // namespace halte::test
