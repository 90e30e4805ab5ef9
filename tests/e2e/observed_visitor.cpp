// halte-visitor for the end-to-end tests: after every frame it writes the accessibility tree down, so that a test can
// touch a button by its name. HALTE_TREE names a folder, and every process writes a file of its own there, PID.jsonl,
// because the next visitor draws its first frame while the last one is still on the screen. A confined process opens no
// file for writing, so a scribe does it.
//
// The first line is {"pid":…,"frame":…,"shown_ms":…,"page_ms":…,"feels":…,"moving":…,"focus":…,"focus_is_group":…}: how
// many frames were drawn, when the window and the page on it were first shown (milliseconds of the epoch; 0 while it is
// hidden), and whether it has put back what the last visit left and feels fingers: then it is observed once more; and
// what has the focus of keys; and where its icons stand. Every other line is a node, its keys always in the same order,
// so that a shell can read it.
//
// Time passes for it as a test wants (passing_clock.h).
//
// For tests/bench, HALTE_FRAMES names a file to which every process adds a line for each frame it has drawn: "PID FRAME
// EPOCH_MICROSECONDS CPU_MICROSECONDS". The last is what all threads have used since the frame before; what the writing
// itself costs is not in it.
#include <unistd.h>

#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <utility>

#include "passing_clock.h"
#include "rig/role_names.h"
#include "scribe.h"
#include "take_over.h"
#include "visitor.h"

extern "C" void* glfwGetX11Display();

namespace halte {
namespace {

using Json = nlohmann::ordered_json;

Json numbers_of(PixelRect const& rect) { return Json::array({rect.x, rect.y, rect.w, rect.h}); }

Json numbers_of(Rgb colour) { return Json::array({colour.red, colour.green, colour.blue}); }

Json icons_of(AccessibilityTree const& tree) {
    Json icons = Json::array();
    for (Decoration const& icon : tree.decorations) icons.push_back(numbers_of(icon.visible));
    return icons;
}

Json line_of(Node const& node) {
    return {{"role", halte::rig::name_of(node.role)},
            {"parent", node.parent},
            {"name", node.name},
            {"rect", numbers_of(node.rect)},
            {"visible", numbers_of(node.visible)},
            {"id", node.id.words},
            {"turns_page", node.turns_page},
            {"pressed", node.pressed},
            {"selected", node.selected},
            {"language", node.language},
            {"radius", node.radius_px},
            {"size", node.size_px},
            {"bold", node.bold},
            {"lines", node.lines},
            {"foreground", numbers_of(node.foreground)},
            {"background", numbers_of(node.background)},
            {"right_to_left", node.right_to_left}};
}

std::int64_t epoch_ms() {
    return std::chrono::duration_cast<Milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
}

class TreeWriter {
public:
    explicit TreeWriter(std::filesystem::path const& folder)
        : m_scribe(folder / (std::to_string(getpid()) + ".jsonl")) {}

    void write(AccessibilityTree const& tree, DrawnFrame const& frame) {
        // The first frame is drawn into the hidden window; the second one is on the screen.
        if (++m_frame == 2) m_shown_ms = epoch_ms();
        if (m_frame >= 2 && frame.page == Page::another) m_page_ms = epoch_ms();
        std::string text = Json({{"pid", getpid()},
                                 {"frame", m_frame},
                                 {"shown_ms", m_shown_ms},
                                 {"page_ms", m_page_ms},
                                 {"feels", m_frame > 2},
                                 {"moving", frame.moving},
                                 {"focus", tree.focus.control.words},
                                 {"focus_is_group", tree.focus.whole_group},
                                 {"icons", icons_of(tree)}})
                               .dump() +
                           '\n';
        for (Node const& node : tree.nodes) text += line_of(node).dump() + '\n';
        m_scribe.write(text);
    }

private:
    Scribe m_scribe;
    int m_frame = 0;
    std::int64_t m_shown_ms = 0;
    std::int64_t m_page_ms = 0;
};

class FrameLog {
public:
    explicit FrameLog(std::filesystem::path const& file) : m_file(file, std::ios::app) {}

    void drawn() {
        auto const now = std::chrono::system_clock::now().time_since_epoch();
        auto const epoch_us = std::chrono::duration_cast<std::chrono::microseconds>(now).count();
        m_file << getpid() << ' ' << ++m_frame << ' ' << epoch_us << ' ' << cpu_us() - m_cpu_before_us << std::endl;
    }
    void begin_the_next() { m_cpu_before_us = cpu_us(); }

private:
    static std::int64_t cpu_us() {
        timespec time{};
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
        return time.tv_sec * 1'000'000 + time.tv_nsec / 1'000;
    }

    std::ofstream m_file;
    int m_frame = 0;
    std::int64_t m_cpu_before_us = 0;
};

/// Foreign code: it does what the file that HALTE_TAKE_OVER names says when the process starts, as soon as the visitor
/// has touched something.
class Intruder {
public:
    explicit Intruder(std::filesystem::path const& file) { std::getline(std::ifstream(file) >> std::ws, m_way); }
    /// The first page is drawn behind the last visit, and again when it is shown.
    void go_on(Page page) {
        constexpr int after_a_touch = 2;
        if (page == Page::another) ++m_pages;
        if (m_pages < after_a_touch) return;
        taken_over::take_over(glfwGetX11Display(), m_way, std::exchange(m_has_begun, true));
    }

private:
    std::string m_way;
    int m_pages = 0;
    bool m_has_begun = false;
};

template <class Observer>
std::shared_ptr<Observer> observer_named_in(char const* variable) {
    char const* const path = std::getenv(variable);
    return path == nullptr ? nullptr : std::make_shared<Observer>(path);
}

FrameObserver observer_from_environment() {
    auto const writer = observer_named_in<TreeWriter>("HALTE_TREE");
    auto const log = observer_named_in<FrameLog>("HALTE_FRAMES");
    auto const intruder = observer_named_in<Intruder>("HALTE_TAKE_OVER");
    return [writer, log, intruder](AccessibilityTree const& tree, DrawnFrame const& frame) {
        if (log) log->drawn();
        if (intruder) intruder->go_on(frame.page);
        if (writer) writer->write(tree, frame);
        if (log) log->begin_the_next();
    };
}

}  // namespace
}  // namespace halte

int main(int count, char** words) {
    halte::PassingClock const clock = halte::PassingClock::from_environment();
    return halte::visitor_main(count, words, {.observer = halte::observer_from_environment(), .clock = &clock});
}
