#include "rig.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <regex>

namespace halte::rig {
namespace {

fs::path made_folder() {
    std::string name = (fs::temp_directory_path() / "halte-rig-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw NoRig("no folder could be made for it");
    return name;
}

/// Whether the server says that it can be reached: it writes its number when it is ready.
bool says_ready(UniqueFd const& pipe) {
    pollfd end{pipe.get(), POLLIN, 0};
    char number = 0;
    return poll(&end, 1, 20'000) > 0 && read(pipe.get(), &number, 1) == 1;
}

fs::path xorg_program() { return fs::exists("/usr/lib/xorg/Xorg") ? "/usr/lib/xorg/Xorg" : "Xorg"; }

}  // namespace

Rig::Rig(RigOptions const& options, fs::path folder) : m_options(options), m_folder(std::move(folder)) {}

/// What there is of a rig that does not come about ends: the other constructor has made it.
Rig::Rig(RigOptions const& options) : Rig(options, made_folder()) {
    try {
        start();
    } catch (std::runtime_error const& reason) {
        throw NoRig(reason.what());
    }
}

void Rig::start() {
    if (!m_options.given_display.empty()) return use_given_display();
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) throw NoRig("there is no pipe");
    UniqueFd const told(ends[0]);
    UniqueFd ready(ends[1]);
    if (m_options.glass == Glass::pointer)
        start_xvfb(ready.get());
    else
        start_xorg(ready.get());
    ready.close();
    if (!says_ready(told)) throw NoRig("the X server did not start: " + complaint());
    setenv("DISPLAY", m_display.c_str(), 1);
    m_finger = m_options.glass == Glass::pointer
                   ? pointing_finger()
                   : touching_finger((m_folder / "touch").string(), m_options.width, m_options.height);
}

void Rig::use_given_display() {
    m_display = m_options.given_display;
    setenv("DISPLAY", m_display.c_str(), 1);
    m_finger = pointing_finger();
}

void Rig::kill_server() {
    lose_server([this] { m_server->signal(SIGKILL); });
}
void Rig::lose_server(std::function<void()> const& kill) {
    m_finger.reset();
    kill();
    m_server->await_end(Milliseconds(5000));
}
void Rig::start_again() { start(); }

/// The finger leaves before the server, never the other way round: a touchscreen's driver without its client keeps a
/// core busy.
Rig::~Rig() {
    m_finger.reset();
    if (m_server) m_server->end();
    std::error_code ignored;
    fs::remove_all(m_folder, ignored);
}

void Rig::start_xvfb(int ready) {
    std::vector<std::string> words = name_words(ready);
    words.insert(words.begin(), "Xvfb");
    words.insert(words.end(),
                 {"-screen", "0", fmt::format("{}x{}x{}", m_options.width, m_options.height, m_options.depth)});
    words.insert(words.end(), m_options.server_options.begin(), m_options.server_options.end());
    m_server = std::make_unique<Process>(Process::Options{
        .words = words, .said = m_folder / "x.log", .complaints = m_folder / "x.log", .inherits = ready});
}

void Rig::start_xorg(int ready) {
    std::string configuration = text_of(source_folder() / "tests/rig/xorg.conf.in");
    configuration = replaced(configuration, "@FOLDER@", m_folder.string());
    configuration = replaced(configuration, "@MODE@", fmt::format("{}x{}", m_options.width, m_options.height));
    std::ofstream(m_folder / "xorg.conf") << configuration;
    std::vector<std::string> words = name_words(ready);
    words.insert(words.begin(), xorg_program());
    words.insert(words.end(), {"-config", m_folder / "xorg.conf", "-logfile", m_folder / "xorg.log", "-novtswitch",
                               "-sharevts", "vt7"});
    m_server = std::make_unique<Process>(Process::Options{
        .words = words, .said = m_folder / "x.log", .complaints = m_folder / "x.log", .inherits = ready});
}

/// What every server is told of its name, of where to say that it is ready, and of who may reach it.
std::vector<std::string> Rig::name_words(int ready) const {
    return {m_display, "-displayfd", std::to_string(ready), "-noreset", "-nolisten", "tcp"};
}

/// Why the server did not start, in its own words. Xorg's log explains its marks before it uses them.
std::string Rig::complaint() const {
    std::string const log = text_of(m_folder / "x.log") + text_of(m_folder / "xorg.log");
    std::smatch found;
    static std::regex const words(R"((?:^|\n|\] )(\(EE\) [a-zA-Z][^\n]*|setpriv: [^\n]*))");
    return std::regex_search(log, found, words) ? found.str(1) : "it was not ready within 20 s";
}

void Rig::tap(Point at) {
    if (m_told) m_told(at);
    down(at);
    up();
}
void Rig::down(Point at) {
    m_is_down = true;
    m_finger->feel(Contact::begins, (m_at = at).x, at.y);
}
void Rig::move(Point to) { m_finger->feel(Contact::moves, (m_at = to).x, to.y); }
void Rig::up() {
    m_is_down = false;
    m_finger->feel(Contact::ends, m_at.x, m_at.y);
}
void Rig::leave_screen() {
    if (m_is_down) up();
}
void Rig::press(Point at) {
    if (!m_finger->take_tablet((m_folder / "tablet").string()) || !m_finger->press(at.x, at.y))
        throw Missed("This rig has no pointer that tells its place with a press.");
}

void Rig::key_down(int code) {
    (void)m_finger->take_keyboard((m_folder / "keyboard").string());
    m_finger->key(code, true);
}
void Rig::key_up(int code) { m_finger->key(code, false); }
void Rig::key(int code) {
    key_down(code);
    key_up(code);
}

void Rig::storm(int chords, unsigned seed, std::vector<Point> const& keys) {
    std::vector<Place> places;
    for (Point const& key : keys) places.push_back({double(key.x), double(key.y)});
    if (!m_finger->take_keyboard((m_folder / "keyboard").string()) || !m_finger->storm(chords, seed, places))
        throw Missed("This rig has no keyboard.");
}

Picture Rig::look() {
    Eye eye;
    eye.look();
    return eye.picture();
}

bool Rig::keep_look(fs::path const& file) {
    try {
        save(look(), file);
        return true;
    } catch (std::exception const&) {
        return false;
    }
}

Picture Rig::still_picture(Milliseconds time) {
    Picture last = look();
    std::int64_t since = epoch_ms();
    await(Milliseconds(5000), "a picture that stands still", [&] {
        rest(Milliseconds(50));
        Picture now = look();
        if (now == last) return epoch_ms() - since >= time.count();
        last = std::move(now);
        since = epoch_ms();
        return false;
    });
    return last;
}

std::unique_ptr<Rig>& held_rig() {
    static std::unique_ptr<Rig> held;
    return held;
}
Rig& rig() { return *held_rig(); }

RigInstead::RigInstead(RigOptions const& options) : m_usual(std::make_unique<Rig>(options)) {
    m_usual.swap(held_rig());
}

RigInstead::~RigInstead() {
    if (std::uncaught_exceptions() > 0) {
        std::error_code ignored;
        fs::remove_all(m_usual->folder() / "kiosk", ignored);
        fs::copy(rig().folder() / "kiosk", m_usual->folder() / "kiosk", fs::copy_options::recursive, ignored);
    }
    m_usual.swap(held_rig());
    setenv("DISPLAY", rig().display().c_str(), 1);
}

}  // namespace halte::rig
