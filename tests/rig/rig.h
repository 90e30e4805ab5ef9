#pragma once
/// A rig: an X server that nobody sees, a finger on its screen, eyes before it, and a folder for what is tried there.
///
/// There are two kinds. `pointer` is Xvfb with a mouse; `touchscreen` is Xorg with a real touch device (the inputtest
/// driver), whose touches reach the kiosk the way those of a terminal's glass do.
///
/// The program of tests has one rig of the kind it was started for (rig_main.cpp), and every test finds it with rig().
/// A test that spoils a server puts a RigInstead in its place.

#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "await.h"
#include "display_number.h"
#include "eye.h"
#include "finger.h"
#include "process.h"

namespace halte::rig {

enum class Glass { pointer, touchscreen };

struct Point {
    int x = 0;
    int y = 0;
};

/// Why no rig of that kind can be had on this machine.
class NoRig : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

struct RigOptions {
    Glass glass = Glass::pointer;
    int width = 1024;
    int height = 768;
    int depth = 24;                                ///< bits to a pixel, of the pointer's rig
    std::vector<std::string> server_options = {};  ///< of the pointer's rig: what else Xvfb is told
    std::string given_display = {};  ///< of the pointer's rig: a server that is there, instead of one that it starts
};

class Rig {
public:
    /// Throws NoRig. DISPLAY of this process names the server from here on.
    explicit Rig(RigOptions const& options);
    ~Rig();
    Rig(Rig const&) = delete;
    Rig& operator=(Rig const&) = delete;

    [[nodiscard]] RigOptions const& options() const { return m_options; }
    [[nodiscard]] std::string const& display() const { return m_display; }
    [[nodiscard]] fs::path const& folder() const { return m_folder; }
    [[nodiscard]] Process& server() { return *m_server; }
    [[nodiscard]] bool has_own_server() const { return m_server != nullptr; }
    /// The server is gone at once, and the finger with it.
    void kill_server();
    /// The same, when something else kills it.
    void lose_server(std::function<void()> const& kill);
    /// Another server takes the place of one that was killed, under the same name, and another finger.
    void start_again();

    // The finger:
    void tap(Point at);
    void down(Point at);
    void move(Point to);
    void up();
    /// Up, if it is down: what a test that failed has left.
    void leave_screen();
    /// Of the touchscreen's rig: a pointer that tells its place with the press, and does not move there before.
    void press(Point at);
    /// Is told of each tap before it is made; nobody: {}.
    void tell_before_taps(std::function<void(Point)> who) { m_told = std::move(who); }
    /// A key of a keyboard goes down and up, by X's own number of it (xev's keycode).
    void key(int code);
    void key_down(int code);
    void key_up(int code);
    /// Of the touchscreen's rig, which has a keyboard: random keys and fingers at full speed, many of them on `keys`.
    void storm(int chords, unsigned seed, std::vector<Point> const& keys);
    [[nodiscard]] Finger& finger() { return *m_finger; }

    // The eyes:
    [[nodiscard]] Picture look();
    /// Into that file; false when there is no server to be looked at.
    bool keep_look(fs::path const& file);
    /// When all looks saw the same for that time. Throws Missed after 5 s.
    [[nodiscard]] Picture still_picture(Milliseconds time = Milliseconds(50));

private:
    Rig(RigOptions const& options, fs::path folder);
    void start();
    void use_given_display();
    void start_xvfb(int ready);
    void start_xorg(int ready);
    [[nodiscard]] std::vector<std::string> name_words(int ready) const;
    [[nodiscard]] std::string complaint() const;

    RigOptions m_options;
    fs::path m_folder;
    DisplayNumber m_number;
    std::string m_display = ":" + std::to_string(m_number.get());
    std::unique_ptr<Process> m_server;
    std::unique_ptr<Finger> m_finger;
    std::function<void(Point)> m_told;
    Point m_at;
    bool m_is_down = false;
};

/// The rig of this program.
Rig& rig();
/// What rig() finds: rig_main.cpp puts it there.
std::unique_ptr<Rig>& held_rig();

/// Another rig, which rig() finds instead as long as this lives. What a failed test leaves behind is kept.
class RigInstead {
public:
    explicit RigInstead(RigOptions const& options = rig().options());
    ~RigInstead();
    RigInstead(RigInstead const&) = delete;
    RigInstead& operator=(RigInstead const&) = delete;

private:
    std::unique_ptr<Rig> m_usual;
};

}  // namespace halte::rig
