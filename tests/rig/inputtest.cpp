#include "inputtest.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <xorg/xf86-input-inputtest-protocol.h>

#include <cstring>
#include <stdexcept>

namespace halte::rig {

InputTest::InputTest(std::string const& socket_path) : m_path(socket_path) { meet_driver(); }

InputTest::~InputTest() { close(m_socket); }

void InputTest::meet_driver() {
    if (m_socket >= 0) close(m_socket);
    m_socket = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (m_path.size() >= sizeof address.sun_path) throw std::runtime_error("The socket's path is too long: " + m_path);
    std::memcpy(address.sun_path, m_path.c_str(), m_path.size());
    if (connect(m_socket, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
        throw std::runtime_error("Nobody listens at " + m_path);
    xf86ITEventClientVersion version{};
    version.header = {sizeof version, XF86IT_EVENT_CLIENT_VERSION};
    version.major = XF86IT_PROTOCOL_VERSION_MAJOR;
    version.minor = XF86IT_PROTOCOL_VERSION_MINOR;
    send(&version, sizeof version);
    receive();
}

bool InputTest::write_whole(void const* event, std::size_t size) const {
    return ::send(m_socket, event, size, MSG_NOSIGNAL) == ssize_t(size);
}

void InputTest::send(void const* event, std::size_t size) {
    if (write_whole(event, size)) return;
    meet_driver();
    if (!write_whole(event, size)) throw std::runtime_error("The input device's driver is gone.");
}

void InputTest::receive() const {
    xf86ITResponseAny response{};
    if (read(m_socket, &response, sizeof response) <= 0)
        throw std::runtime_error("The input device's driver says nothing.");
}

void InputTest::sync() {
    xf86ITEventWaitForSync wait{};
    wait.header = {sizeof wait, XF86IT_EVENT_WAIT_FOR_SYNC};
    send(&wait, sizeof wait);
    receive();
}

Touchscreen::Touchscreen(std::string const& socket_path, int width_px, int height_px)
    : InputTest(socket_path), m_width(width_px), m_height(height_px) {}

constexpr double axis_range = 65536;  ///< of the driver, whatever the screen's size

/// XI_TouchBegin, XI_TouchUpdate and XI_TouchEnd of the X Input extension.
static int event_type(Contact contact) { return contact == Contact::begins ? 18 : contact == Contact::moves ? 19 : 20; }

void Touchscreen::touch(std::uint32_t finger, Contact contact, double x, double y) {
    xf86ITEventTouch touch{};
    touch.header = {sizeof touch, XF86IT_EVENT_TOUCH};
    touch.touchid = finger;
    touch.touch_type = std::uint32_t(event_type(contact));
    touch.valuators.mask[0] = 0x3;
    touch.valuators.valuators[0] = (x + 0.5) * axis_range / m_width;
    touch.valuators.valuators[1] = (y + 0.5) * axis_range / m_height;
    send(&touch, sizeof touch);
}

Tablet::Tablet(std::string const& socket_path, int width_px, int height_px)
    : InputTest(socket_path), m_width(width_px), m_height(height_px) {}

void Tablet::press(bool pressed, double x, double y) {
    xf86ITEventButton press{};
    press.header = {sizeof press, XF86IT_EVENT_BUTTON};
    press.is_absolute = 1;
    press.button = 1;
    press.is_press = pressed ? 1 : 0;
    press.valuators.mask[0] = 0x3;
    press.valuators.valuators[0] = (x + 0.5) * axis_range / m_width;
    press.valuators.valuators[1] = (y + 0.5) * axis_range / m_height;
    send(&press, sizeof press);
}

void Keyboard::key(int code, bool pressed) {
    xf86ITEventKey key{};
    key.header = {sizeof key, XF86IT_EVENT_KEY};
    key.key_code = code;
    key.is_press = pressed ? 1 : 0;
    send(&key, sizeof key);
}

}  // namespace halte::rig
