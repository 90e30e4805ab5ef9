#include "contestant.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <fstream>

#include "staging.h"

namespace halte::rig::bench {
namespace {

constexpr char const* mark_name = "HALTE_BENCH_CONTESTANT";

/// The process and those that any of its threads has started, and those that these have.
void add_family(pid_t pid, std::vector<pid_t>& all) {
    all.push_back(pid);
    std::error_code gone;
    for (auto const& thread : fs::directory_iterator(fmt::format("/proc/{}/task", pid), gone)) {
        std::ifstream children(thread.path() / "children");
        for (pid_t child = 0; children >> child;) add_family(child, all);
    }
}

/// A process whose parent has ended, and that is known by its environment.
void add_marked(std::string const& mark, std::vector<pid_t>& all) {
    for (auto const& entry : fs::directory_iterator("/proc")) {
        pid_t const pid = std::atoi(entry.path().filename().c_str());
        if (pid <= 0 || std::ranges::find(all, pid) != all.end()) continue;
        if (text_of(entry.path() / "environ").find(mark) != std::string::npos) all.push_back(pid);
    }
}

/// One that has ended and that nobody has waited for yet is not there any more.
bool has_ended(pid_t pid) {
    std::string const state = text_of(fmt::format("/proc/{}/stat", pid));
    return state.empty() || state.find(") Z ") != std::string::npos;
}

class OurKiosk : public Contestant {
public:
    OurKiosk() : Contestant("ours") {}
    [[nodiscard]] bool resets_itself() const override { return true; }

private:
    void prepare() override {
        // A visit lasts longer here than in most tests.
        write_file(folder() / "halte.toml",
                   KioskSettings{.inactivity_seconds = 90, .inactivity_reading_seconds = 180}.toml());
    }
    [[nodiscard]] std::vector<std::string> words() const override {
        return {programs() / "halte", "--config", folder() / "halte.toml", "--own-server"};
    }
    [[nodiscard]] std::vector<std::string> environment() const override {
        return {"RUNTIME_DIRECTORY=" + folder().string()};
    }
};

class BrowserKiosk : public Contestant {
public:
    explicit BrowserKiosk(fs::path const& pages) : Contestant("chromium"), m_pages(pages) {}
    [[nodiscard]] bool resets_itself() const override { return false; }

private:
    /// Every start finds a profile in which nothing was done yet. The old ones go with the rig.
    void prepare() override { fs::create_directories(m_home = folder() / fmt::format("home-{}", ++m_starts)); }
    [[nodiscard]] std::vector<std::string> words() const override {
        // Without a window manager nobody makes its window as large as the screen.
        RigOptions const& screen = rig().options();
        std::vector<std::string> words{"chromium",
                                       "--kiosk",
                                       "--incognito",
                                       "--no-first-run",
                                       "--noerrdialogs",
                                       "--force-device-scale-factor=1",
                                       "--window-position=0,0",
                                       fmt::format("--window-size={},{}", screen.width, screen.height),
                                       "--user-data-dir=" + (m_home / "profile").string()};
        // Its own sandbox does not run as root.
        if (geteuid() == 0) words.emplace_back("--no-sandbox");
        words.push_back("file://" + (m_pages / "welcome.html").string());
        return words;
    }
    [[nodiscard]] std::vector<std::string> environment() const override {
        std::string const home = m_home.string();
        return {"HOME=" + home, "XDG_CONFIG_HOME=" + home + "/config", "XDG_CACHE_HOME=" + home + "/cache"};
    }

    fs::path m_pages;
    fs::path m_home;
    int m_starts = 0;
};

}  // namespace

Contestant::Contestant(std::string name) : m_name(std::move(name)), m_folder(rig().folder() / m_name) {
    fs::create_directories(m_folder);
}

void Contestant::start() {
    prepare();
    std::vector<std::string> all = environment();
    all.push_back(fmt::format("{}={}", mark_name, m_folder.string()));
    m_process = std::make_unique<Process>(
        Process::Options{.words = words(), .environment = all, .complaints = m_folder / "log"});
}

std::vector<pid_t> Contestant::processes() const {
    std::vector<pid_t> all;
    add_family(m_process->pid(), all);
    add_marked(fmt::format("{}={}", mark_name, m_folder.string()), all);
    return all;
}

/// All at once, as systemd ends what a service has started.
void Contestant::end() {
    if (!m_process) return;
    std::vector<pid_t> const all = processes();
    for (pid_t const pid : all) kill(pid, SIGKILL);
    m_process->await_end(Milliseconds(5000));
    m_process.reset();
    await(Milliseconds(5000), "an end of all processes of " + m_name,
          [&] { return std::ranges::all_of(all, has_ended); });
}

std::unique_ptr<Contestant> our_kiosk() { return std::make_unique<OurKiosk>(); }
std::unique_ptr<Contestant> browser_kiosk(fs::path const& pages) { return std::make_unique<BrowserKiosk>(pages); }
bool has_browser() { return has_program("chromium"); }

std::string browser_version() {
    std::string const said = run({"chromium", "--version"}).said;
    auto const found = std::ranges::find_if(said, [](char letter) { return letter >= '0' && letter <= '9'; });
    return "chromium " + std::string(found, std::ranges::find(found, said.end(), ' '));
}

}  // namespace halte::rig::bench
