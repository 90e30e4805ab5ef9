#pragma once
/// A finger for tests, on an X server's touchscreen or its pointer. Each call returns when the server has dealt with
/// it.

#include <iosfwd>
#include <memory>
#include <string>

#include "inputtest.h"

namespace halte::rig {

class Finger {
public:
    virtual ~Finger() = default;
    virtual void feel(Contact contact, double x, double y) = 0;
    // False when this finger cannot, or the words make no sense:
    /// Takes the driver's keyboard, through its socket.
    virtual bool take_keyboard(std::string const& /*socket*/) { return false; }
    /// Takes the driver's pointer that tells its place with every press, unless it has it.
    virtual bool take_tablet(std::string const& /*socket*/) { return false; }
    virtual bool press(double /*x*/, double /*y*/) { return false; }
    /// CHORDS SEED [X Y]... (storm.h)
    virtual bool storm(std::istream& /*words*/) { return false; }
};

/// Real touches, through the socket of Xorg's inputtest driver: it stays connected until it goes, see inputtest.h.
std::unique_ptr<Finger> touching_finger(std::string const& socket, int width_px, int height_px);
/// A mouse with one button, on the display of DISPLAY. It knows no storm.
std::unique_ptr<Finger> pointing_finger();

}  // namespace halte::rig
