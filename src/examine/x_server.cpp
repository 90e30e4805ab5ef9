#include "x_server.h"

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <X11/extensions/XInput2.h>
#include <X11/extensions/Xrandr.h>
// It needs Xlib before it.
#include <X11/extensions/XRes.h>

#include <halte/base.h>
#include <poll.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <utility>

namespace halte {
namespace {

constexpr Milliseconds patience{3'000};
constexpr char const* kiosk_key = "/run/halte-display/Xauthority";

struct CloseDisplay {
    void operator()(Display* display) const { XCloseDisplay(display); }
};
using OwnedDisplay = std::unique_ptr<Display, CloseDisplay>;

struct FreeResources {
    void operator()(XRRScreenResources* resources) const { XRRFreeScreenResources(resources); }
};
using OwnedResources = std::unique_ptr<XRRScreenResources, FreeResources>;

/// RandR turns counter-clockwise, the settings clockwise.
int clockwise(Rotation rotation) {
    if ((rotation & RR_Rotate_90) != 0) return 270;
    if ((rotation & RR_Rotate_180) != 0) return 180;
    return (rotation & RR_Rotate_270) != 0 ? 90 : 0;
}

XOutput read_output(Display* display, XRRScreenResources* resources, RROutput id) {
    XOutput output;
    XRROutputInfo* const info = XRRGetOutputInfo(display, resources, id);
    if (info == nullptr) return output;
    output.name.assign(info->name, std::size_t(info->nameLen));
    output.connected = info->connection == RR_Connected;
    XRRCrtcInfo* const crtc = info->crtc == None ? nullptr : XRRGetCrtcInfo(display, resources, info->crtc);
    if (crtc != nullptr) {
        output.on = crtc->mode != None;
        output.rotation = clockwise(crtc->rotation);
        output.width_px = int(crtc->width);
        output.height_px = int(crtc->height);
        XRRFreeCrtcInfo(crtc);
    }
    XRRFreeOutputInfo(info);
    return output;
}

std::vector<XOutput> read_outputs(Display* display) {
    std::vector<XOutput> outputs;
    int base = 0, error = 0;
    if (XRRQueryExtension(display, &base, &error) == False) return outputs;
    OwnedResources const resources(XRRGetScreenResourcesCurrent(display, DefaultRootWindow(display)));
    for (int index = 0; resources && index < resources->noutput; ++index)
        outputs.push_back(read_output(display, resources.get(), resources->outputs[index]));
    return outputs;
}

/// A device without such a property leaves fingers where they are.
TouchMatrix read_matrix(Display* display, int device) {
    TouchMatrix matrix{1, 0, 0, 0, 1, 0, 0, 0, 1};
    Atom const name = XInternAtom(display, "Coordinate Transformation Matrix", True);
    Atom type = None;
    int format = 0;
    unsigned long count = 0, left = 0;
    unsigned char* data = nullptr;
    if (name == None || XIGetProperty(display, device, name, 0, long(matrix.size()), False, AnyPropertyType, &type,
                                      &format, &count, &left, &data) != Success)
        return matrix;
    for (std::size_t at = 0; format == 32 && count == matrix.size() && at < matrix.size(); ++at) {
        float value = 0;  // XInput2 packs properties of 32 bits, whatever a long is.
        std::memcpy(&value, data + at * sizeof value, sizeof value);
        matrix.at(at) = double(value);
    }
    if (data != nullptr) XFree(data);
    return matrix;
}

bool feels_fingers(XIDeviceInfo const& device) {
    return device.use == XISlavePointer &&
           std::any_of(device.classes, device.classes + device.num_classes, [](XIAnyClassInfo* any) {
               return any->type == XITouchClass && reinterpret_cast<XITouchClassInfo*>(any)->mode == XIDirectTouch;
           });
}

std::vector<XTouchDevice> read_touch(Display* display) {
    std::vector<XTouchDevice> found;
    int opcode = 0, event = 0, error = 0, major = 2, minor = 2;
    if (XQueryExtension(display, "XInputExtension", &opcode, &event, &error) == False) return found;
    if (XIQueryVersion(display, &major, &minor) != Success) return found;
    int count = 0;
    XIDeviceInfo* const devices = XIQueryDevice(display, XIAllDevices, &count);
    for (int index = 0; devices != nullptr && index < count; ++index)
        if (feels_fingers(devices[index]))
            found.push_back({devices[index].name, read_matrix(display, devices[index].deviceid)});
    if (devices != nullptr) XIFreeDeviceInfo(devices);
    return found;
}

bool tells_clients(Display* display) {
    int event = 0, error = 0, major = 0, minor = 0;
    return XResQueryExtension(display, &event, &error) == True && XResQueryVersion(display, &major, &minor) != 0 &&
           std::pair(major, minor) >= std::pair(1, 2);
}

/// Xlib waits for ever. So another process asks first, and is not waited for any longer than a person would.
bool answers_in_time() {
    pid_t const asks = fork();
    if (asks == 0) {
        XOpenDisplay(nullptr);
        _exit(0);
    }
    if (asks < 0) return false;
    UniqueFd const end(int(syscall(SYS_pidfd_open, asks, 0)));
    pollfd ended{end.get(), POLLIN, 0};
    bool const in_time = end && poll(&ended, 1, int(patience.count())) == 1;
    if (!in_time) kill(asks, SIGKILL);
    waitpid(asks, nullptr, 0);
    return in_time;
}

/// A screen that is unplugged between two questions is no reason to end.
int overlook(Display* /*display*/, XErrorEvent* /*error*/) { return 0; }

}  // namespace

std::variant<XServer, NoAnswer> ask_x_server(Tree const& tree) {
    Presence const key = tree.presence(kiosk_key);
    if (key == Presence::forbidden) return NoAnswer::forbidden;
    // Whoever comes over ssh may bring a DISPLAY of their own desk: the kiosk's goes before it.
    if (key == Presence::readable) {
        setenv("XAUTHORITY", kiosk_key, 1);
        setenv("DISPLAY", ":0", 1);
    }
    if (!answers_in_time()) return NoAnswer::silent;
    OwnedDisplay const display(XOpenDisplay(nullptr));
    if (!display) return NoAnswer::not_running;
    XSetErrorHandler(overlook);
    int const screen = DefaultScreen(display.get());
    return XServer{DisplayWidth(display.get(), screen), DisplayHeight(display.get(), screen),
                   read_outputs(display.get()), read_touch(display.get()), tells_clients(display.get())};
}

}  // namespace halte
