#pragma once
/// What tests put in the place of the kiosk's programs: a newer halte, and visitor programs that fail.

#include "kiosk.h"

namespace halte::rig {

/// A program of bash, in the rig's folder. Its lines come after the one that names bash.
fs::path write_program(std::string const& name, std::string const& lines);
void write_file(fs::path const& file, std::string const& text);

/// A file of the directory that the programs of the build hold.
fs::path good_snapshot();

/// Of the welcome screen that a first start shows.
Picture picture_of_a_first_start();

/// As a package manager does it, another file takes the name of the program that runs.
void upgrade_halte(Kiosk const& kiosk, fs::path const& program = programs() / "halte");
bool runs_the_new_halte(Kiosk const& kiosk);
void await_the_new_halte(Kiosk const& kiosk, Milliseconds limit);
/// Within 10 s the first screen of another process than `last`, of a supervisor that is the same process with the new
/// program; it is the picture of a welcome screen.
void await_renewal(Kiosk& kiosk, pid_t last, Picture const& welcome);

/// A visitor program that notes when it was started and with what, and crashes. The kiosk is started after it: it notes
/// in the kiosk's folder, where alone a visitor process may write.
class Crasher {
public:
    struct Start {
        double epoch_ms = 0;
        std::string words;
    };

    Crasher();
    [[nodiscard]] fs::path const& program() const { return m_program; }
    [[nodiscard]] std::vector<Start> starts() const;
    void await_starts(std::size_t count, Milliseconds limit = Milliseconds(10'000)) const;

private:
    fs::path m_notes;
    fs::path m_program;
};

}  // namespace halte::rig
