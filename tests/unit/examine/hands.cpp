// What is found of keypads, keyboards and switches, and what is said of them.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <linux/input.h>

#include <numeric>

#include "fake_tree.h"
#include "judge.h"
#include "told.h"

using namespace halte;
using halte::test::FakeTree;
using halte::test::told;

namespace {

using Keys = std::vector<int>;  ///< by the kernel's numbers

Keys from_to(int first, int last) {
    Keys keys(std::size_t(last - first + 1));
    std::iota(keys.begin(), keys.end(), first);
    return keys;
}
Keys both(Keys one, Keys const& other) {
    one.insert(one.end(), other.begin(), other.end());
    return one;
}

/// As the kernel writes it: words of its own length, the highest one first, none before the first that has a bit.
std::string bitmap_of(Keys const& keys) {
    constexpr int bits_of_a_word = 8 * sizeof(unsigned long);
    std::vector<unsigned long> words(std::size_t(KEY_MAX / bits_of_a_word + 1));
    for (int const key : keys) words.at(std::size_t(key / bits_of_a_word)) |= 1UL << (key % bits_of_a_word);
    while (words.size() > 1 && words.back() == 0) words.pop_back();
    std::string bitmap;
    for (std::size_t at = words.size(); at-- > 0;) bitmap += fmt::format("{:x}{}", words[at], at == 0 ? "\n" : " ");
    return bitmap;
}

class Machine {
public:
    Machine& with(std::string const& name, Keys const& keys, std::string const& plugged_in = "", int bus = BUS_USB) {
        std::string const device = fmt::format("/sys/class/input/event{}/device/", m_devices++);
        m_files.with(device + "name", name + "\n").with(device + "phys", plugged_in + "\n");
        m_files.with(device + "capabilities/key", bitmap_of(keys))
            .with(device + "id/bustype", fmt::format("{:04x}\n", bus));
        return *this;
    }
    [[nodiscard]] std::vector<KeyDevice> devices() const { return read_key_devices(m_files.tree()); }
    [[nodiscard]] Problems judged(Settings const& settings = {}) const { return judge_hands(settings, devices()); }

private:
    FakeTree m_files;
    int m_devices = 0;
};

Settings with_switches(Switches switches) {
    Settings settings;
    settings.switches = switches;
    return settings;
}

Keys const storm_keys = from_to(KEY_F17, KEY_F24);
Keys const block_keys =
    both(from_to(KEY_KP7, KEY_KPDOT), {KEY_NUMLOCK, KEY_KPASTERISK, KEY_KPENTER, KEY_KPSLASH, KEY_BACKSPACE});
Keys const pc_keys = both(from_to(KEY_ESC, KEY_KPDOT), from_to(KEY_102ND, KEY_DELETE));

char const* const nothing_found = "hands.keys ok: No keypad or keyboard is plugged in; a touchscreen is enough.";
char const* const cure =
    "Say in [hands] of halte.toml what its keys mean, by the numbers that xev prints as \"keycode\". For switches, set "
    "hands.switch there.";

}  // namespace

TEST_CASE("a machine without keys is right") {
    CHECK(read_key_devices(FakeTree().tree()).empty());
    Problems const findings = Machine().judged();
    REQUIRE(findings.size() == 1);
    CHECK(told(findings[0]) == nothing_found);
}

TEST_CASE("the kernel's numbers of keys become the X server's") {
    auto const devices = Machine().with("Pad", {KEY_ESC, KEY_F17, KEY_RFKILL, KEY_RFKILL + 1, BTN_LEFT}).devices();
    REQUIRE(devices.size() == 1);
    CHECK(devices[0].keys == std::vector<int>{9, 195, 255});
}

TEST_CASE("a keypad that sends F17 to F24 is named with all its meanings") {
    Problems const findings = Machine().with("Storm AudioNav", storm_keys).judged();
    REQUIRE(findings.size() == 1);
    CHECK(told(findings[0]) ==
          "hands.keys ok: Storm AudioNav can send 8 keys, 8 of them with a meaning: next, previous, next_group, "
          "activate, back, help, louder, quieter.");
}

