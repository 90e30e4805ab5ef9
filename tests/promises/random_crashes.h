#pragma once
/// Visits by random fingers on one kiosk, each of which crashes at a random moment.

#include <map>
#include <set>

#include "crash_paths.h"

namespace halte::promises {

class RandomCrashes {
public:
    /// Returns when the kiosk shows its first screen. The same seed does the same again.
    explicit RandomCrashes(std::uint32_t seed);

    /// The paths in turn, and now and then a visit that ends as it should. Throws Missed with what has not come about.
    void make(int visits);
    /// What was tried, as lines for whoever reads the output.
    void tell() const;

    // How many of those visits:
    [[nodiscard]] int dirty() const { return m_dirty; }  ///< showed something else than the welcome screen
    [[nodiscard]] int in_visits() const { return m_in_visits; }
    [[nodiscard]] int died_for_memory() const { return m_paths.killed_for_memory(); }
    [[nodiscard]] SmallWorld& world() { return m_world; }

private:
    struct Tally {
        int visits = 0;
        Milliseconds worst{0};
        Milliseconds limit{0};
    };

    void make_one(CrashPath const& path);
    void make_plain_visit();
    void open_visit();
    void reach(Moment moment);
    void crash(CrashPath const& path, Moment moment);
    void start_session_again(Moment moment);
    void await_top();
    /// A fresh welcome screen, or the end of the session.
    void await_clean(Milliseconds limit);
    void await_nothing_left() const;
    void note(CrashPath const& path, Moment moment, Milliseconds took);

    rig::KeyPlaces m_places;
    rig::RandomHands m_hands;
    SmallWorld m_world;
    CrashPaths m_paths;
    rig::RootWindow m_victim;
    std::vector<pid_t> m_victims;  ///< of this crash
    std::string m_now;
    std::map<std::string, Tally> m_tallies;
    std::map<Moment, int> m_moments;
    std::set<std::string_view> m_tried;
    int m_dirty = 0;
    int m_in_visits = 0;
    int m_sessions_over = 0;
};

}  // namespace halte::promises
