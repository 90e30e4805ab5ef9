// rig-touch: a finger for tests. It obeys lines on its standard input and answers each with "done" when the X server
// has dealt with it:
//
//   tap X Y    down X Y    move X Y    up    sleep MILLISECONDS        (pixels)
//   tablet SOCKET                   takes the driver's pointer that tells its place with every press, too
//   press X Y                       presses and releases that one there, without a move to the place before
//
//   rig-touch touchscreen SOCKET WIDTH HEIGHT   real touches, through the socket of Xorg's inputtest driver
//   rig-touch pointer                           a mouse with one button, on the display of DISPLAY
//
// It stays connected until its input ends: see inputtest.h.
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <string>
#include <thread>

#include "finger.h"

namespace {

using halte::rig::Contact;
using halte::rig::Finger;

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
    if (std::string socket; verb == "tablet" && words >> socket) return finger.take_tablet(socket);
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
    if (kind == "pointer" && count == 2) return halte::rig::pointing_finger();
    if (kind == "touchscreen" && count == 5)
        return halte::rig::touching_finger(arguments[2], std::atoi(arguments[3]), std::atoi(arguments[4]));
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