TEST_CASE("a numeric keypad and a keyboard lead a visitor with some of their keys") {
    CHECK(told(Machine().with("Block", block_keys).judged(), "hands.keys") ==
          "hands.keys ok: Block can send 18 keys, 11 of them with a meaning: next, previous, next_group, "
          "previous_group, activate, back, help, louder, quieter.");
    CHECK(told(Machine().with("PC", pc_keys).judged(), "hands.keys") ==
          "hands.keys ok: PC can send 109 keys, 24 of them with a meaning: next, previous, next_group, "
          "previous_group, activate, back, leave, help, again, louder, quieter.");
}

TEST_CASE("what has no keys for visitors is not taken for a keypad") {
    struct Row {
        char const* name;
        Keys keys;
        int bus;
    };
    Row const table[] = {
        {"Power Button", {KEY_POWER}, BUS_HOST},
        {"Video Bus", both({KEY_SWITCHVIDEOMODE}, from_to(KEY_VIDEO_NEXT, KEY_DISPLAY_OFF)), BUS_HOST},
        {"Lid Switch", {}, BUS_HOST},
        {"Keys of a case", {KEY_HOME, KEY_PAGEUP, KEY_PAGEDOWN, KEY_RFKILL}, BUS_HOST},
        {"Headset", {KEY_VOLUMEDOWN, KEY_VOLUMEUP, KEY_MUTE, KEY_PLAYPAUSE}, BUS_USB},
        {"Keyboard System Control", {KEY_POWER, KEY_SLEEP, KEY_WAKEUP}, BUS_USB},
        {"Mouse", from_to(BTN_LEFT, BTN_TASK), BUS_USB},
        {"Touchscreen", {BTN_TOUCH}, BUS_USB},
    };
    for (Row const& row : table) {
        INFO(row.name);
        Problems const findings = Machine().with(row.name, row.keys, "", row.bus).judged();
        REQUIRE(findings.size() == 1);
        CHECK(told(findings[0]) == nothing_found);
    }
    // The same keys at a plug are a keypad that lacks some.
    CHECK(told(Machine().with("Pad", {KEY_HOME, KEY_PAGEUP, KEY_PAGEDOWN, KEY_RFKILL}).judged(), "hands.keys")
              .starts_with("hands.keys warning: Pad can send 4 keys, 2 of them"));
    CHECK(told(Machine().with("Panel", storm_keys, "", BUS_HOST).judged(), "hands.keys")
              .starts_with("hands.keys ok: Panel can send 8 keys"));
}

TEST_CASE("a keypad that cannot lead a visitor is told, with what it lacks and the cure") {
    struct Row {
        Keys keys;
        char const* told;
    };
    Row const table[] = {
        {from_to(KEY_F13, KEY_F16),
         "4 keys, 0 of them with a meaning. It cannot lead a visitor: no key means next or "
         "activate."},
        {{KEY_PROG1}, "1 key, 0 of them with a meaning. It cannot lead a visitor: no key means next or activate."},
        {{KEY_DOWN, KEY_A}, "2 keys, 1 of them with a meaning: next. It cannot lead a visitor: no key means activate."},
        {{KEY_ENTER, KEY_ESC},
         "2 keys, 2 of them with a meaning: activate, back. It cannot lead a visitor: no key means next."},
    };
    for (Row const& row : table)
        CHECK(told(Machine().with("Pad", row.keys).judged(), "hands.keys") ==
              fmt::format("hands.keys warning: Pad can send {} | {}", row.told, cure));
}

TEST_CASE("every device has its own line, and a warning of one is not hidden by another") {
    Problems const findings = Machine().with("Storm", storm_keys).with("Pad", {KEY_F13}).judged();
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].level == Level::ok);
    CHECK(findings[1].level == Level::warning);
    CHECK(findings[1].where.name == "hands.keys");
}

