#pragma once
/// A kiosk on a rig, as a test uses it: start it, read its screen, touch by a control's name, kill, stop and end its
/// processes. What is touched and read is found in the accessibility tree of the visitor process whose window is on
/// top; every touch is a finger's on the rig. What does not come about is thrown (await.h).

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "rig.h"
#include "seen_screen.h"

namespace halte::rig {

/// halte.toml, with the shortest times that are allowed. A test that takes its time sets others.
struct KioskSettings {
    std::string address = "Chaussée de l’Exemple 12, Bruxelles, rez-de-chaussée";
    std::string profile = "hospital";
    double latitude = 50.85;
    double longitude = 4.35;
    int inactivity_seconds = 15;
    int inactivity_reading_seconds = 15;
    int countdown_seconds = 20;
    int inactivity_keys_seconds = 15;
    std::string diagonal_inches = "15";  ///< as it is written down
    std::string timezone = deep_in_the_night();
    std::string unread = "core";  ///< which languages are offered
    std::string hands{};          ///< lines of [hands]

    /// One in which it is now deep in the night, so that no service opens or closes while a test runs.
    static std::string deep_in_the_night();
    [[nodiscard]] std::string toml() const;
};

struct KioskOptions {
    KioskSettings settings = {};
    std::vector<std::string> words = {};        ///< arguments of halte
    std::vector<std::string> environment = {};  ///< "NAME=value" of halte
    fs::path session = {};                      ///< a program that starts the halte that it finds first in PATH
    bool own_server = true;                     ///< the X server is the kiosk's alone: see halte --help
    fs::path visitor = "observed-visitor";      ///< the program of visits: a file, or the name of one of the build
};

class Kiosk {
public:
    /// Starts it and waits for the welcome screen, unless the visitor program is one that shows nothing to a test.
    explicit Kiosk(KioskOptions const& options = {});
    ~Kiosk();
    Kiosk(Kiosk const&) = delete;
    Kiosk& operator=(Kiosk const&) = delete;

    // The screen:
    /// What is on it now. Throws Missed when no visitor process has drawn within 10 s.
    SeenScreen const& look();
    [[nodiscard]] bool shows(std::string const& words) { return look().shows(words); }
    void await_words(std::string const& words, Milliseconds limit = Milliseconds(5000));
    void await_no_words(std::string const& words, Milliseconds limit = Milliseconds(5000));
    /// Two looks without a frame between them, longer apart than two frames of a movement.
    void await_still(Milliseconds limit = Milliseconds(5000));
    /// Until touches count: a new visitor's screen ignores them for half a second, another page's keys for a third.
    void await_feeling();
    /// The picture is on the screen, to the pixel, within that time.
    void await_picture(Picture const& picture, Milliseconds limit = Milliseconds(3000));
    /// A welcome screen of another process than `last`.
    void await_fresh_welcome(pid_t last, Milliseconds limit = Milliseconds(10'000));

    // Hands:
    /// Turns pages until enough of the control of that name or id can be seen for a finger, and gives the middle of
    /// what is seen of it. The page answers fingers by then.
    Point reach(std::string const& control);
    /// The same when no page must be turned for it, and nothing otherwise.
    std::optional<Point> place_on_this_page(std::string const& control);
    void touch(std::string const& control);
    void turn_page();
    /// Waits for a pressed control of that name; the finger is down.
    void press(std::string const& control);
    /// The visitor process notices nothing until the deed is done, as when a slow frame keeps it busy.
    void keep_busy(std::function<void()> const& deed);

    // The usual way, from the welcome screen on:
    void open_situations();
    void open_services();
    void open_service();
    void leave();
    /// Leaves, and waits for the next visitor's welcome screen.
    void leave_to_the_next();

    // Processes:
    [[nodiscard]] pid_t supervisor() const { return m_halte->pid(); }
    [[nodiscard]] pid_t visitor() { return look().pid; }
    [[nodiscard]] Process& halte() { return *m_halte; }
    /// SIGTERM to the supervisor, and its end status.
    int end();
    /// Another halte on the same screen, in the same folder, when the last has ended.
    void start_again();
    /// Of halte, but for what is true of whoever runs the tests: an ordinary user may not lock memory.
    [[nodiscard]] std::string log() const;
    [[nodiscard]] bool log_says(std::string const& words) const { return log().find(words) != std::string::npos; }
    /// The visitor program that later processes are of.
    void stage_visitor(fs::path const& program);
    [[nodiscard]] fs::path const& folder() const { return m_folder; }
    [[nodiscard]] fs::path settings_file() const { return m_folder / "halte.toml"; }
    /// The time of visits goes on by so much, for the process on the screen.
    void pass(Milliseconds time);
    /// The last tree of a process that may be gone.
    [[nodiscard]] SeenScreen last_screen_of(pid_t pid) const;

private:
    void start();
    [[nodiscard]] SeenScreen const* top_screen();
    [[nodiscard]] bool is_still();
    [[nodiscard]] bool sees_a_visitor();

    KioskOptions m_options;
    fs::path m_folder;
    std::unique_ptr<Process> m_halte;
    ScreenReader m_reader;
    SeenScreen m_screen;
};

// What a screen is. Each is asked of a look at the kiosk.
bool is_welcome(SeenScreen const& screen);
bool is_situations(SeenScreen const& screen);
bool is_services(SeenScreen const& screen);
bool is_service(SeenScreen const& screen);
bool is_veil(SeenScreen const& screen);
/// Whether a finger lies on a control of it.
bool presses_something(SeenScreen const& screen);

/// The middle of what can be seen of it.
Point middle_of(Node const& node);
bool is_gone(pid_t pid);
void await_gone(pid_t pid, Milliseconds limit = Milliseconds(3000));

}  // namespace halte::rig
