// halte-visitor for the end-to-end tests: after every frame it writes the accessibility tree down, so that a test can
// touch a button by its name. HALTE_TREE names a folder, and every process writes a file of its own there, PID.jsonl,
// because the next visitor draws its first frame while the last one is still on the screen.
//
// The first line is {"pid":…,"frame":…,"shown_ms":…}: how many frames were drawn, and when the window was first shown
// (milliseconds of the epoch; 0 while it is hidden). Every other line is a node, its keys always in the same order, so
// that a shell can read it.
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>

#include "visitor.h"

namespace halte {
namespace {

using Json = nlohmann::ordered_json;

std::string name_of(Role role) {
    switch (role) {
        case Role::text:
            return "text";
        case Role::button:
            return "button";
        case Role::image:
            return "image";
        case Role::panel:
            return "panel";
        case Role::scroll_area:
            return "scroll area";
    }
    return "";
}

Json numbers_of(PixelRect const& rect) { return Json::array({rect.x, rect.y, rect.w, rect.h}); }

Json line_of(Node const& node) {
    return {{"role", name_of(node.role)},    {"name", node.name},
            {"rect", numbers_of(node.rect)}, {"visible", numbers_of(node.visible)},
            {"action", node.action},         {"pressed", node.pressed},
            {"language", node.language}};
}

std::int64_t epoch_ms() {
    return std::chrono::duration_cast<Milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
}

/// Writes each frame's tree whole or not at all: whoever reads the file finds one frame in it.
class TreeWriter {
public:
    explicit TreeWriter(std::filesystem::path const& folder)
        : m_file(folder / (std::to_string(getpid()) + ".jsonl")),
          m_draft(folder / ("." + std::to_string(getpid()) + ".draft")) {}

    void write(AccessibilityTree const& tree) {
        // The first frame is drawn into the hidden window; the second one is on the screen.
        if (++m_frame == 2) m_shown_ms = epoch_ms();
        std::ofstream draft(m_draft);
        draft << Json({{"pid", getpid()}, {"frame", m_frame}, {"shown_ms", m_shown_ms}}).dump() << '\n';
        for (Node const& node : tree.nodes) draft << line_of(node).dump() << '\n';
        draft.close();
        std::filesystem::rename(m_draft, m_file);
    }

private:
    std::filesystem::path m_file;
    std::filesystem::path m_draft;
    int m_frame = 0;
    std::int64_t m_shown_ms = 0;
};

FrameObserver observer_from_environment() {
    char const* const folder = std::getenv("HALTE_TREE");
    if (folder == nullptr) return {};
    auto const writer = std::make_shared<TreeWriter>(folder);
    return [writer](AccessibilityTree const& tree) { writer->write(tree); };
}

}  // namespace
}  // namespace halte

int main(int count, char** words) { return halte::visitor_main(count, words, halte::observer_from_environment()); }
