#pragma once
/// A supervisor under test, in a process of its own, with fake visitors that the test directs one by one over a socket.
/// Every wait is for an event (an arrival, a letter, a death), never for time to pass; `patience` only ends a test that
/// has failed.

#include <halte/supervise.h>

#include <functional>
#include <string>

namespace halte::test {

inline constexpr int patience_ms = 20'000;

/// One fake visitor (fake_visitor.cpp says which letters it knows).
class Fake {
public:
    explicit Fake(UniqueFd connection);
    /// Orders a letter and waits until it is obeyed.
    [[nodiscard]] bool does(char letter);
    /// The same for several, in order.
    [[nodiscard]] bool does_all(std::string const& letters);
    /// Whether it has told, of its session, that this process has kept something.
    [[nodiscard]] bool finds_kept_by(pid_t other) const {
        return m_heard.find("=" + std::to_string(other) + ";") != std::string::npos;
    }
    /// Orders a letter that ends or hangs the process.
    void order(char letter) const;
    [[nodiscard]] bool hears_go() { return await('g'); }
    [[nodiscard]] bool dies();
    /// Whether `go` was ever heard; complete once it is dead.
    /// Whether it has written that this one died before it.
    [[nodiscard]] bool knows_dead(pid_t other) const {
        return m_heard.find(std::to_string(other) + ";") != std::string::npos;
    }
    [[nodiscard]] bool heard_go() const { return m_heard.find('g') != std::string::npos; }

    pid_t pid = -1;
    std::string told;  ///< the rest of its introduction

private:
    [[nodiscard]] bool await(char letter);
    [[nodiscard]] bool read_some();
    UniqueFd m_connection;
    std::string m_heard;
};

class RunningSupervisor {
public:
    explicit RunningSupervisor(Limits const& limits = quick_limits(), std::string const& directory = "",
                               std::string const& surface = "--windowed", bool own_server = false,
                               std::function<Milliseconds()> unattended = {});
    RunningSupervisor(RunningSupervisor const&) = delete;
    RunningSupervisor& operator=(RunningSupervisor const&) = delete;
    ~RunningSupervisor();
    static Limits quick_limits();

    /// The next visitor process that starts.
    Fake arrives();
    /// The next one that starts, when it has come onto the screen.
    Fake shows_one();
    /// Another one in the same folder, when the last has ended.
    void starts_again();
    /// Sends the supervisor a signal.
    void receives(int signal) const;
    /// Waits for its end and gives its exit status, or -1.
    int ends();
    /// How many processes have started that nobody has asked for; complete once the supervisor has ended.
    int uninvited();
    [[nodiscard]] long descriptors() const;
    [[nodiscard]] std::string log() const;
    /// A file in the folder that the supervisor may write in.
    [[nodiscard]] std::string runtime_file(std::string const& name) const { return m_folder + "/" + name; }

private:
    void start();

    Limits m_limits;
    std::string m_directory;
    std::string m_surface;
    bool m_own_server;
    std::function<Milliseconds()> m_unattended;
    std::string m_folder;
    UniqueFd m_listener;
    pid_t m_pid = -1;
};

}  // namespace halte::test
