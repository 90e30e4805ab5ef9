// Before the macros of Xlib:
#include <doctest/doctest.h>

#include "hunt.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <thread>

#include "rig/skip.h"
#include "search/canaries.h"

namespace halte::promises {
namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;

/// Made for one program, in the folder of its rig.
fs::path made_folder(std::string const& name) {
    fs::path folder = rig::rig().folder() / name;
    fs::remove_all(folder);
    return folder;
}

Hunt with_directory(Canaries const& canaries, fs::path const& folder) {
    Hunt hunt;
    hunt.snapshot = build_directory(canaries, folder);
    std::string const bytes = rig::text_of(hunt.snapshot);
    hunt.snapshot_bytes.assign(bytes.begin(), bytes.end());
    return hunt;
}

Hunt scouted() {
    fs::path const folder = made_folder("canaries");
    Canaries const canaries = Canaries::any();
    Hunt hunt = with_directory(canaries, folder);
    hunt.everything = scout_everything(canaries, hunt.snapshot, unhurried(), folder);
    hunt.needles = needles_of(hunt.everything.drawn + canaries.lines());
    return hunt;
}

Hunt scouted_for_a_sentence() {
    Canaries const canaries = Canaries::any();
    Hunt hunt = with_directory(canaries, made_folder("sentence"));
    auto const show = [&](rig::Kiosk& kiosk) {
        kiosk.touch("العربية");
        kiosk.await_words("اغتصاب أو اعتداء جنسي");
        kiosk.touch("كلمات لإظهارها لغيرك");
        kiosk.await_words("أحتاج إلى مترجم.");
        kiosk.touch("أحتاج إلى مترجم.");
        kiosk.await_words(canaries.shown_sentence());
    };
    hunt.everything.route =
        scout_route({.settings = unhurried(), .words = {"--directory", hunt.snapshot}}, show, "مسح ومغادرة");
    hunt.needles = needles_of(canaries.lines());
    return hunt;
}

/// The form without what tells one place or size from another.
std::string kind_of(std::string const& form) {
    constexpr std::array ends{" of the code, ", ", as it", ", capitals", ", small", ", no acc", ", taken", ", back"};
    std::size_t end = form.size();
    for (char const* const words : ends) end = std::min(end, form.find(words));
    if (auto const size = form.find(" of "); size + 4 < form.size() && std::isdigit(form[size + 4]) != 0)
        end = std::min(end, size);
    return form.substr(0, end);
}

}  // namespace

std::vector<test::Needle> needles_of(std::string const& lines) {
    std::istringstream file(lines);
    return test::needles_of_canaries(file);
}

bool may_not_read_memory() {
    std::istringstream status(rig::text_of("/proc/self/status"));
    std::uint64_t rights = 0;
    for (std::string word; status >> word;)
        if (word == "CapEff:") status >> std::hex >> rights;
    constexpr unsigned cap_sys_ptrace = 19;
    if ((rights >> cap_sys_ptrace & 1U) != 0) return false;
    rig::skip("only root may read the memory of a visitor process");
    return true;
}

Found::Found(test::Memory const& memory, test::Findings const& findings, std::vector<test::Needle> const& needles)
    : m_owner(memory.owner()), m_unread(findings.unread), m_bytes(findings.bytes), m_snapshots(findings.snapshots) {
    for (test::Hit const& hit : findings.hits) {
        test::Needle const& needle = needles[hit.needle];
        m_has_own |= hit.in_snapshot;
        if (!hit.in_snapshot) m_things.push_back({needle.canary, needle.encoding, hit.where, hit.times});
    }
}

long Found::count(std::string const& canary, std::string const& form, std::string const& part) const {
    return std::ranges::count_if(m_things, [&](Thing const& thing) {
        return thing.canary == canary && thing.form.starts_with(form) && thing.form.find(part) != std::string::npos;
    });
}
bool Found::has(std::string const& canary, std::string const& form, std::string const& part) const {
    return count(canary, form, part) > 0;
}

