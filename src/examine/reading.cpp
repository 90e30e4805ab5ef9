#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "kiosk_user.h"

namespace halte {
namespace {

std::string cure_for(UnreadPath const& unread, bool within) {
    auto const is_below = [&](char const* folder) { return unread.path.starts_with(folder); };
    constexpr char const* elsewhere = "Move it, to /var/lib/halte for one, and name its new place.";
    if (unread.path.empty()) return "Let every user read the files of the package fonts-noto-core.";
    if (is_below("/home/") || is_below("/root/") || is_below("/run/user/"))
        return fmt::format("The kiosk's service sees nobody's home. {}", elsewhere);
    if (within && (is_below("/tmp/") || is_below("/var/tmp/")))
        return fmt::format("The kiosk's service has a folder /tmp of its own. {}", elsewhere);
    bool const folder = unread.path.ends_with('/');
    return fmt::format("chmod a+{} {}; every folder above it needs a+x.", folder ? "rx" : "r", unread.path);
}

Problem judge_path(UnreadPath const& unread, OtherReader const& reader, std::string const& directory) {
    std::string const cure = cure_for(unread, !reader.within.empty());
    std::string const user = reader.user + ", the user who runs the kiosk";
    if (unread.path.empty()) return broken("reading.faces", fmt::format("For {}: {}", user, unread.why), cure);
    return broken(unread.path == directory ? "reading.directory" : "reading.settings",
                  fmt::format("{} cannot be read by {}: {}.", unread.path, user, unread.why), cure);
}

}  // namespace

std::vector<std::string> to_be_read(Subject const& subject) {
    auto const is_refused = [&](std::string const& file) {
        auto const& problems = subject.loaded.problems;
        return std::any_of(problems.begin(), problems.end(),
                           [&](auto const& one) { return one.where.line == 0 && one.where.name == file; });
    };
    std::vector<std::string> paths;
    for (std::string const& file : subject.loaded.files)
        if (!is_refused(file)) paths.push_back(std::filesystem::absolute(file));
    std::string const folder = subject.settings_path + ".d/";
    bool const has_folder = std::any_of(subject.loaded.files.begin(), subject.loaded.files.end(),
                                        [&](std::string const& file) { return file.starts_with(folder); });
    if (has_folder) paths.push_back(std::filesystem::absolute(folder));
    std::string const& directory = subject.loaded.settings.directory;
    if (!directory.empty() && subject.refused.empty()) paths.push_back(directory);
    return paths;
}

Problems judge_reading(OtherReader const& reader, std::string const& directory) {
    Problems findings;
    for (UnreadPath const& unread : reader.unread) findings.push_back(judge_path(unread, reader, directory));
    std::string const can = fmt::format("What {}, the user who runs the kiosk, can read", reader.user);
    if (!reader.answered)
        findings.push_back(
            warn("reading.kiosk",
                 fmt::format("{} cannot be told{}.", can, reader.otherwise.empty() ? "" : ": " + reader.otherwise),
                 "Run it again; if it stays, restart the machine."));
    else if (reader.within.empty())
        findings.push_back(
            fine("reading.kiosk", fmt::format("{} was tried as that user. The confines of a service were "
                                              "not tried, because there is none here.",
                                              can)));
    else if (findings.empty())
        findings.push_back(
            fine("reading.kiosk", fmt::format("{}, the user who runs the kiosk, can read settings, directory and faces "
                                              "from within {}.",
                                              reader.user, reader.within)));
    return findings;
}

}  // namespace halte