TEST_CASE("what is plugged in once is one device, by the shortest name of its parts") {
    Machine machine;
    machine.with("Keyboard Consumer Control", {KEY_UP, KEY_DOWN, KEY_BACK}, "usb-0000:00:14.0-1/input1");
    machine.with("Keyboard", {KEY_ENTER, KEY_A}, "usb-0000:00:14.0-1/input0");
    machine.with("Storm", storm_keys, "usb-0000:00:14.0-2/input0");
    auto const devices = machine.devices();
    REQUIRE(devices.size() == 2);
    CHECK(devices[0].name == "Keyboard");
    CHECK(devices[0].keys.size() == 5);
    CHECK(devices[1].name == "Storm");
    CHECK(worst(machine.judged()) == Level::ok);
}

TEST_CASE("codes that the settings name count, and those that they take away do not") {
    Machine machine;
    machine.with("Pad", from_to(KEY_F13, KEY_F16));
    Settings const named = parse_settings("[hands]\nnext = [191]\nactivate = [192]\nback = [193]\n", "f").settings;
    CHECK(told(machine.judged(named), "hands.keys") ==
          "hands.keys ok: Pad can send 4 keys, 3 of them with a meaning: next, activate, back.");
    CHECK(told(Machine().with("Storm", storm_keys).judged(named), "hands.keys")
              .starts_with("hands.keys warning: Storm can send 8 keys, 5 of them with a meaning: previous, "));
    Settings const volume = parse_settings("[hands]\nnext = [122]\nactivate = [123]\n", "f").settings;
    CHECK(told(Machine().with("Knob", {KEY_VOLUMEDOWN, KEY_VOLUMEUP}).judged(volume), "hands.keys") ==
          "hands.keys ok: Knob can send 2 keys, 2 of them with a meaning: next, activate.");
}

TEST_CASE("a switch interface leads once the settings say how many switches there are") {
    Machine machine;
    machine.with("Switches", {KEY_SPACE, KEY_ENTER});
    CHECK(told(machine.judged(), "hands.keys") ==
          fmt::format("hands.keys warning: Switches can send 2 keys, 2 of them with a meaning: activate. It cannot "
                      "lead a visitor: no key means next. | {}",
                      cure));
    CHECK(told(machine.judged(), "hands.switch").empty());
    Problems const two = machine.judged(with_switches(Switches::two));
    CHECK(told(two, "hands.keys") ==
          "hands.keys ok: Switches can send 2 keys, 2 of them with a meaning: next, activate.");
    CHECK(told(two, "hands.switch") == "hands.switch ok: hands.switch is \"two\", and its keys are there.");
    Problems const one = machine.judged(with_switches(Switches::one));
    CHECK(told(one, "hands.keys") == "hands.keys ok: Switches can send 2 keys, 2 of them with a meaning: activate.");
    CHECK(told(one, "hands.switch") == "hands.switch ok: hands.switch is \"one\", and its keys are there.");
}

TEST_CASE("two switches may be two devices, and both are needed") {
    Settings const two = with_switches(Switches::two);
    CHECK(worst(Machine().with("Left", {KEY_SPACE}).with("Right", {KEY_ENTER}).judged(two)) == Level::ok);
    Problems const findings = Machine().with("Left", {KEY_SPACE}).judged(two);
    CHECK(told(findings, "hands.keys").starts_with("hands.keys ok: Left can send 1 key, 1 of them"));
    CHECK(told(findings, "hands.switch")
              .starts_with("hands.switch warning: hands.switch is \"two\", but no key that is plugged in means "
                           "activate. | Have "));
}

TEST_CASE("switches that the settings promise and nobody plugged in are told") {
    for (Switches const switches : {Switches::one, Switches::two}) {
        Machine machine;
        machine.with("Power Button", {KEY_POWER}, "", BUS_HOST);
        CHECK(told(machine.judged(with_switches(switches)), "hands.switch") ==
              fmt::format("hands.switch warning: hands.switch is \"{}\", but no device has any key. | Plug the switch "
                          "interface in, or set hands.switch to \"none\".",
                          switches == Switches::one ? "one" : "two"));
    }
}
