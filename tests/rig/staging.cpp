#include "staging.h"

#include <fmt/format.h>

#include <fstream>

namespace halte::rig {

void write_file(fs::path const& file, std::string const& text) {
    std::ofstream stream(file, std::ios::binary);
    stream << text;
    if (!stream.flush()) throw std::runtime_error(file.string() + " cannot be written.");
}

fs::path write_program(std::string const& name, std::string const& lines) {
    fs::path file = rig().folder() / name;
    write_file(file, "#!/bin/bash\n" + lines);
    fs::permissions(file, fs::perms::owner_exec, fs::perm_options::add);
    return file;
}

fs::path good_snapshot() { return programs().parent_path() / "src/programs/embedded.snapshot"; }

Picture picture_of_a_first_start() {
    Kiosk const kiosk;
    return rig().still_picture();
}

void upgrade_halte(Kiosk const& kiosk, fs::path const& program) {
    fs::path const stage = kiosk.folder() / "stage";
    fs::copy_file(program, stage / "halte.new");
    fs::rename(stage / "halte.new", stage / "halte");
}

bool runs_the_new_halte(Kiosk const& kiosk) {
    return fs::equivalent(fmt::format("/proc/{}/exe", kiosk.supervisor()), kiosk.folder() / "stage/halte");
}

void await_the_new_halte(Kiosk const& kiosk, Milliseconds limit) {
    await(limit, "the new program", [&] { return runs_the_new_halte(kiosk); });
}

void await_renewal(Kiosk& kiosk, pid_t last, Picture const& welcome) {
    auto const until = epoch_ms() + 10'000;
    await_the_new_halte(kiosk, Milliseconds(10'000));
    kiosk.await_fresh_welcome(last, Milliseconds(until - epoch_ms()));
    kiosk.await_picture(welcome);
}

Crasher::Crasher()
    : m_notes(rig().folder() / "kiosk/starts"),
      m_program(write_program("crasher", fmt::format("ulimit -c 0\n"
                                                     "echo \"${{EPOCHREALTIME/./}} $*\" >>'{}'\n"
                                                     "kill -SEGV $$\n",
                                                     m_notes.string()))) {}

std::vector<Crasher::Start> Crasher::starts() const {
    std::vector<Start> starts;
    for (std::string const& line : lines_of(text_of(m_notes)))
        starts.push_back({std::stod(line) / 1000, line.substr(line.find(' ') + 1)});
    return starts;
}

void Crasher::await_starts(std::size_t count, Milliseconds limit) const {
    await(limit, fmt::format("{} starts", count), [&] { return starts().size() >= count; });
}

}  // namespace halte::rig
