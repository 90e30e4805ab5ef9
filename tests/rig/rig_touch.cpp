// rig-touch: a finger for tests. It obeys lines on its standard input and answers each with "done" when the X server
// has dealt with it:
//
//   tap X Y    down X Y    move X Y    up    sleep MILLISECONDS        (pixels)
//   keyboard SOCKET                 takes the driver's keyboard, too
//   tablet SOCKET                   takes the driver's pointer that tells its place with every press, too
//   press X Y                       presses and releases that one there, without a move to the place before
//   storm CHORDS SEED [X Y]...      random keys and touches, many of them at these places (storm.h)
//
//   rig-touch touchscreen SOCKET WIDTH HEIGHT   real touches, through the socket of Xorg's inputtest driver
//   rig-touch pointer                           a mouse with one button, on the display of DISPLAY; it knows no storm
//
// It stays connected until its input ends: see inputtest.h.
#include <X11/Xlib.h>
#include <X11/extensions/XTest.h>

#include <chrono>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <string>
#include <thread>

#include "storm.h"

namespace {

using rig::Contact;

class Finger {
public:
    virtual ~Finger() = default;
    /// Returns when the server has dealt with it.
    virtual void feel(Contact contact, double x, double y) = 0;
    /// False when this finger cannot, or the words make no sense.
    virtual bool take_keyboard(std::string const& /*socket*/) { return false; }
    virtual bool take_tablet(std::string const& /*socket*/) { return false; }
    virtual bool press(double /*x*/, double /*y*/) { return false; }
    virtual bool storm(std::istream& /*words*/) { return false; }
};

class RealFinger final : public Finger {
public:
    RealFinger(std::string const& socket, int width, int height) : m_screen(socket, width, height) {}

    void feel(Contact contact, double x, double y) override {
        if (contact == Contact::begins) m_id = m_screen.another_finger();
        m_screen.touch(m_id, contact, x, y);
        m_screen.sync();
    }
    bool take_keyboard(std::string const& socket) override {
        m_keyboard = std::make_unique<rig::Keyboard>(socket);
        return true;
    }
    bool take_tablet(std::string const& socket) override {
        m_tablet = std::make_unique<rig::Tablet>(socket, m_screen.width_px(), m_screen.height_px());
        return true;
    }
    bool press(double x, double y) override {
        if (!m_tablet) return false;
        for (bool const pressed : {true, false}) m_tablet->press(pressed, x, y);
        m_tablet->sync();
        return true;
    }
    bool storm(std::istream& words) override {
        int chords = 0;
        unsigned seed = 0;
        if (!m_keyboard || !(words >> chords >> seed)) return false;
        std::vector<rig::Point> places;
        for (rig::Point place; words >> place.x >> place.y;) places.push_back(place);
        rig::Storm(m_screen, *m_keyboard, seed, places).rage(chords);
        return true;
    }

private:
    rig::Touchscreen m_screen;
    std::unique_ptr<rig::Keyboard> m_keyboard;
    std::unique_ptr<rig::Tablet> m_tablet;
    std::uint32_t m_id = 0;
};

class Pointer final : public Finger {
public:
    Pointer() {
        if (!m_display) throw std::runtime_error("There is no X server on this display.");
    }
    void feel(Contact contact, double x, double y) override {
        XTestFakeMotionEvent(m_display.get(), -1, int(x), int(y), CurrentTime);
        if (contact != Contact::moves)
            XTestFakeButtonEvent(m_display.get(), 1, contact == Contact::begins ? True : False, CurrentTime);
        XSync(m_display.get(), False);
    }

private:
    std::unique_ptr<Display, int (*)(Display*)> m_display{XOpenDisplay(nullptr), XCloseDisplay};
};

void sleep_ms(int milliseconds) { std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds)); }

/// Obeys one line; false when it makes no sense.
bool obey(std::string const& line, Finger& finger) {
    static double x = 0;
    static double y = 0;
    std::istringstream words(line);
    std::string verb;
    words >> verb;
    if (verb == "up") return finger.feel(Contact::ends, x, y), true;
    if (int milliseconds = 0; verb == "sleep" && words >> milliseconds) return sleep_ms(milliseconds), true;
    if (std::string socket; verb == "keyboard" && words >> socket) return finger.take_keyboard(socket);
    if (std::string socket; verb == "tablet" && words >> socket) return finger.take_tablet(socket);
    if (verb == "storm") return finger.storm(words);
    if (!(words >> x >> y)) return false;
    if (verb == "press") return finger.press(x, y);
    if (verb == "move") return finger.feel(Contact::moves, x, y), true;
    if (verb != "down" && verb != "tap") return false;
    finger.feel(Contact::begins, x, y);
    if (verb == "tap") finger.feel(Contact::ends, x, y);
    return true;
}

std::unique_ptr<Finger> finger_of(int count, char** arguments) {
    std::string const kind = count > 1 ? arguments[1] : "";
    if (kind == "pointer" && count == 2) return std::make_unique<Pointer>();
    if (kind == "touchscreen" && count == 5)
        return std::make_unique<RealFinger>(arguments[2], std::atoi(arguments[3]), std::atoi(arguments[4]));
    throw std::runtime_error("usage: rig-touch touchscreen SOCKET WIDTH HEIGHT | rig-touch pointer");
}

}  // namespace

int main(int count, char** arguments) try {
    auto const finger = finger_of(count, arguments);
    std::cout << "done" << std::endl;
    for (std::string line; std::getline(std::cin, line);)
        std::cout << (obey(line, *finger) ? "done" : "not understood: " + line) << std::endl;
    return 0;
} catch (std::exception const& fault) {
    std::cerr << "rig-touch: " << fault.what() << '\n';
    return 1;
}
