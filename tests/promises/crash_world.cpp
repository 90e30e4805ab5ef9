#include "crash_world.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "rig/staging.h"
#include "rig/story.h"

namespace halte::promises {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr std::string_view filling = "full";

std::set<fs::path> files_of_the_rig() {
    std::set<fs::path> files;
    for (fs::path const& folder : {rig::rig().folder(), rig::rig().folder() / "kiosk"})
        for (auto const& entry : fs::directory_iterator(folder)) files.insert(entry.path());
    return files;
}

/// Those that the world is made with are no visit's, but for what stands in them.
void add_files(fs::path const& folder, std::set<fs::path> const& own, std::vector<std::string>& found) {
    std::set<fs::path> const others{".X11-unix", rig::rig().folder().filename()};
    std::error_code gone;
    for (fs::recursive_directory_iterator entry(folder, gone), end; !gone && entry != end; entry.increment(gone)) {
        if (others.contains(entry->path().filename())) {
            entry.disable_recursion_pending();
            continue;
        }
        if (!own.contains(entry->path())) found.push_back(entry->path());
    }
}

void fill(fs::path const& file) {
    std::ofstream stream(file, std::ios::binary);
    std::string const block(4096, '\0');
    while (stream.write(block.data(), std::streamsize(block.size())).flush()) {
    }
    std::ofstream more(file, std::ios::binary | std::ios::app);
    if (more << "more" << std::flush) throw rig::Missed("The disk could not be filled.");
}

}  // namespace

SmallWorld::SmallWorld(rig::Picture const& welcome) : m_welcome(welcome) {
    fs::path const folder = rig::rig().folder();
    // Not where it was built: that may be in a /tmp which the kiosk does not see.
    fs::path const visitor = folder / "faulty-visitor";
    fs::copy_file(rig::programs() / "faulty-visitor", visitor, fs::copy_options::overwrite_existing);
    fs::path const session = rig::write_program(
        "in-a-small-world", fmt::format("unset HALTE_TREE\nexec '{}' '{}' '{}' \"$@\"\n",
                                        (rig::source_folder() / "tests/promises/small_world").string(), folder.string(),
                                        (folder / "kiosk/stage/halte").string()));
    m_kiosk.emplace(rig::KioskOptions{.session = session, .visitor = visitor});
    await_welcome();
    m_known = files_of_the_rig();
}

SmallWorld::~SmallWorld() { keep_log(); }

void SmallWorld::await_welcome() {
    m_kiosk->await_picture(m_welcome, 20s);
    m_log = UniqueFd(open(inside("tmp/log").c_str(), O_RDONLY | O_CLOEXEC));
}

void SmallWorld::keep_log() const {
    std::ofstream(m_kiosk->folder() / "log") << rig::text_of(fmt::format("/proc/self/fd/{}", m_log.get()));
}

bool SmallWorld::session_is_over() {
    if (m_kiosk->halte().runs()) return false;
    keep_log();
    int const status = m_kiosk->halte().await_end(0s);
    bool const is_not_put_back = m_kiosk->log().find("in the X server cannot be put back") != std::string::npos;
    rig::insist(status == int(ExitCode::spoilt_server) && is_not_put_back,
                fmt::format("halte has ended with status {}", status));
    return true;
}

void SmallWorld::start_again() {
    m_kiosk->start_again();
    await_welcome();
}

fs::path SmallWorld::inside(std::string const& path) const {
    return fmt::format("/proc/{}/root/{}", m_kiosk->supervisor(), path);
}

long SmallWorld::crashes_told() const {
    return std::ranges::count_if(rig::lines_of(rig::text_of(inside("tmp/log"))), [](std::string const& line) {
        return line.find("a visitor process crashed") != std::string::npos ||
               line.find("a visitor process was killed") != std::string::npos;
    });
}

void SmallWorld::remember_processes() {
    for (pid_t const one : visitors()) m_seen.insert(one);
}

std::vector<std::string> SmallWorld::leftovers() const {
    std::vector<std::string> found = orphaned_memory();
    add_files(inside("tmp"), {inside("tmp/log"), inside("tmp/run"), inside("tmp/home")}, found);
    add_files(inside("dev/shm"), {}, found);
    for (fs::path const& file : files_of_the_rig())
        if (!m_known.contains(file)) found.push_back(file);
    return found;
}

/// The number of a process comes again, and kiosks of others may be tried on the same machine: memory whose maker lives
/// is nobody's orphan.
std::vector<std::string> SmallWorld::orphaned_memory() const {
    std::vector<std::string> found;
    for (SharedMemory const& piece : shared_memory())
        if (m_seen.contains(piece.maker) && rig::is_gone(piece.maker))
            found.push_back(fmt::format("shared memory {} of process {}", piece.id, piece.maker));
    return found;
}

void SmallWorld::fill_disks() const {
    for (std::string const folder : {"tmp", "dev/shm"}) fill(inside(folder) / filling);
}
void SmallWorld::empty_disks() const {
    for (std::string const folder : {"tmp", "dev/shm"}) fs::remove(inside(folder) / filling);
}

std::vector<SharedMemory> shared_memory() {
    std::vector<SharedMemory> all;
    for (std::string const& line : rig::lines_of(rig::text_of("/proc/sysvipc/shm"))) {
        std::istringstream words(line);
        std::string key, mode, size;
        SharedMemory piece;
        if (words >> key >> piece.id >> mode >> size >> piece.maker) all.push_back(piece);
    }
    return all;
}

MemoryGroup::MemoryGroup() {
    fs::path const groups = "/sys/fs/cgroup";
    bool const is_old = fs::exists(groups / "memory");
    fs::path const folder = (is_old ? groups / "memory" : groups) / fmt::format("halte-crash-{}", getpid());
    std::error_code fault;
    fs::create_directory(folder, fault);
    if (fault) return;
    std::ofstream limit(folder / (is_old ? "memory.limit_in_bytes" : "memory.max"));
    if (limit << 131'072 << std::flush)
        m_folder = folder;
    else
        fs::remove(folder, fault);
}

MemoryGroup::~MemoryGroup() {
    std::error_code ignored;
    if (is_there()) fs::remove(m_folder, ignored);
}

/// It may have ended a moment ago.
void MemoryGroup::take(pid_t pid) const { std::ofstream(m_folder / "cgroup.procs") << pid << std::flush; }

}  // namespace halte::promises
