#pragma once
/// A finger for tests, on an X server's touchscreen or its pointer. Each call returns when the server has dealt with
/// it.

#include <memory>
#include <string>
#include <vector>

#include "inputtest.h"
#include "storm.h"

namespace halte::rig {

class Finger {
public:
    virtual ~Finger() = default;
    virtual void feel(Contact contact, double x, double y) = 0;
    /// A key of a keyboard, by X's own number of it.
    virtual void key(int code, bool pressed) = 0;
    // False when this finger cannot, or the words make no sense:
    /// Takes the driver's keyboard, through its socket, unless it has it.
    virtual bool take_keyboard(std::string const& /*socket*/) { return false; }
    /// Takes the driver's pointer that tells its place with every press, unless it has it.
    virtual bool take_tablet(std::string const& /*socket*/) { return false; }
    virtual bool press(double /*x*/, double /*y*/) { return false; }
    /// Of the keyboard that it has taken (storm.h).
    virtual bool storm(int /*chords*/, unsigned /*seed*/, std::vector<Place> const& /*keys*/) { return false; }
};

/// Real touches, through the socket of Xorg's inputtest driver: it stays connected until it goes, see inputtest.h.
std::unique_ptr<Finger> touching_finger(std::string const& socket, int width_px, int height_px);
/// A mouse with one button, on the display of DISPLAY. It knows no storm.
std::unique_ptr<Finger> pointing_finger();

}  // namespace halte::rig
