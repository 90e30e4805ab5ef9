#include "kiosk.h"

#include <fmt/format.h>
#include <signal.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace halte::rig {
namespace {

constexpr int room_for_a_finger_px = 60;
constexpr int most_pages = 15;

fs::path program_of(fs::path const& name) { return name.is_absolute() ? name : programs() / name; }

}  // namespace

Kiosk::Kiosk(KioskOptions const& options) : m_options(options), m_folder(rig().folder() / "kiosk") {
    fs::remove_all(m_folder);
    fs::create_directories(m_folder / "trees");
    fs::create_directories(m_folder / "stage");
    fs::copy_file(programs() / "halte", m_folder / "stage/halte");
    fs::create_symlink(programs() / "halte-check", m_folder / "stage/halte-check");
    stage_visitor(options.visitor);
    start();
    if (options.visitor == "observed-visitor")
        await(Milliseconds(20'000), "a welcome screen", [this] { return is_welcome(look()); });
}

/// A test that has failed leaves the picture of its screen (evidence.cpp).
Kiosk::~Kiosk() {
    if (std::uncaught_exceptions() > 0) rig().keep_look(m_folder / "screen.ppm");
}

void Kiosk::start() {
    KioskOptions const& options = m_options;
    std::ofstream(settings_file()) << options.settings.toml();
    fs::path const started = options.session.empty() ? m_folder / "stage/halte" : options.session;
    std::vector<std::string> words{started, "--config", settings_file()};
    words.insert(words.end(), options.words.begin(), options.words.end());
    if (options.own_server) words.emplace_back("--own-server");
    std::vector<std::string> environment{"RUNTIME_DIRECTORY=" + m_folder.string(),
                                         "HALTE_TREE=" + (m_folder / "trees").string(),
                                         fmt::format("PATH={}:{}", (m_folder / "stage").string(), std::getenv("PATH"))};
    environment.insert(environment.end(), options.environment.begin(), options.environment.end());
    m_halte = std::make_unique<Process>(
        Process::Options{.words = words, .environment = environment, .complaints = m_folder / "log"});
}

void Kiosk::stage_visitor(fs::path const& program) {
    fs::path const link = m_folder / "stage/halte-visitor";
    fs::remove(link);
    fs::create_symlink(program_of(program), link);
}

/// That of the process whose window was shown last and that is there.
SeenScreen const* Kiosk::top_screen() {
    SeenScreen const* top = nullptr;
    for (auto const& entry : fs::directory_iterator(m_folder / "trees")) {
        // The file's name is the process' number: reading what is gone would take time from what is tried.
        if (!is_there(std::atoi(entry.path().stem().c_str()))) continue;
        SeenScreen const* const seen = m_reader.read(entry.path());
        if (seen == nullptr || seen->shown_ms == 0) continue;
        if (top == nullptr || seen->shown_ms > top->shown_ms) top = seen;
    }
    return top;
}

/// One look, whether a visitor process draws or not.
bool Kiosk::sees_a_visitor() {
    SeenScreen const* const seen = top_screen();
    if (seen != nullptr) m_screen = *seen;
    return seen != nullptr;
}

SeenScreen const& Kiosk::look() {
    await(Milliseconds(20'000), "a visitor process that draws", [this] { return sees_a_visitor(); });
    return m_screen;
}

void Kiosk::await_words(std::string const& words, Milliseconds limit) {
    await(limit, "\"" + words + "\" on the screen", [&] { return shows(words); });
}

void Kiosk::await_no_words(std::string const& words, Milliseconds limit) {
    await(limit, "a screen without \"" + words + "\"", [&] { return !shows(words); });
}

bool Kiosk::is_still() {
    pid_t const pid = look().pid;
    int const frame = m_screen.frame;
    // A list that a finger stops is not drawn again: frames of what still moves come sooner than that.
    rest(m_screen.moving ? Milliseconds(400) : Milliseconds(70));
    return look().pid == pid && m_screen.frame == frame;
}

void Kiosk::await_still(Milliseconds limit) {
    await(limit, "a screen that stands still", [this] { return is_still(); });
}

void Kiosk::await_feeling() {
    await(Milliseconds(10'000), "a visitor process that feels", [this] { return look().feels; });
    rest_until(std::max(m_screen.shown_ms + 550, m_screen.page_ms + 370));
}

void Kiosk::await_picture(Picture const& picture, Milliseconds limit) {
    fs::path const awaited = m_folder / "awaited.ppm";
    save(picture, awaited);
    await(limit, "the picture from before", [&] { return rig().look() == picture; });
    fs::remove(awaited);
}

void Kiosk::await_fresh_welcome(pid_t last, Milliseconds limit) {
    await(limit, "a fresh welcome screen",
          [&] { return sees_a_visitor() && m_screen.pid != last && is_welcome(m_screen); });
}

void Kiosk::turn_page() {
    Node const* const key = look().page_key();
    if (key == nullptr) throw Missed("There is no key that turns the page.");
    int const before = m_screen.frame;
    rig().tap(middle_of(*key));
    await(Milliseconds(3000), "a page that turns", [&] { return look().frame > before; });
}

std::optional<Point> Kiosk::place_on_this_page(std::string const& control) {
    await_feeling();
    await_still();
    Node const* const found = m_screen.control(control);
    if (found == nullptr || (found->visible.h < room_for_a_finger_px && found->visible.h != found->rect.h))
        return std::nullopt;
    return middle_of(*found);
}

Point Kiosk::reach(std::string const& control) {
    for (int page = 0; page < most_pages; ++page) {
        if (auto const place = place_on_this_page(control)) return *place;
        if (m_screen.page_key() == nullptr) break;
        turn_page();
    }
    throw Missed(fmt::format("There is no control \"{}\".", control));
}

/// The next touch must not fall on what was there before this one.
void Kiosk::touch(std::string const& control) {
    Point const place = reach(control);
    SeenScreen const before = m_screen;
    rig().tap(place);
    await(Milliseconds(5000), "an answer to the touch of \"" + control + "\"", [&] {
        SeenScreen const& now = look();
        return now.pid != before.pid || (now.frame > before.frame && !presses_something(now));
    });
}

void Kiosk::press(std::string const& control) {
    rig().down(reach(control));
    await(Milliseconds(3000), "a pressed \"" + control + "\"", [&] {
        Node const* const key = look().control(control);
        return key != nullptr && key->pressed;
    });
    await_still();
}

void Kiosk::keep_busy(std::function<void()> const& deed) {
    pid_t const busy = visitor();
    kill(busy, SIGSTOP);
    deed();
    kill(busy, SIGCONT);
}

int Kiosk::end() {
    m_halte->signal(SIGTERM);
    return m_halte->await_end(Milliseconds(5000));
}

void Kiosk::start_again() { start(); }

std::string Kiosk::log() const {
    std::istringstream lines(text_of(m_folder / "log"));
    std::string all;
    for (std::string line; std::getline(lines, line);)
        if (!line.starts_with("Memory may be written to swap")) all += line + "\n";
    return all;
}

void Kiosk::pass(Milliseconds time) { sigqueue(visitor(), SIGRTMIN + 1, sigval{.sival_int = int(time.count())}); }

SeenScreen Kiosk::last_screen_of(pid_t pid) const {
    ScreenReader reader;
    SeenScreen const* const seen = reader.read(m_folder / "trees" / fmt::format("{}.jsonl", pid));
    if (seen == nullptr) throw Missed(fmt::format("Process {} has drawn nothing.", pid));
    return *seen;
}

bool is_gone(pid_t pid) { return !is_there(pid); }
void await_gone(pid_t pid, Milliseconds limit) {
    await(limit, fmt::format("an end of process {}", pid), [&] { return is_gone(pid); });
}

}  // namespace halte::rig
