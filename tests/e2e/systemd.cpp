/// What systemd is told, over the socket that it opens for a service.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <mutex>
#include <thread>

#include "rig/staging.h"

using namespace halte::rig;
using halte::UniqueFd;
using namespace std::chrono_literals;

namespace {

/// systemd's side of the socket.
class SystemdEar {
public:
    SystemdEar() : m_socket(socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0)) {
        fs::remove(m_place);
        sockaddr_un address{.sun_family = AF_UNIX, .sun_path = {}};
        m_place.string().copy(address.sun_path, sizeof(address.sun_path) - 1);
        REQUIRE(bind(m_socket.get(), reinterpret_cast<sockaddr*>(&address), sizeof(address)) == 0);
        m_listener = std::jthread([this](std::stop_token const& stop) { listen(stop); });
    }

    [[nodiscard]] std::vector<std::string> environment() const {
        return {"NOTIFY_SOCKET=" + m_place.string(), "WATCHDOG_USEC=3000000"};
    }
    /// Each message a word, with blanks for its line breaks.
    [[nodiscard]] std::vector<std::string> told() const {
        std::lock_guard const lock(m_mutex);
        return m_told;
    }
    /// How often the watchdog was fed.
    [[nodiscard]] auto meals() const { return std::ranges::count(told(), "WATCHDOG=1"); }

private:
    void listen(std::stop_token const& stop) {
        while (!stop.stop_requested()) {
            pollfd ear{m_socket.get(), POLLIN, 0};
            std::array<char, 4096> buffer{};
            ssize_t const size = poll(&ear, 1, 100) > 0 ? recv(m_socket.get(), buffer.data(), buffer.size(), 0) : 0;
            if (size <= 0) continue;
            std::lock_guard const lock(m_mutex);
            m_told.push_back(replaced(std::string(buffer.data(), std::size_t(size)), "\n", " "));
        }
    }

    fs::path m_place = rig().folder() / "notify";
    UniqueFd m_socket;
    mutable std::mutex m_mutex;
    std::vector<std::string> m_told;
    std::jthread m_listener;  ///< the last member: it ends first
};

}  // namespace

TEST_CASE("systemd is told what somebody would find, before an upgrade and after it") {
    SystemdEar const systemd;
    auto const is_fed_after = [&](auto before) { return [&, before] { return systemd.meals() > before; }; };
    Kiosk kiosk({.environment = systemd.environment()});
    Picture const welcome = rig().still_picture();
    pid_t last = kiosk.visitor();
    await(8s, "two meals of the watchdog", is_fed_after(1));

    upgrade_halte(kiosk);
    kiosk.halte().signal(SIGHUP);
    await_renewal(kiosk, last, welcome);
    await(8s, "a meal after the upgrade", is_fed_after(systemd.meals()));

    // Nothing that draws from now on: the watchdog is not fed.
    kiosk.stage_visitor(write_program("fails", "sleep 2\nexit 1\n"));
    last = kiosk.visitor();
    kill(last, SIGKILL);
    await_gone(last);
    auto const fed = systemd.meals();
    must_not(5s, "a meal for a supervisor that nobody sees", is_fed_after(fed));
    kiosk.stage_visitor("observed-visitor");
    await(10s, "a meal for one that draws again", is_fed_after(fed));

    CHECK(kiosk.end() == 0);
    await(2s, "a message about the end", [&] { return systemd.told().back() == "STOPPING=1"; });
    INFO("it was told: " << fmt::format("{}", fmt::join(systemd.told(), "; ")));
    CHECK(std::ranges::count_if(systemd.told(), [](std::string const& message) {
              return message.find("READY=1") != std::string::npos;
          }) == 1);
    CHECK(systemd.told().back() == "STOPPING=1");
}
