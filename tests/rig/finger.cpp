#include "finger.h"

#include <X11/Xlib.h>
#include <X11/extensions/XTest.h>

#include <stdexcept>

namespace halte::rig {
namespace {

class RealFinger final : public Finger {
public:
    RealFinger(std::string const& socket, int width, int height) : m_screen(socket, width, height) {}

    void feel(Contact contact, double x, double y) override {
        if (contact == Contact::begins) m_id = m_screen.another_finger();
        m_screen.touch(m_id, contact, x, y);
        m_screen.sync();
    }
    bool take_keyboard(std::string const& socket) override {
        if (!m_keyboard) m_keyboard = std::make_unique<Keyboard>(socket);
        return true;
    }
    void key(int code, bool pressed) override {
        if (!m_keyboard) throw std::runtime_error("The keyboard was not taken.");
        m_keyboard->key(code, pressed);
        m_keyboard->sync();
    }
    bool take_tablet(std::string const& socket) override {
        if (!m_tablet) m_tablet = std::make_unique<Tablet>(socket, m_screen.width_px(), m_screen.height_px());
        return true;
    }
    bool press(double x, double y) override {
        if (!m_tablet) return false;
        for (bool const pressed : {true, false}) m_tablet->press(pressed, x, y);
        m_tablet->sync();
        return true;
    }
    bool storm(int chords, unsigned seed, std::vector<Place> const& keys) override {
        if (m_keyboard) Storm(m_screen, *m_keyboard, seed, keys).rage(chords);
        return m_keyboard != nullptr;
    }

private:
    Touchscreen m_screen;
    std::unique_ptr<Keyboard> m_keyboard;
    std::unique_ptr<Tablet> m_tablet;
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
    void key(int code, bool pressed) override {
        XTestFakeKeyEvent(m_display.get(), unsigned(code), pressed ? True : False, CurrentTime);
        XSync(m_display.get(), False);
    }

private:
    std::unique_ptr<Display, int (*)(Display*)> m_display{XOpenDisplay(nullptr), XCloseDisplay};
};

}  // namespace

std::unique_ptr<Finger> touching_finger(std::string const& socket, int width_px, int height_px) {
    return std::make_unique<RealFinger>(socket, width_px, height_px);
}
std::unique_ptr<Finger> pointing_finger() { return std::make_unique<Pointer>(); }

}  // namespace halte::rig
