// rig-touch: a finger for tests. It obeys lines on its standard input and answers each with "done" when the X server
// has dealt with it:
//
//   tap X Y    down X Y    move X Y    up    sleep MILLISECONDS        (pixels)
//
//   rig-touch touchscreen SOCKET WIDTH HEIGHT   real touches, through the socket of Xorg's inputtest driver
//   rig-touch pointer                           a mouse with one button, on the display of DISPLAY
//
// It stays connected until its input ends: when the driver's client goes away, the server spins on one core.
#include <X11/Xlib.h>
#include <X11/extensions/XTest.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <xorg/xf86-input-inputtest-protocol.h>

#include <chrono>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <string>
#include <thread>

namespace {

enum class Contact { begins, moves, ends };

class Finger {
public:
    virtual ~Finger() = default;
    /// Returns when the server has dealt with it.
    virtual void feel(Contact contact, double x, double y) = 0;
};

class Touchscreen final : public Finger {
public:
    Touchscreen(std::string const& path, int width, int height) : m_width(width), m_height(height) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        if (path.size() >= sizeof address.sun_path) throw std::runtime_error("The socket's path is too long: " + path);
        std::memcpy(address.sun_path, path.c_str(), path.size());
        if (connect(m_socket, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
            throw std::runtime_error("Nobody listens at " + path);
        xf86ITEventClientVersion version{};
        version.header = {sizeof version, XF86IT_EVENT_CLIENT_VERSION};
        version.major = XF86IT_PROTOCOL_VERSION_MAJOR;
        version.minor = XF86IT_PROTOCOL_VERSION_MINOR;
        send(version);
        receive();
    }

    void feel(Contact contact, double x, double y) override {
        xf86ITEventTouch touch{};
        touch.header = {sizeof touch, XF86IT_EVENT_TOUCH};
        touch.touchid = m_id;
        touch.touch_type = std::uint32_t(event_type(contact));
        touch.valuators.mask[0] = 0x3;
        touch.valuators.valuators[0] = (x + 0.5) * axis_range / m_width;
        touch.valuators.valuators[1] = (y + 0.5) * axis_range / m_height;
        send(touch);
        if (contact == Contact::ends) ++m_id;
        xf86ITEventWaitForSync wait{};
        wait.header = {sizeof wait, XF86IT_EVENT_WAIT_FOR_SYNC};
        send(wait);
        receive();
    }

private:
    static constexpr double axis_range = 65536;  ///< of the driver, whatever the screen's size

    /// XI_TouchBegin, XI_TouchUpdate and XI_TouchEnd of the X Input extension.
    static int event_type(Contact contact) {
        return contact == Contact::begins ? 18 : contact == Contact::moves ? 19 : 20;
    }
    template <class Event>
    void send(Event const& event) const {
        if (write(m_socket, &event, sizeof event) != ssize_t(sizeof event))
            throw std::runtime_error("The touchscreen's driver is gone.");
    }
    void receive() const {
        xf86ITResponseAny response{};
        if (read(m_socket, &response, sizeof response) <= 0)
            throw std::runtime_error("The touchscreen's driver says nothing.");
    }

    int m_socket = socket(AF_UNIX, SOCK_STREAM, 0);
    int m_width;
    int m_height;
    std::uint32_t m_id = 1;
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
    if (!(words >> x >> y)) return false;
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
        return std::make_unique<Touchscreen>(arguments[2], std::atoi(arguments[3]), std::atoi(arguments[4]));
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
