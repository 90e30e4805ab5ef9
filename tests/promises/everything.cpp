#include "everything.h"

#include <fmt/format.h>

#include <algorithm>

namespace halte::promises {
namespace {

using rig::Kiosk;
using rig::Missed;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

/// The words stand at its begin, and something of it can be seen.
Node const& node_of(rig::SeenScreen const& screen, std::string const& words) {
    auto const found = std::ranges::find_if(
        screen.tree.nodes, [&](Node const& node) { return node.visible.h > 0 && node.name.starts_with(words); });
    if (found == screen.tree.nodes.end()) throw Missed("There is no \"" + words + "\" on the screen.");
    return *found;
}

std::string drawn_words(std::string const& canary, PixelRect const& at, fs::path const& picture) {
    return fmt::format("screen\t{}\t{}\t{}\t{}\t{}\t{}\n", canary, picture.string(), at.x, at.y, at.w, at.h);
}

class Scout {
public:
    Scout(Canaries const& canaries, Kiosk& kiosk, fs::path const& pictures)
        : m_canaries(canaries), m_kiosk(kiosk), m_pictures(pictures) {}

    Everything visit() {
        m_kiosk.await_still();
        enter();
        note_words("drawn-first", m_canaries.in_arabic, "first.ppm");
        m_everything.first_page = m_notes.steps().size();
        change_size_and_language();
        read_to_the_end();
        note_words("drawn-large", m_canaries.name, "end.ppm");
        note_words("drawn-below", m_canaries.below, "end.ppm");
        note_code();
        m_everything.route.steps = m_notes.steps();
        m_everything.route.exit = m_kiosk.reach("Wissen en weggaan");
        return std::move(m_everything);
    }

private:
    void enter() {
        m_kiosk.touch("العربية");
        m_kiosk.await_words("اغتصاب أو اعتداء جنسي");
        m_kiosk.touch("اغتصاب أو اعتداء جنسي");
        m_kiosk.touch(m_canaries.name + ", " + m_canaries.number);
        m_kiosk.await_words(m_canaries.in_arabic);
    }
    void change_size_and_language() {
        m_kiosk.touch("اللغة وحجم النص");
        m_kiosk.await_words("كبير جدًا");
        m_kiosk.touch("كبير");
        m_kiosk.touch("Nederlands");
        m_kiosk.await_words("Taal en tekst");
        m_kiosk.touch("Terug");
        m_kiosk.await_words(m_canaries.in_dutch);
    }
    void read_to_the_end() {
        m_kiosk.await_still();
        while (m_kiosk.look().control("Omlaag") != nullptr) {
            m_kiosk.await_feeling();
            m_kiosk.turn_page();
            m_kiosk.await_still();
        }
        for (std::string const& words : {m_canaries.below, ": " + m_canaries.number})
            if (!m_kiosk.shows(words)) throw Missed("The end of the page does not show \"" + words + "\".");
        m_everything.route.end = settled_picture();
    }
    void note_words(std::string const& canary, std::string const& words, std::string const& file) {
        save(settled_picture(), m_pictures / file);
        m_everything.drawn += drawn_words(canary, node_of(m_kiosk.look(), words).visible, m_pictures / file);
    }
    void note_code() {
        Node const* const code = m_kiosk.look().words(": " + m_canaries.number);
        if (code == nullptr) throw Missed("There is no QR code on the screen.");
        m_everything.drawn += fmt::format("code\tcode\t{}\t{}\t{}\n", m_canaries.uri(), code->rect.x, code->rect.w);
    }

    Canaries const& m_canaries;
    Kiosk& m_kiosk;
    fs::path m_pictures;
    Notes m_notes;
    Everything m_everything;
};

}  // namespace

Everything scout_everything(Canaries const& canaries, fs::path const& snapshot, rig::KioskSettings const& settings,
                            fs::path const& pictures) {
    Kiosk kiosk({.settings = settings, .words = {"--directory", snapshot}});
    return Scout(canaries, kiosk, pictures).visit();
}

}  // namespace halte::promises
