// What is read of a machine, from trees of files like those of real ones.
#include <doctest/doctest.h>

#include <cmath>

#include "connectors.h"
#include "fake_tree.h"
#include "machine.h"
#include "touch_devices.h"

using namespace halte;
using halte::test::edid_of;
using halte::test::FakeTree;

TEST_CASE("a machine without files has nothing to tell") {
    FakeTree const fake;
    CHECK(read_connectors(fake.tree()).empty());
    CHECK(read_touch_devices(fake.tree()).empty());
    CHECK(read_memory(fake.tree()).swaps.empty());
    CHECK_FALSE(read_memory(fake.tree()).kernel_line);
    CHECK(read_debian(fake.tree()).empty());
    CHECK(fake.tree().presence("/run/halte-display/Xauthority") == Presence::absent);
}

TEST_CASE("connected screens are read with the X server's names, in the kernel's order") {
    FakeTree fake;
    std::string const drm = "/sys/class/drm/";
    fake.with(drm + "version", "drm 1.1.0\n");
    fake.with(drm + "card0-DP-1/status", "disconnected\n").with(drm + "card0-DP-1/connector_id", "80\n");
    fake.with(drm + "card0-DP-2/status", "connected\n").with(drm + "card0-DP-2/connector_id", "100\n");
    fake.with(drm + "card0-HDMI-A-1/status", "connected\n").with(drm + "card0-HDMI-A-1/connector_id", "95\n");
    fake.with(drm + "card0-HDMI-A-1/modes", "1920x1080\n1280x720\n");
    fake.with(drm + "card0-HDMI-A-1/edid", edid_of(48, 27, 476, 268));
    fake.with(drm + "card0-Writeback-1/status", "unknown\n");
    auto const connectors = read_connectors(fake.tree());
    REQUIRE(connectors.size() == 2);
    CHECK(connectors[0].name == "HDMI-1");
    CHECK(connectors[0].width_px == 1920);
    CHECK(connectors[0].height_px == 1080);
    REQUIRE(connectors[0].size);
    CHECK(connectors[0].size->width_mm == 476);
    CHECK(std::abs(connectors[0].size->diagonal_inches() - 21.5) < 0.05);
    CHECK(connectors[1].name == "DP-2");
    CHECK(connectors[1].width_px == 0);
    CHECK_FALSE(connectors[1].size);
}

TEST_CASE("names of sockets are the X server's") {
    CHECK(x_name("HDMI-A-1") == "HDMI-1");
    CHECK(x_name("HDMI-B-1") == "HDMI-B-1");
    CHECK(x_name("DP-1") == "DP-1");
    CHECK(x_name("eDP-1") == "eDP-1");
    CHECK(x_name("DVI-D-1") == "DVI-D-1");
}

TEST_CASE("an EDID's size is the exact one, unless it is the shape of a television or is not there") {
    struct Row {
        int width_cm, height_cm, width_mm, height_mm;
        double width, height;  ///< 0: none is known
    };
    Row const table[] = {
        {48, 27, 476, 268, 476, 268}, {70, 39, 160, 90, 700, 390}, {48, 27, 0, 0, 480, 270},
        {0, 0, 476, 268, 476, 268},   {0, 0, 0, 0, 0, 0},          {121, 68, 1210, 680, 1210, 680},
    };
    for (Row const& row : table) {
        auto const size = size_in_edid(edid_of(row.width_cm, row.height_cm, row.width_mm, row.height_mm));
        CHECK(size.has_value() == (row.width > 0));
        CHECK((size ? size->width_mm : 0) == row.width);
        CHECK((size ? size->height_mm : 0) == row.height);
    }
    CHECK_FALSE(size_in_edid(""));
    CHECK_FALSE(size_in_edid(std::string(128, 'x')));
    CHECK_FALSE(size_in_edid(edid_of(48, 27, 476, 268).substr(0, 127)));
}

TEST_CASE("bits are counted from the end of a bitmap") {
    CHECK(has_bit("2", 1));
    CHECK_FALSE(has_bit("2", 0));
    CHECK(has_bit("260800000000003", 53));
    CHECK_FALSE(has_bit("3", 53));
    CHECK(has_bit("1 0", 64));
    CHECK_FALSE(has_bit("", 0));
}

/// As a PC with a mouse, a touchscreen with many fingers, one with a single finger, and a pen tablet writes it.
static char const* const input_devices = R"(I: Bus=0003 Vendor=046d Product=c077 Version=0111
N: Name="Logitech USB Optical Mouse"
H: Handlers=mouse0 event4 
B: PROP=0
B: REL=903

I: Bus=0003 Vendor=222a Product=0001 Version=0110
N: Name="ILITEK ILITEK-TP"
H: Handlers=mouse1 event5 
B: PROP=2
B: ABS=260800000000003

I: Bus=0003 Vendor=0eef Product=0001 Version=0110
N: Name="eGalax = old"
H: Handlers=mouse2 event6 
B: PROP=0
B: ABS=3

I: Bus=0003 Vendor=056a Product=00f4 Version=0110
N: Name="Pen Tablet"
H: Handlers=event7 
B: PROP=1
B: ABS=1000003
)";

TEST_CASE("touchscreens are told from mice and pens, by the kernel or by udev") {
    FakeTree fake;
    fake.with("/proc/bus/input/devices", input_devices);
    CHECK(read_touch_devices(fake.tree()) == std::vector<std::string>{"ILITEK ILITEK-TP"});
    fake.with("/sys/class/input/event6/dev", "13:70\n");
    fake.with("/run/udev/data/c13:70", "E:ID_INPUT=1\nE:ID_INPUT_TOUCHSCREEN=1\n");
    CHECK(read_touch_devices(fake.tree()) == std::vector<std::string>{"ILITEK ILITEK-TP", "eGalax = old"});
}

TEST_CASE("swap, hibernation and the kernel's line are read") {
    FakeTree fake;
    fake.with("/proc/swaps", "Filename\tType\tSize\n/dev/sda2 partition 1000 0 -2\n/swapfile file 1000 0 -3\n");
    fake.with("/sys/power/resume", "8:2\n").with("/proc/cmdline", "quiet init_on_free=1\n");
    fake.with("/proc/sys/kernel/osrelease", "6.12.1\n").with("/boot/config-6.12.1", "CONFIG_X=y\n");
    MemoryReading const memory = read_memory(fake.tree());
    CHECK(memory.swaps == std::vector<std::string>{"/dev/sda2", "/swapfile"});
    CHECK(memory.resume == "8:2");
    CHECK(memory.kernel_line == "quiet init_on_free=1\n");
    CHECK(memory.kernel_config == "CONFIG_X=y\n");
}

TEST_CASE("an empty file is a file") {
    FakeTree fake;
    fake.with("/proc/cmdline", "");
    CHECK(fake.tree().text("/proc/cmdline") == "");
    CHECK(fake.tree().presence("/proc/cmdline") == Presence::readable);
}
