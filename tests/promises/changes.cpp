#include "changes.h"

#include <fmt/format.h>

#include <algorithm>
#include <regex>
#include <set>

#include "rig/process.h"

namespace halte::promises {
namespace {

using Lines = std::vector<std::string>;

bool holds(std::string const& line, std::regex const& what) { return std::regex_search(line, what); }

bool opens_for_change(std::string const& name, std::string const& line) {
    static std::regex const to_change("O_(WRONLY|RDWR|CREAT|TRUNC|APPEND|TMPFILE)");
    return (name == "open" || name == "openat" || name == "creat") && holds(line, to_change);
}

bool is_a_change(std::string const& line) {
    static std::set<std::string> const names{
        "rename",      "renameat", "renameat2", "unlink",     "unlinkat",  "rmdir",     "truncate",     "ftruncate",
        "fallocate",   "mkdir",    "mkdirat",   "mknod",      "mknodat",   "link",      "linkat",       "symlink",
        "symlinkat",   "chmod",    "fchmod",    "fchmodat",   "fchmodat2", "chown",     "fchown",       "lchown",
        "fchownat",    "utime",    "utimes",    "utimensat",  "futimesat", "setxattr",  "lsetxattr",    "fsetxattr",
        "removexattr", "mount",    "umount2",   "pivot_root", "mq_open",   "mq_unlink", "socket",       "socketpair",
        "connect",     "bind",     "listen",    "shmget",     "msgget",    "semget",    "memfd_create", "add_key",
        "sethostname", "reboot"};
    static std::regex const failed(R"( = -1 E[A-Z0-9]+ \()");
    std::string const name = line.substr(0, line.find('('));
    return (names.contains(name) || opens_for_change(name, line)) && !holds(line, failed);
}

bool is_a_refusal(std::string const& line) {
    static std::regex const refused(R"( = -1 E(PERM|ACCES|ROFS) \()");
    return line.find(" = -1 E") != std::string::npos && holds(line, refused);
}

std::string made_alike(std::string line) {
    struct Number {
        std::regex what;
        char const* words;
    };
    static std::vector<Number> const numbers{
        {std::regex(R"rx(\bsun_path=@"[0-9a-f]{5}")rx"), "sun_path=@\"CHOSEN\""},
        {std::regex("X11-unix/X[0-9]+"), "X11-unix/XN"},
        {std::regex(R"(^(connect|bind|listen|ftruncate|fallocate|fchmod)\([0-9]+)"), "$1(FD"},
        {std::regex("(IPC_PRIVATE, )[0-9]+"), "$1SIZE"},
        {std::regex(" += [0-9]+$"), ""},
        {std::regex(R"( += -1 (E[A-Z]+) \(.*)"), " = $1"}};
    for (Number const& number : numbers) line = std::regex_replace(line, number.what, number.words);
    return line;
}

Calls counted(Lines const& lines, bool (*wanted)(std::string const&)) {
    Calls calls;
    for (std::string const& line : lines)
        if (wanted(line)) ++calls[made_alike(line)];
    return calls;
}

}  // namespace

Calls changes_in(Lines const& lines) { return counted(lines, is_a_change); }
Calls refusals_in(Lines const& lines) { return counted(lines, is_a_refusal); }

Lines unexpected(Calls const& calls, std::filesystem::path const& allowed) {
    std::vector<std::regex> all;
    for (std::string const& line : rig::lines_of(rig::text_of(allowed)))
        if (auto const tab = line.find('\t'); !line.starts_with('#') && tab != std::string::npos)
            all.emplace_back(line.substr(0, tab));
    Lines unknown;
    for (auto const& [call, times] : calls)
        if (std::ranges::none_of(all, [&](std::regex const& one) { return std::regex_match(call, one); }))
            unknown.push_back(fmt::format("{}, {} times", call, times));
    return unknown;
}

}  // namespace halte::promises
