/// What is shown when the directory given from outside is no good one.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <random>

#include "rig/skip.h"
#include "rig/staging.h"

using namespace halte::rig;
using halte::UniqueFd;

namespace {

/// A given snapshot in the rig's folder.
fs::path given(std::string const& name, std::string const& bytes) {
    fs::path file = rig().folder() / name;
    write_file(file, bytes);
    return file;
}
std::string with_bytes(std::string text, std::size_t at, std::string const& bytes) {
    REQUIRE(text.size() > at + bytes.size());
    return text.replace(at, bytes.size(), bytes);
}
std::string noise(std::size_t size) {
    std::random_device random;
    std::string bytes(size, ' ');
    std::ranges::generate(bytes, [&] { return char(random()); });
    return bytes;
}

/// And one sentence in the log says so.
void check_that_the_embedded_directory_serves_instead_of(fs::path const& file) {
    Picture const welcome = picture_of_a_first_start();
    Kiosk kiosk({.words = {"--directory", file}});
    kiosk.await_picture(welcome);
    auto const log = lines_of(kiosk.log());
    INFO("the log: " << kiosk.log());
    REQUIRE(log.size() == 1);
    CHECK(log[0].ends_with("The embedded directory serves instead."));
}

/// A file system in user space whose other side never says a word: whoever opens something there is held by the kernel.
class DeadShare {
public:
    DeadShare() : m_place(rig().folder() / "share"), m_silent(open("/dev/fuse", O_RDWR | O_CLOEXEC)) {
        fs::create_directory(m_place);
        std::string const options = fmt::format("fd={},rootmode=40000,user_id=0,group_id=0", m_silent.get());
        m_mounted = m_silent.get() >= 0 && mount("dead", m_place.c_str(), "fuse", 0, options.c_str()) == 0;
    }
    ~DeadShare() {
        if (m_mounted) umount2(m_place.c_str(), MNT_DETACH);
    }
    DeadShare(DeadShare const&) = delete;
    DeadShare& operator=(DeadShare const&) = delete;

    [[nodiscard]] bool is_mounted() const { return m_mounted; }
    [[nodiscard]] fs::path const& place() const { return m_place; }

private:
    fs::path m_place;
    UniqueFd m_silent;
    bool m_mounted = false;
};

}  // namespace

TEST_CASE("The embedded directory serves when the given one is missing") {
    check_that_the_embedded_directory_serves_instead_of(rig().folder() / "nowhere");
}

TEST_CASE("The embedded directory serves when the given one is no database") {
    check_that_the_embedded_directory_serves_instead_of(given("noise", noise(4096)));
}

TEST_CASE("The embedded directory serves when the given one is torn off") {
    std::string const good = text_of(good_snapshot());
    REQUIRE(good.size() > 20'000);
    check_that_the_embedded_directory_serves_instead_of(given("torn", good.substr(0, 20'000)));
}

TEST_CASE("The embedded directory serves when the given one was altered") {
    std::string const altered = with_bytes(text_of(good_snapshot()), 30'000, "\377\377\377\377");
    check_that_the_embedded_directory_serves_instead_of(given("altered", altered));
}

/// SQLite keeps user_version in bytes 60 to 63.
TEST_CASE("The embedded directory serves when the given one is of another schema") {
    std::string const future = with_bytes(text_of(good_snapshot()), 60, "\377");
    check_that_the_embedded_directory_serves_instead_of(given("future", future));
}

TEST_CASE("The embedded directory serves when the given one is a FIFO") {
    fs::path const fifo = rig().folder() / "fifo";
    REQUIRE(mkfifo(fifo.c_str(), 0600) == 0);
    check_that_the_embedded_directory_serves_instead_of(fifo);
}

TEST_CASE("The embedded directory serves when the given one is on a share whose server is gone") {
    DeadShare const share;
    if (!share.is_mounted()) return skip("this user may mount no file system (FUSE)");
    check_that_the_embedded_directory_serves_instead_of(share.place() / "p.halte");
}

TEST_CASE("A good snapshot is shown without a word in the log") {
    Picture const welcome = picture_of_a_first_start();
    Kiosk kiosk({.words = {"--directory", good_snapshot()}});
    kiosk.await_picture(welcome);
    CHECK(kiosk.log() == "");
}
