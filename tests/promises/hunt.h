#pragma once
/// Searches of memory for what a visit to the canaries has left.

#include <chrono>
#include <string>
#include <vector>

#include "everything.h"
#include "search/search.h"

namespace halte::promises {

/// Visitor processes are not dumpable: only who may trace anybody may read their memory. Says that the test is skipped
/// otherwise.
bool may_not_read_memory();

/// What was found in a process.
class Found {
public:
    struct Thing {
        std::string canary;
        std::string form;
        std::string where;
        int times = 0;
    };

    Found() = default;
    Found(test::Memory const& memory, test::Findings const& findings, std::vector<test::Needle> const& needles);

    /// As a thing whose form begins with those words, and has the others in it.
    [[nodiscard]] bool has(std::string const& canary, std::string const& form, std::string const& part = "") const;
    /// In how many forms or places.
    [[nodiscard]] long count(std::string const& canary, std::string const& form, std::string const& part) const;
    [[nodiscard]] bool has_a_picture() const;
    /// The first three, for a person; empty when there is nothing.
    [[nodiscard]] std::string first_things() const;
    /// Whether all that can be was read, and what was not. What the kernel itself shows to processes cannot be read
    /// from outside, nor the holes that libraries leave between their parts.
    [[nodiscard]] std::string unread() const;
    /// Every visitor process has the snapshot from its start, once and whole. That its words are found there and
    /// nowhere else says that the search looked well.
    [[nodiscard]] bool has_the_snapshot() const;
    /// How much was searched, and where how many of which forms were found, for whoever reads the output.
    void tell(std::string const& moment) const;

private:
    std::string m_owner;  ///< "1234 halte"
    std::vector<Thing> m_things;
    std::vector<test::Unread> m_unread;
    std::uint64_t m_bytes = 0;
    std::uint64_t m_snapshots = 0;
    bool m_has_own = false;
};

/// The canaries of this program of tests, and the way to all of them.
struct Hunt {
    std::filesystem::path snapshot;
    Everything everything;
    std::vector<test::Needle> needles;
    std::vector<std::uint8_t> snapshot_bytes;

    [[nodiscard]] Found search(pid_t pid) const;
};
/// Of lines in the form of search/canaries.h.
std::vector<test::Needle> needles_of(std::string const& lines);
/// Is scouted when it is first asked for.
Hunt const& hunt();
/// Of a short visit: a sentence for an interpreter, which names the visitor's language, is chosen and shown.
Hunt const& hunt_for_a_sentence();

/// What an ended visit has left in the processes of the kiosk and in the X server.
struct Left {
    std::vector<Found> everywhere;
    std::vector<Found> heirs;    ///< those of the visitor processes
    bool shared_memory = false;  ///< a segment that the visitor process made
};
/// When the visitor process has ended by itself, and the first screen is there.
Left left_by(Follower& visit, rig::Kiosk const& kiosk, std::string const& moment, Hunt const& searched = hunt());
bool left_shared_memory(pid_t pid);

void check_nothing(Found const& found);
void check_nothing(Left const& left);

}  // namespace halte::promises
