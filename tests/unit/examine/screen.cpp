// What is said of a screen, of what the X server shows on it, and of where fingers land.
#include <doctest/doctest.h>

#include "judge.h"
#include "told.h"

using namespace halte;
using halte::test::told;

namespace {

Connector const hdmi{"HDMI-1", 1920, 1080, PictureSize{476, 268}};  // 21.5 inches
Connector const dp{"DP-1", 1920, 1080, std::nullopt};

XServer server_with(std::vector<XOutput> outputs) { return {1920, 1080, std::move(outputs), {}}; }

struct ScreenCase {
    std::string output;
    double diagonal_inches = 21.5;
    bool measured = true;
    std::vector<Connector> connectors{hdmi};
    XAnswer x_server = NoAnswer::not_running;
    int rotation = 0;
    double viewing_distance_mm = 600;
};

std::string screen(std::string const& id, ScreenCase const& with) {
    Settings settings;
    settings.output = with.output;
    settings.diagonal_inches = with.diagonal_inches;
    settings.rotation = with.rotation;
    settings.viewing_distance_mm = with.viewing_distance_mm;
    return told(judge_screen(settings, with.measured, with.connectors, with.x_server), "screen." + id);
}

}  // namespace

TEST_CASE("a screen is connected, or the terminal helps nobody") {
    CHECK(screen("connected", {}) == "screen.connected ok: Connected: HDMI-1.");
    CHECK(
        screen("connected", {.connectors = {}}) ==
        "screen.connected FAILURE: No screen is connected. | Connect one and switch it on. If it is, its cable or the "
        "driver of the graphics card is at fault.");
    // A virtual screen is no socket of the kernel's.
    CHECK(screen("connected", {.connectors = {}, .x_server = server_with({{"Virtual-1", true}})}) ==
          "screen.connected ok: Connected: Virtual-1.");
}

TEST_CASE("the output of the settings must have a screen, and several screens need a choice") {
    CHECK(screen("output", {}) == "screen.output ok: HDMI-1 shows the kiosk.");
    CHECK(screen("output", {.output = "DP-1", .connectors = {hdmi, dp}}) == "screen.output ok: DP-1 shows the kiosk.");
    CHECK(screen("output", {.output = "HDMI-A-1"}) ==
          "screen.output FAILURE: The settings choose the output HDMI-A-1, which has no screen; connected: HDMI-1. | "
          "Write output = \"HDMI-1\" under [screen].");
    CHECK(
        screen("output", {.connectors = {hdmi, dp}}) ==
        "screen.output warning: Several screens are connected, and the settings choose none: HDMI-1 shows the kiosk. | "
        "Write output = \"HDMI-1\" under [screen].");
    CHECK(screen("output", {.output = "DP-1", .connectors = {}}).empty());
}

TEST_CASE("a diagonal that is off by more than eight in a hundred is told") {
    CHECK(screen("size", {}) == "screen.size ok: The screen says that it has 21.5 inches, the settings say 21.5.");
    CHECK(screen("size", {.diagonal_inches = 23.2}).starts_with("screen.size ok: "));
    CHECK(screen("size", {.diagonal_inches = 19.8}).starts_with("screen.size ok: "));
    CHECK(screen("size", {.diagonal_inches = 23.3}).starts_with("screen.size warning: "));
    CHECK(screen("size", {.diagonal_inches = 32}) ==
          "screen.size warning: The screen says that it has 21.5 inches, the settings say 32.0: letters and keys have "
          "the wrong size. | Measure the diagonal, and write it under [screen]: diagonal_inches = 21.5.");
    CHECK(screen("size", {.connectors = {dp}}) ==
          "screen.size ok: The settings say 21.5 inches; the screen itself does not tell.");
    CHECK(screen("size", {.measured = false, .connectors = {dp}}).starts_with("screen.size warning: Neither "));
    // The chosen screen counts, not the first one.
    CHECK(screen("size", {.output = "DP-1", .connectors = {hdmi, dp}}).ends_with("does not tell."));
}

