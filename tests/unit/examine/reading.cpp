// What the user who runs the kiosk can read, asked as that user and within the confines of the kiosk's service.
#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "kiosk_user.h"
#include "support/embedded.h"
#include "support/temporary_folder.h"
#include "told.h"
#include "units.h"

using namespace halte;
using halte::test::open_embedded;
using halte::test::told;

namespace {

std::string text_of(std::string const& path) {
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
}

bool has(std::vector<std::string> const& words, std::string const& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// Settings that root alone may read.
class Terminal {
public:
    Terminal() {
        chmod(m_root.c_str(), 0755);
        std::filesystem::create_directory(settings() + ".d");
        write(settings(), "");
        write(drop_in(), "[screen]\nrotation = 90\n");
    }

    [[nodiscard]] std::string settings() const { return m_root + "/halte.toml"; }
    [[nodiscard]] std::string folder() const { return settings() + ".d/"; }
    [[nodiscard]] std::string drop_in() const { return folder() + "50-place.toml"; }
    [[nodiscard]] std::string snapshot() const { return m_root + "/given.halte"; }
    static void write(std::string const& file, std::string const& text) {
        std::ofstream(file) << text;
        chmod(file.c_str(), 0644);
    }
    /// Without the services of whatever machine this is.
    [[nodiscard]] Problems asked_as(std::string const& user) const {
        Directory const directory = open_embedded();
        LoadedSettings const loaded = load_settings(settings(), true);
        return examine_reading({settings(), loaded, directory, "", {}, {}, {}, user}, {});
    }

private:
    halte::test::TemporaryFolder m_place;
    std::string m_root = m_place.path();
};

}  // namespace

TEST_CASE(
    "the kiosk's confines are the lines of its service that limit it, in their order, and none that does something") {
    KioskUnit const unit = read_kiosk_unit("halte-kiosk.service", R"(# /lib/systemd/system/halte-kiosk.service
[Unit]
ProtectHome=of no service
[Service]
ExecStart=/usr/bin/halte
User=halte
RuntimeDirectory=halte
RemoveIPC=yes
Restart=always
  ProtectHome = yes
; ProtectClock=yes
CapabilityBoundingSet=
SystemCallFilter=@system-service \
    seccomp
# /etc/systemd/system/halte-kiosk.service.d/user.conf
[Service]
User=kiosk
[Install]
PrivateUsers=of no service
)");
    CHECK(unit.user == "kiosk");
    CHECK(unit.confines == std::vector<std::string>{"User=halte", "ProtectHome=yes", "CapabilityBoundingSet=",
                                                    "SystemCallFilter=@system-service seccomp", "User=kiosk"});
    std::vector<std::string> const words = command_within(unit, {"/visitor", "--unread", "/a file"});
    CHECK(words.front() == "systemd-run");
    CHECK(has(words, "--property=ProtectHome=yes"));
    CHECK(std::vector<std::string>(words.end() - 4, words.end()) ==
          std::vector<std::string>{"--", "/visitor", "--unread", "/a file"});
}

TEST_CASE("every line of the two services that limits them is taken, and none that would end the kiosk that runs") {
    for (char const* const name : {"halte-kiosk.service", "halte-cage.service"}) {
        CAPTURE(name);
        KioskUnit const unit = read_kiosk_unit(name, text_of(std::string(HALTE_SOURCE) + "/kiosk/systemd/" + name));
        CHECK(unit.user == "halte");
        for (char const* const line :
             {"ProtectSystem=strict", "ProtectHome=yes", "PrivateUsers=yes", "TemporaryFileSystem=/tmp:mode=1777",
              "NoExecPaths=/", "SystemCallFilter=~@resources @privileged", "DevicePolicy=closed", "UMask=0077"})
            CHECK(has(unit.confines, line));
        for (std::string const& line : unit.confines)
            for (char const* const other : {"Exec", "Runtime", "RemoveIPC", "Restart", "Type", "Watchdog", "Limit"})
                CHECK((!line.starts_with(other) || line.starts_with("ExecPaths=")));
    }
}

TEST_CASE("an answer counts when it is whole, whatever else is said around it") {
    OtherReader const reader = read_answer("a warning\n" + tell_unread({{"/a\tb\nc", "Permission denied"}}));
    CHECK(reader.answered);
    CHECK(reader.otherwise == "a warning");
    REQUIRE(reader.unread.size() == 1);
    CHECK(reader.unread[0].path == "/a?b?c");
    CHECK(reader.unread[0].why == "Permission denied");
    CHECK_FALSE(read_answer("/a\tPermission denied\n").answered);
    CHECK(read_answer("Failed to start transient service unit: No.\n").otherwise ==
          "Failed to start transient service unit: No.");
}

TEST_CASE("what the kiosk's user cannot read is a failure with a cure for its place") {
    OtherReader reader{"halte", "halte-kiosk.service", true, {}, ""};
    CHECK(told(judge_reading(reader, ""), "reading.kiosk") ==
          "reading.kiosk ok: halte, the user who runs the kiosk, can read settings, directory and faces from within "
          "halte-kiosk.service.");
    std::string const why = "Permission denied";
    reader.unread = {{"/etc/halte/halte.toml", why}, {"/home/a/b.halte", why}, {"", "fr cannot be shown."}};
    Problems const findings = judge_reading(reader, "/home/a/b.halte");
    CHECK(findings.size() == 3);
    CHECK(told(findings, "reading.settings") ==
          "reading.settings FAILURE: /etc/halte/halte.toml cannot be read by halte, the user who runs the kiosk: "
          "Permission denied. | chmod a+r /etc/halte/halte.toml; every folder above it needs a+x.");
    CHECK(told(findings, "reading.directory")
              .ends_with("| The kiosk's service sees nobody's home. Move it, to "
                         "/var/lib/halte for one, and name its new place."));
    CHECK(told(findings, "reading.faces").starts_with("reading.faces FAILURE: For halte, the user who "));
    reader.unread = {{"/tmp/b.halte", "No such file or directory"}};
    CHECK(told(judge_reading(reader, ""), "reading.settings").find("/tmp of its own") != std::string::npos);
    reader = {"halte", "halte-kiosk.service", false, {}, "systemd-run does not end"};
    CHECK(told(judge_reading(reader, ""), "reading.kiosk")
              .starts_with("reading.kiosk warning: What halte, the user who runs the kiosk, can read cannot be told: "
                           "systemd-run does not end."));
}

TEST_CASE("files that root alone may read are named as those that the kiosk's user cannot read") {
    if (geteuid() != 0) {
        std::printf("skip asking as another user: only root can\n");
        return;
    }
    Terminal const terminal;
    auto const levels = [&](char const* id) { return told(terminal.asked_as("nobody"), id); };
    CHECK(levels("reading.settings").empty());
    CHECK(levels("reading.kiosk").starts_with("reading.kiosk ok: What nobody, the user who runs the kiosk, can read"));
    SUBCASE("a setting") {
        chmod(terminal.drop_in().c_str(), 0600);
        CHECK(levels("reading.settings").find(terminal.drop_in() + " cannot be read by nobody") != std::string::npos);
    }
    SUBCASE("the folder of the settings") {
        chmod(terminal.folder().c_str(), 0711);
        CHECK(levels("reading.settings").find(terminal.folder() + " cannot be read by nobody") != std::string::npos);
        chmod(terminal.folder().c_str(), 0700);
        CHECK(levels("reading.settings").find(terminal.drop_in() + " cannot be read by nobody") != std::string::npos);
    }
    SUBCASE("a snapshot") {
        Terminal::write(terminal.settings(), "[directory]\nfile = \"" + terminal.snapshot() + "\"\n");
        Terminal::write(terminal.snapshot(), "x");
        CHECK(levels("reading.directory").empty());
        chmod(terminal.snapshot().c_str(), 0600);
        CHECK(levels("reading.directory").find(terminal.snapshot() + " cannot be read by nobody") != std::string::npos);
    }
}

TEST_CASE("a user who is not there is not asked, and one who runs the kiosk need not ask another") {
    Terminal const terminal;
    CHECK(told(terminal.asked_as("nobody-at-all"), "reading.kiosk") ==
          "reading.kiosk ok: There is no user nobody-at-all here whom to ask.");
    if (geteuid() == 0)
        CHECK(told(terminal.asked_as("root"), "reading.kiosk") ==
              "reading.kiosk ok: All of this was read by root, the user who runs the kiosk.");
}
