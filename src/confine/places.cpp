#include "places.h"

namespace halte {

using landlock::control_device;
using landlock::read;
using landlock::read_file;
using landlock::write_file;

std::vector<PlaceRule> const& places_of_a_visitor() {
    static std::vector<PlaceRule> const places = {
        // Code
        {"/usr/lib", read, "libraries, and the graphics drivers among them, are opened when they are first needed"},
        {"/usr/lib64", read, "the same"},
        {"/lib", read, "the same, where it is no link to /usr/lib"},
        {"/lib64", read, "the same"},
        {"/etc/ld.so.cache", read_file, "where the loader finds libraries"},
        {"/etc/ld.so.preload", read_file, "what the system's owner adds to every program"},

        // Words
        {"/usr/share/fonts", read, "a face is opened when its script is first shown"},
        {"/var/cache/fontconfig", read, "spares reading every face at each start"},
        {"/usr/share/zoneinfo", read, "the clock of the place, for \"open now\""},
        {"/usr/share/X11/locale", read, "Xlib's tables of letters"},

        // Drawing
        {"/usr/share/drirc.d", read, "Mesa's list of drivers with quirks"},
        {"/etc/drirc", read_file, "the same, of this machine"},
        {"/usr/share/glvnd", read, "which vendor's OpenGL there is"},
        {"/etc/glvnd", read, "the same, of this machine"},
        {"/usr/share/libdrm", read, "names of AMD's chips"},
        {"/usr/share/nvidia", read, "profiles of NVIDIA's driver"},

        // The machine, as drivers ask for it
        {"/sys/devices", read, "which graphics card this is, and how many cores"},
        {"/sys/dev/char", read, "from a device's number to its card"},
        {"/sys/class/drm", read, "the same by name"},
        {"/sys/bus/pci", read, "the same on the bus"},
        {"/proc/self", read, "the loader's and the compiler's look at this process's own memory"},
        {"/proc/cpuinfo", read_file, "which instructions the shader compiler may use"},
        {"/proc/meminfo", read_file, "how much memory a driver may take"},
        {"/proc/driver/nvidia", read, "which card NVIDIA's driver serves"},
        {"/dev/urandom", read_file, "random numbers of older libraries"},
        {"/dev/null", read_file, "standard input, opened anew"},
    };
    return places;
}

std::vector<PlaceRule> const& devices_of_the_screen() {
    constexpr landlock::Rights device = read | write_file | control_device;
    static std::vector<PlaceRule> const devices = {
        {"/dev/dri", device, "the graphics card; drivers list the folder"},
        {"/dev/udmabuf", device, "pictures handed to the X server without a copy"},
        {"/dev/nvidia0", device, "NVIDIA's card under its own driver"},
        {"/dev/nvidiactl", device, "the same"},
        {"/dev/nvidia-modeset", device, "the same"},
    };
    return devices;
}

}  // namespace halte
