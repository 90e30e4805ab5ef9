#pragma once
/// The two that are compared: our kiosk as it is installed, and a browser as kiosks use it. Both are started, ended and
/// looked into in the same way, on the rig's screen.

#include <memory>
#include <string>
#include <vector>

#include "process.h"
#include "walk.h"

namespace halte::rig::bench {

class Contestant {
public:
    virtual ~Contestant() = default;
    [[nodiscard]] std::string const& name() const { return m_name; }
    /// Ends what runs of it, and gets ready for the next start. Throws Missed when something of it stays.
    void end();
    /// It must not run.
    void start();
    [[nodiscard]] bool runs() const { return m_process != nullptr; }
    /// All of them, the one that was started first.
    [[nodiscard]] std::vector<pid_t> processes() const;
    /// Still pictures of the walk's pages, as it shows them.
    std::vector<Picture> pictures{};
    /// Whether a next visitor is met by the same processes: else it is ended and started anew.
    [[nodiscard]] virtual bool resets_itself() const = 0;

protected:
    explicit Contestant(std::string name);
    [[nodiscard]] fs::path const& folder() const { return m_folder; }

private:
    virtual void prepare() = 0;
    [[nodiscard]] virtual std::vector<std::string> words() const = 0;
    [[nodiscard]] virtual std::vector<std::string> environment() const = 0;

    std::string m_name;
    fs::path m_folder;
    std::unique_ptr<Process> m_process;
};

/// The programs of the product, which tell nothing.
std::unique_ptr<Contestant> our_kiosk();
/// Debian's chromium, on the first of the pages in that folder.
std::unique_ptr<Contestant> browser_kiosk(fs::path const& pages);
bool has_browser();
/// "chromium 156.0.8078.108"
std::string browser_version();

}  // namespace halte::rig::bench
