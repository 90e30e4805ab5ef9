#pragma once
/// What halte --check finds out about a machine, and the three ways to tell it: a page for a person, JSON for a
/// program, metrics for node_exporter's text files. It looks at the terminal and its files. It knows no visit, and
/// nothing that it tells depends on one.

#include <halte/configure.h>
#include <halte/directory.h>

namespace halte {

/// A service of systemd.
struct ServiceState {
    std::string unit;    ///< "halte-kiosk.service"
    std::string load;    ///< "loaded", "not-found"
    std::string file;    ///< "enabled", "disabled", "static"
    std::string active;  ///< "active", "failed", "inactive"
    int restarts = 0;    ///< by systemd itself, since it was started
    bool swaps = true;   ///< false where its memory may not go to swap (MemorySwapMax=0)
};

/// Numbers and names for programs, beside the findings.
struct Figures {
    std::string version;  ///< of Halte
    std::string kernel;   ///< "6.12.57+deb13-amd64"
    std::string debian;   ///< "13.2"; empty where it is none
    Date snapshot_as_of;  ///< of the directory that serves
    bool snapshot_embedded = true;
    std::size_t services = 0;  ///< in the directory
    std::size_t settings_problems = 0;
    std::vector<ServiceState> units;  ///< those that are installed
    std::int64_t checked_at = 0;      ///< seconds since 1970
};

struct Examination {
    /// All that was looked at, what is right (Level::ok) too. `where` names the part of the machine, "screen.size": its
    /// group and its name, stable, for programs. Those of a group stand together.
    Problems findings;
    Figures figures;
};

/// What is examined beside the machine.
struct Subject {
    std::string settings_path;                  ///< of the main settings file, whether it exists or not
    LoadedSettings const& loaded;               ///< with all its problems, those of problems_with() among them
    Directory const& directory;                 ///< the one that serves
    std::string refused;                        ///< why the directory that the settings name does not serve; else empty
    std::vector<std::string> undrawable_icons;  ///< pictures that it lacks, or that are none
    Date known_past;                            ///< a day that is past for certain: the program's own
    /// A command that prints tell_unread() of the paths that are added to it; empty: nobody else can be asked.
    std::vector<std::string> question = {};
    std::string kiosk_user = "halte";  ///< who runs the kiosk where no service says so
};

/// Something that a kiosk needs and that this process cannot read.
struct UnreadPath {
    std::string path;  ///< empty for what is not at one place: faces
    std::string why;   ///< the end of a sentence: "Permission denied"
};
/// Tries files, and folders, whose names end in "/", and the faces of every language. Takes at most about three
/// seconds, and the time to look at the faces.
std::vector<UnreadPath> find_unread(std::vector<std::string> const& paths, Directory const& directory);
/// The same as lines for another process: a path and why, with a tab between them, and a last line that says that these
/// are all.
std::string tell_unread(std::vector<UnreadPath> const& unread);

/// What the settings ask of a directory that it does not have: a kind of place, or languages.
Problems problems_with(Directory const& directory, LoadedSettings const& loaded);

/// Reads what there is to read on this machine, asks the X server and systemd where they run, and judges. Never fails:
/// what cannot be told is a finding. Everything is read when it returns, so the caller may confine itself then.
Examination examine(Subject const& subject);

/// Problems under their groups' headings, each with "ok", "warning" or "FAILURE" before it and its cure below it, in
/// lines of at most 100 characters; the last line counts them. `coloured` is for terminals.
std::string as_page(Examination const& examination, bool coloured);
/// One object, with a line break at its end.
std::string as_json(Examination const& examination);
/// The text exposition format. One sample of halte_check for each id, with the worst level found: 0, 1 or 2.
std::string as_prometheus(Examination const& examination);

}  // namespace halte