bool Found::has_a_picture() const {
    return std::ranges::any_of(m_things, [](Thing const& thing) {
        constexpr std::array pictures{"coverage of", "pixels of", "vertices of", "BGRX"};
        return std::ranges::any_of(pictures,
                                   [&](char const* picture) { return thing.form.find(picture) != std::string::npos; });
    });
}

std::string Found::first_things() const {
    std::string words;
    for (std::size_t at = 0; at < std::min<std::size_t>(3, m_things.size()); ++at)
        words += fmt::format("{}, {}: {} as {} in {}\n", m_things.size(), m_owner, m_things[at].canary,
                             m_things[at].form, m_things[at].where);
    return words;
}

std::string Found::unread() const {
    constexpr std::array usual{"[vvar]", "[vvar_vclock]", "[vsyscall]", "---p"};
    for (test::Unread const& unread : m_unread) {
        auto const is_here = [&](char const* name) { return unread.where.find(name) != std::string::npos; };
        if (!std::ranges::any_of(usual, is_here)) return fmt::format("{}: {}", m_owner, unread.where);
    }
    return m_bytes == 0 ? m_owner + ": all of it" : "";
}

bool Found::has_the_snapshot() const { return m_owner.ends_with(" halte-visitor") && m_snapshots == 1 && m_has_own; }

void Found::tell(std::string const& moment) const {
    std::map<std::string, int> kinds;
    int hits = 0;
    for (Thing const& thing : m_things) {
        ++kinds[kind_of(thing.form) + " in " + thing.where.substr(thing.where.rfind('/') + 1)];
        hits += thing.times;
    }
    fmt::print("# {}: {}: {} MB, {} hits\n", moment, m_owner, m_bytes / 1'000'000, hits);
    for (auto const& [kind, count] : kinds) fmt::print("#     {}: {}\n", kind, count);
}

/// A process that has just started gives memory back, and what is gone while it is read is unread: then it is read
/// again.
Found Hunt::search(pid_t pid) const {
    constexpr int most_times = 5;
    for (int time = 1;; ++time) {
        auto const memory = test::Memory::of_process(pid);
        Found found{memory, test::search(memory, needles, snapshot_bytes), needles};
        if (time == most_times || found.unread().empty()) return found;
        std::this_thread::sleep_for(300ms);
    }
}

Hunt const& hunt() {
    static Hunt const all = scouted();
    return all;
}

Hunt const& hunt_for_a_sentence() {
    static Hunt const hunt = scouted_for_a_sentence();
    return hunt;
}

/// The fifth word of a segment is the process that made it.
bool left_shared_memory(pid_t pid) {
    std::ifstream file("/proc/sysvipc/shm");
    for (std::string line; std::getline(file, line);) {
        std::istringstream words(line);
        std::vector<std::string> const all{std::istream_iterator<std::string>(words), {}};
        if (all.size() > 4 && all[4] == std::to_string(pid)) return true;
    }
    return false;
}

Left left_by(Follower& visit, rig::Kiosk const& kiosk, std::string const& moment, Hunt const& searched) {
    rig::await_gone(visit.visitor(), 50s);
    visit.await_welcome(10s);
    Left left{.shared_memory = left_shared_memory(visit.visitor())};
    for (pid_t const heir : visit.visitors()) left.heirs.push_back(searched.search(heir));
    left.everywhere = left.heirs;
    left.everywhere.push_back(searched.search(kiosk.supervisor()));
    left.everywhere.push_back(searched.search(rig::rig().server().pid()));
    for (Found const& found : left.everywhere) found.tell(moment);
    return left;
}

void check_nothing(Found const& found) {
    CHECK(found.first_things() == "");
    CHECK(found.unread() == "");
}

void check_nothing(Left const& left) {
    CHECK(left.everywhere.size() >= 3);
    for (Found const& found : left.everywhere) check_nothing(found);
    for (Found const& heir : left.heirs) CHECK(heir.has_the_snapshot());
    CHECK_FALSE(left.shared_memory);
}

}  // namespace halte::promises