TEST_CASE("a picture that is too small for every key is refused, as it hangs") {
    CHECK(screen("room", {}) == "screen.room ok: Every key has room on 1920x1080 pixels at 21.5 inches.");
    Connector const seven{"HDMI-1", 800, 480, std::nullopt};
    CHECK(screen("room", {.diagonal_inches = 7, .connectors = {seven}}).starts_with("screen.room ok: "));
    CHECK(screen("room", {.diagonal_inches = 7, .connectors = {seven}, .rotation = 90}) ==
          "screen.room FAILURE: The picture is 91 mm wide and 152 mm high, too small for every key to be free and "
          "large enough to touch. | It must be at least 129 mm wide and 86 mm high. If it is, measure its diagonal, "
          "and write it under [screen] as diagonal_inches; if not, take a larger screen, or turn it.");
    // The X server's picture counts before the screen's own.
    CHECK(screen("room", {.diagonal_inches = 15, .x_server = XServer{1920, 360, {}, {}}})
              .starts_with("screen.room FAILURE: The picture is 374 mm wide and 70 mm high"));
    // A screen whose pixels nobody knows is not judged.
    CHECK(screen("room", {.connectors = {{"HDMI-1", 0, 0, std::nullopt}}}).empty());
}

TEST_CASE("a distance from which the largest text cannot be read is told") {
    CHECK(screen("distance", {}).empty());
    CHECK(screen("distance", {.viewing_distance_mm = 900}) ==
          "screen.distance FAILURE: The largest text can be read from 608 mm away on this screen, and the settings say "
          "that eyes are 900 mm away. | Let people come closer, and write under [screen]: viewing_distance_mm = 608. A "
          "larger screen has larger letters.");
}

TEST_CASE("one output is on, turned as configured, as large as the root window, and the chosen one") {
    XOutput const on{"HDMI-1", true, true, 0, 1920, 1080};
    XOutput const off{"DP-1", true, false};
    std::string const cure = " | systemctl restart halte-screen.service fits it again.";
    CHECK(screen("shown", {.x_server = server_with({on, off})}) ==
          "screen.shown ok: HDMI-1 shows 1920x1080 pixels, turned by 0 degrees.");
    CHECK(screen("shown", {.x_server = server_with({off})}) ==
          "screen.shown FAILURE: 0 outputs of the X server are on; it must be one." + cure);
    CHECK(screen("shown", {.x_server = server_with({on, on})}) ==
          "screen.shown FAILURE: 2 outputs of the X server are on; it must be one." + cure);
    CHECK(screen("shown", {.x_server = server_with({on}), .rotation = 90}) ==
          "screen.shown FAILURE: The picture on HDMI-1 is turned by 0 degrees, the settings say 90." + cure);
    CHECK(screen("shown", {.output = "DP-1", .x_server = server_with({on, off})}) ==
          "screen.shown FAILURE: HDMI-1 is on, the settings choose DP-1." + cure);
    XOutput const small{"HDMI-1", true, true, 0, 1280, 720};
    CHECK(screen("shown", {.x_server = server_with({small})}) ==
          "screen.shown FAILURE: HDMI-1 shows 1280x720 pixels of a picture of 1920x1080." + cure);
    CHECK(screen("shown", {}).starts_with("screen.shown warning: What the X server shows cannot be told: no X "));
    CHECK(screen("shown", {.x_server = NoAnswer::silent}) ==
          "screen.shown FAILURE: What the X server shows cannot be told: the X server does not answer. | systemctl "
          "restart halte-display.service starts it again.");
    CHECK(screen("shown", {.x_server = NoAnswer::forbidden}) ==
          "screen.shown warning: What the X server shows cannot be told as this user. | Run it as root: sudo halte "
          "--check.");
}

