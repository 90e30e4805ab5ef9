#pragma once
/// The client's side of Xorg's inputtest driver: fingers and keys that reach the server the way a device's do. Each
/// device has one connection, and keeps it: when the driver's client goes away, the server spins on one core. A device
/// that was switched off and on again has closed it, and gets another one with the next event. Every call throws when
/// the driver is gone.

#include <cstdint>
#include <string>

namespace halte::rig {

enum class Contact { begins, moves, ends };

class InputTest {
public:
    explicit InputTest(std::string const& socket_path);
    ~InputTest();
    InputTest(InputTest const&) = delete;
    InputTest& operator=(InputTest const&) = delete;

    /// Returns when the server has dealt with everything before it.
    void sync();

protected:
    void send(void const* event, std::size_t size);

private:
    void meet_driver();
    [[nodiscard]] bool write_whole(void const* event, std::size_t size) const;
    void receive() const;

    std::string m_path;
    int m_socket = -1;
};

class Touchscreen : public InputTest {
public:
    Touchscreen(std::string const& socket_path, int width_px, int height_px);
    /// In pixels, which may lie beyond the edges. `finger` is a number that no other touch of this device has had.
    void touch(std::uint32_t finger, Contact contact, double x, double y);
    [[nodiscard]] std::uint32_t another_finger() { return ++m_fingers; }
    [[nodiscard]] int width_px() const { return m_width; }
    [[nodiscard]] int height_px() const { return m_height; }

private:
    int m_width;
    int m_height;
    std::uint32_t m_fingers = 0;
};

/// A pointer that tells its place, in the same measure as the touchscreen, with a press and without a move before it.
class Tablet : public InputTest {
public:
    Tablet(std::string const& socket_path, int width_px, int height_px);
    void press(bool pressed, double x, double y);

private:
    int m_width;
    int m_height;
};

class Keyboard : public InputTest {
public:
    using InputTest::InputTest;
    /// X's own number of a key, 8 to 255.
    void key(int code, bool pressed);
};

}  // namespace halte::rig
