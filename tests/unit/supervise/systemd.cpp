#include <doctest/doctest.h>
#include <environment.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <systemd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <vector>

#include "running_supervisor.h"

using namespace halte;
using halte::test::Fake;
using halte::test::RunningSupervisor;

namespace {

/// Where systemd listens, and what it puts into the environment of a supervisor, as long as this lives.
class Listener {
public:
    explicit Listener(char const* watchdog_us) {
        std::string folder = "/tmp/halte-systemd-XXXXXX";
        REQUIRE(mkdtemp(folder.data()) != nullptr);
        m_folder = folder;
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::strncpy(address.sun_path, path().c_str(), sizeof address.sun_path - 1);
        m_socket = UniqueFd(socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0));
        REQUIRE(bind(m_socket.get(), reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
        timeval const patience{test::patience_ms / 1000, 0};
        setsockopt(m_socket.get(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        setenv("NOTIFY_SOCKET", path().c_str(), 1);
        setenv("WATCHDOG_USEC", watchdog_us, 1);
    }
    Listener(Listener const&) = delete;
    Listener& operator=(Listener const&) = delete;
    ~Listener() {
        unsetenv("NOTIFY_SOCKET");
        unsetenv("WATCHDOG_USEC");
        unlink(path().c_str());
        rmdir(m_folder.c_str());
    }
    /// The next message; "" when none comes.
    std::string next(int flags = 0) {
        std::array<char, 512> bytes{};
        ssize_t const count = recv(m_socket.get(), bytes.data(), bytes.size(), flags);
        return {bytes.data(), std::size_t(std::max<ssize_t>(count, 0))};
    }
    /// All that has come.
    std::vector<std::string> heard() {
        std::vector<std::string> all;
        for (std::string one = next(MSG_DONTWAIT); !one.empty(); one = next(MSG_DONTWAIT)) all.push_back(one);
        return all;
    }

private:
    [[nodiscard]] std::string path() const { return m_folder + "/notify"; }
    std::string m_folder;
    UniqueFd m_socket;
};

constexpr char const* fed = "WATCHDOG=1";
constexpr char const* begun = "READY=1\nSTATUS=A visitor process is on the screen.";

}  // namespace

TEST_CASE("when the watchdog is fed is a table") {
    using ms = Milliseconds;
    struct Row {
        bool ready;
        bool in_time;
        ms interval;
        std::optional<ms> since_last;
        bool fed;
    };
    Row const table[] = {
        {true, true, ms(30'000), std::nullopt, true},   {true, true, ms(30'000), ms(9'999), false},
        {true, true, ms(30'000), ms(10'000), true},     {true, true, ms(30'000), ms(29'000), true},
        {true, false, ms(30'000), std::nullopt, false}, {true, false, ms(30'000), ms(29'000), false},
        {false, true, ms(30'000), std::nullopt, false}, {false, true, ms(30'000), ms(29'000), false},
        {true, true, ms(0), std::nullopt, false},       {true, true, ms(0), ms(29'000), false},
    };
    for (Row const& row : table) {
        CAPTURE(row.ready);
        CAPTURE(row.in_time);
        CAPTURE(row.interval.count());
        CAPTURE(row.since_last.value_or(ms(-1)).count());
        CHECK(is_to_be_fed({row.ready, row.in_time}, row.interval, row.since_last) == row.fed);
    }
}

TEST_CASE("systemd is told once that the supervisor serves, and fed while a visitor process is well") {
    Listener systemd("150000");
    RunningSupervisor supervisor;
    Fake first = supervisor.arrives();
    REQUIRE(first.does_all("aaap"));
    CHECK(systemd.heard().empty());
    REQUIRE(first.does('r'));
    CHECK(systemd.next() == begun);
    for (int times = 0; times < 3; ++times) CHECK(systemd.next() == fed);

    // It falls silent, and the one after it cannot draw: the watchdog gets no more than what was on its way.
    kill(first.pid, SIGSTOP);
    Fake second = supervisor.arrives();
    CHECK(systemd.heard().size() <= 2);
    REQUIRE(second.does_all("aaapaaa"));
    CHECK(systemd.heard().empty());
    REQUIRE(second.does('r'));
    CHECK(systemd.next() == fed);

    supervisor.receives(SIGTERM);
    CHECK(supervisor.ends() == 0);
    std::vector<std::string> const last = systemd.heard();
    REQUIRE_FALSE(last.empty());
    CHECK(last.back() == "STOPPING=1");
    CHECK(std::count(last.begin(), last.end(), begun) == 0);
}

TEST_CASE("systemd is told when process after process fails, and when one draws again") {
    Listener systemd("0");
    Limits limits = RunningSupervisor::quick_limits();
    limits.early = Milliseconds(60'000);
    RunningSupervisor supervisor(limits);
    Fake first = supervisor.shows_one();
    CHECK(systemd.next() == begun);
    first.order('C');
    CHECK(systemd.next() == "STATUS=No visitor process can draw.");
    Fake const second = supervisor.shows_one();
    CHECK(systemd.next() == "STATUS=A visitor process is on the screen.");
    CHECK(systemd.heard().empty());
}

TEST_CASE("what systemd gives the supervisor does not reach a visitor process") {
    Listener const systemd("1000000");
    setenv("DISPLAY", ":7", 1);
    std::vector<std::string> const all = environment_for(5, 6, {});
    unsetenv("DISPLAY");
    CHECK(std::count(all.begin(), all.end(), "DISPLAY=:7") == 1);  // the control
    for (std::string const& variable : all) {
        CHECK_FALSE(variable.starts_with("NOTIFY_SOCKET"));
        CHECK_FALSE(variable.starts_with("WATCHDOG"));
    }
}
