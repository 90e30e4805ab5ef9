#include "traced_kiosk.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>

#include "rig/staging.h"

namespace halte::promises {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using Lines = std::vector<std::string>;

fs::path traces() { return rig::rig().folder() / "traces"; }
fs::path overlay_world() { return rig::source_folder() / "tests/promises/overlay_world"; }
std::string build() { return rig::programs().parent_path(); }

/// Those that begin where one of our programs does; all of them when no program began there, and none when it was
/// another.
Lines own(Lines const& trace, std::string const& programs) {
    auto const begins = [](std::string const& words) {
        return [words](std::string const& line) { return line.starts_with("execve(\"" + words); };
    };
    auto const first = std::ranges::find_if(trace, begins(programs));
    if (first != trace.end()) return {first, trace.end()};
    return std::ranges::any_of(trace, begins("")) ? Lines{} : trace;
}

}  // namespace

std::string TracedKiosk::reason_to_skip() {
    if (getuid() != 0) return "only root may mount files over others";
    for (std::string const program : {"strace", "nsenter", "unshare"})
        if (!rig::has_program(program)) return program + " is missing (see kiosk/packages.txt)";
    fs::path const folder = rig::rig().folder() / "tried-world";
    rig::Ran const tried = rig::run({overlay_world(), folder, "/bin/true"}, {"HALTE_BUILD=" + build()});
    return tried.status == 0 ? "" : "files cannot be mounted over others: " + tried.complaints;
}

TracedKiosk::TracedKiosk(rig::KioskOptions options) {
    fs::create_directories(traces());
    fs::path const folder = rig::rig().folder();
    fs::path const halte = folder / "kiosk/stage/halte";
    options.session = rig::write_program(
        "traced",
        fmt::format("unset RUNTIME_DIRECTORY HALTE_TREE\n"
                    "HALTE_BUILD='{}' HALTE_PATIENCE=20 exec strace -ff -qq -o '{}/t' '{}' '{}' '{}' \"$@\"\n",
                    build(), traces().string(), overlay_world().string(), folder.string(), halte.string()));
    options.visitor = "halte-visitor";
    m_kiosk.emplace(options);
    rig::await(20s, "a supervisor", [&] {
        for (pid_t const child : rig::children_of(m_kiosk->supervisor()))
            if (rig::text_of(fmt::format("/proc/{}/cmdline", child)).starts_with(halte.string())) m_supervisor = child;
        return m_supervisor != 0;
    });
}

/// What traces would leave it running.
TracedKiosk::~TracedKiosk() {
    if (m_supervisor != 0) kill(m_supervisor, SIGTERM);
}

rig::Ran TracedKiosk::run_inside(std::string const& command, std::string const& word) const {
    return rig::run({"nsenter", "--mount", "--target", std::to_string(m_supervisor), "bash", "-c", command,
                     rig::rig().folder() / "world", word});
}

Lines TracedKiosk::files() const {
    rig::Ran const listed = run_inside(
        R"(cd "$0" && find upper tmp run var-tmp root/dev/shm -mindepth 1 \( -type f -exec md5sum {} + -o -print \))",
        "");
    if (listed.status != 0) throw rig::Missed("The kiosk's world could not be listed: " + listed.complaints);
    Lines files = rig::lines_of(listed.said);
    std::ranges::sort(files);
    return files;
}

void TracedKiosk::write(std::string const& path) const {
    rig::Ran const written = run_inside(R"(echo secret >"$0/root/$1")", path);
    if (written.status != 0) throw rig::Missed(path + " could not be written: " + written.complaints);
}

Lines TracedKiosk::end() {
    kill(std::exchange(m_supervisor, 0), SIGTERM);
    m_kiosk->halte().await_end(20s);
    Lines all;
    for (auto const& entry : fs::directory_iterator(traces())) {
        Lines const lines = own(rig::lines_of(rig::text_of(entry.path())), m_kiosk->folder() / "stage/halte");
        all.insert(all.end(), lines.begin(), lines.end());
    }
    return all;
}

}  // namespace halte::promises