TEST_CASE("an X server that does not tell whose its clients are keeps what dead ones have left") {
    XServer server = server_with({});
    CHECK(screen("clients", {.x_server = server}).empty());
    server.tells_clients = false;
    CHECK(
        screen("clients", {.x_server = server}) ==
        "screen.clients warning: The X server does not tell whose its clients are: windows that a dead visitor process "
        "asked it to keep stay until it ends. | Start it with its extension X-Resource, as kiosk/display does.");
}

TEST_CASE("a touch device is there, or visitors have none") {
    CHECK(told(judge_touch(0, {"ILITEK"}, NoAnswer::not_running), "touch.present") ==
          "touch.present ok: Feels fingers: ILITEK.");
    XServer const server{1920, 1080, {}, {{"ILITEK", matrix_for(0)}, {"virtual", matrix_for(0)}}};
    CHECK(told(judge_touch(0, {"ILITEK"}, server), "touch.present") ==
          "touch.present ok: Feels fingers: ILITEK, virtual.");
    CHECK(told(judge_touch(0, {}, NoAnswer::not_running), "touch.present")
              .starts_with("touch.present FAILURE: No touch device is connected; a mouse works too, but visitors have "
                           "none."));
}

TEST_CASE("every corner of a turned picture is under the finger that touches it") {
    struct Row {
        int rotation;
        double x, y;  ///< where the picture's upper left corner is on the glass
    };
    for (Row const& row : {Row{0, 0, 0}, Row{90, 1, 0}, Row{180, 1, 1}, Row{270, 0, 1}}) {
        TouchMatrix const matrix = matrix_for(row.rotation);
        CHECK(matrix[0] * row.x + matrix[1] * row.y + matrix[2] == 0);
        CHECK(matrix[3] * row.x + matrix[4] * row.y + matrix[5] == 0);
    }
}

TEST_CASE("a matrix that belongs to another turn is told with both") {
    auto const mapped = [](int rotation, int matrix) {
        XServer const server{1920, 1080, {}, {{"right", matrix_for(rotation)}, {"ILITEK", matrix_for(matrix)}}};
        return told(judge_touch(rotation, {}, server), "touch.mapped");
    };
    for (int const rotation : {0, 90, 180, 270})
        for (int const matrix : {0, 90, 180, 270})
            CHECK(mapped(rotation, matrix).starts_with("touch.mapped ok: ") == (rotation == matrix));
    CHECK(
        mapped(90, 0).starts_with("touch.mapped FAILURE: Touches of ILITEK land elsewhere than under the finger: its "
                                  "matrix is 1 0 0 0 1 0 0 0 1, and for a picture turned by 90 degrees it must be 0 1 "
                                  "0 -1 0 1 0 0 1."));
    CHECK(told(judge_touch(0, {"ILITEK"}, XServer{}), "touch.mapped")
              .starts_with("touch.mapped FAILURE: The X server has no touch device."));
    CHECK(told(judge_touch(0, {}, XServer{}), "touch.mapped").starts_with("touch.mapped warning: There is no touch"));
    CHECK(told(judge_touch(0, {}, NoAnswer::not_running), "touch.mapped")
              .starts_with("touch.mapped warning: Where touches land cannot be told: no X server runs. |"));
    CHECK(told(judge_touch(0, {}, NoAnswer::forbidden), "touch.mapped")
              .starts_with("touch.mapped warning: Where touches land cannot be told as "));
}

TEST_CASE("a touchscreen that reports touches nobody makes is told with its cure, and who may not know hears that") {
    CHECK(told(judge_ghosts(Presence::absent)).starts_with("touch.ghosts ok: No touches that nobody makes were felt"));
    CHECK(told(judge_ghosts(Presence::readable)).starts_with("touch.ghosts warning: Since the kiosk was started"));
    CHECK(told(judge_ghosts(Presence::readable)).find(" | Clean and dry the glass") != std::string::npos);
    CHECK(told(judge_ghosts(Presence::forbidden)).ends_with("sudo halte --check."));
}
