/// What touchscreens report, as files whose names say what must come of it:
///
///   key NAME X Y W H [always]       list X Y W H LONGEST        what is on the screen; pixels, 4 to a millimetre
///   MS down|move|up X Y [-> KEY]    what is reported, and the key that is pressed by it; without one, none is
///   MS page, MS wait                another page is shown; time passes
///   scrolled PIXELS [AT_MOST]       where the list stands now
///   new COUNT                       contacts so far that were new
///   ghosts yes|no                   whether touches that nobody makes were found so far
#include "touch.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

using namespace halte;

namespace {

class Report {
public:
    Report() {
        m_tree.mm_per_px = 0.25F;
        m_on = {.tree = &m_tree, .px_per_mm = 4, .motion = false};
    }

    void play(std::string const& line) {
        std::istringstream words(line);
        std::string verb;
        words >> verb;
        if (verb == "key") return put_key(words);
        if (verb == "list") return put_list(words);
        if (verb == "scrolled") return check_scrolled(words);
        if (verb == "new") return check_new(words);
        if (verb == "ghosts") return check_ghosts(words);
        int const ms = std::stoi(verb);
        words >> verb;
        m_now = Instant{} + Milliseconds(ms);
        if (verb == "page") return m_machine.page_shown(m_now);
        take(verb == "wait" ? m_machine.advance(m_now, m_on, m_offset) : touch(verb, words));
        std::string arrow, key = "nothing";
        words >> arrow >> key;
        CHECK(m_pressed == key);
    }

private:
    void put_key(std::istringstream& words) {
        Node node{.role = Role::button};
        std::string always;
        words >> node.name >> node.rect.x >> node.rect.y >> node.rect.w >> node.rect.h;
        REQUIRE(words);
        words >> always;
        node.always = always == "always";
        node.id = {node.name};
        node.visible = node.rect;
        m_tree.nodes.push_back(node);
    }
    void put_list(std::istringstream& words) {
        PixelRect& area = m_on.viewport;
        words >> area.x >> area.y >> area.w >> area.h >> m_on.most_scroll;
        REQUIRE(words);
    }
    Outcome touch(std::string const& verb, std::istringstream& words) {
        Finger finger{FingerPhase::move, 0, 0, m_now};
        if (verb == "down") finger.phase = FingerPhase::down;
        if (verb == "up") finger.phase = FingerPhase::up;
        words >> finger.x >> finger.y;
        REQUIRE(words);
        return m_machine.finger(finger, m_on, m_offset);
    }
    void take(Outcome const& outcome) {
        if (outcome.scrolled) m_offset = *outcome.scrolled;
        if (outcome.contact) ++m_new;
        m_pressed = outcome.activated ? outcome.activated->words : "nothing";
    }
    void check_scrolled(std::istringstream& words) const {
        float least = 0;
        words >> least;
        float most = least;
        words >> most;
        if (!words) most = least;
        CHECK(m_offset >= least);
        CHECK(m_offset <= most);
    }
    void check_new(std::istringstream& words) const {
        int count = -1;
        words >> count;
        CHECK(m_new == count);
    }
    void check_ghosts(std::istringstream& words) const {
        std::string whether;
        words >> whether;
        CHECK(m_machine.feels_ghosts() == (whether == "yes"));
    }

    AccessibilityTree m_tree;
    TouchMachine m_machine;
    Touchables m_on;
    Instant m_now{};
    float m_offset = 0;
    int m_new = 0;
    std::string m_pressed;
};

}  // namespace

TEST_CASE("what touchscreens report comes to what its file's name says") {
    int files = 0;
    for (auto const& entry : std::filesystem::directory_iterator(HALTE_SOURCE "/tests/unit/canvas/touches")) {
        ++files;
        Report report;
        std::ifstream lines(entry.path());
        std::string line;
        for (int number = 1; std::getline(lines, line); ++number) {
            if (line.empty() || line[0] == '#') continue;
            CAPTURE(entry.path().stem().string());
            CAPTURE(number);
            report.play(line);
        }
    }
    CHECK(files >= 20);
}
