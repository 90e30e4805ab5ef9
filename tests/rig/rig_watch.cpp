// rig-watch: eyes for tests. It looks at what a person would see, the root window of DISPLAY with everything on it.
//
//   rig-watch picture FILE        one picture, as a PPM file
//   rig-watch hash                one picture's hash, and "blank" when it has one colour only, else "drawn"
//   rig-watch changes X Y W H     samples that rectangle as fast as it can and prints "MILLISECONDS picture HASH" for
//                                 each change. A line on the standard input is printed between them as "MILLISECONDS
//                                 mark LINE"; at the input's end comes "MILLISECONDS samples COUNT".
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XShm.h>
#include <poll.h>
#include <sys/ipc.h>
#include <sys/shm.h>

#include <bit>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>

namespace {

struct Rectangle {
    int x = 0;
    int y = 0;
    int w = 0;
    int h = 0;
};

/// An image in memory that the server writes into, so that a sample costs one short round trip.
class Eye {
public:
    explicit Eye(Rectangle const& rectangle = {}) : m_at(rectangle) {
        if (!m_display) throw std::runtime_error("There is no X server on this display.");
        int const screen = DefaultScreen(m_display.get());
        if (m_at.w == 0) m_at = {0, 0, DisplayWidth(m_display.get(), screen), DisplayHeight(m_display.get(), screen)};
        m_image = XShmCreateImage(m_display.get(), DefaultVisual(m_display.get(), screen),
                                  unsigned(DefaultDepth(m_display.get(), screen)), ZPixmap, nullptr, &m_segment,
                                  unsigned(m_at.w), unsigned(m_at.h));
        if (m_image == nullptr) throw std::runtime_error("This X server shares no memory.");
        auto const size = std::size_t(m_image->bytes_per_line) * std::size_t(m_at.h);
        m_segment.shmid = shmget(IPC_PRIVATE, size, IPC_CREAT | 0600);
        m_segment.shmaddr = m_image->data = static_cast<char*>(shmat(m_segment.shmid, nullptr, 0));
        XShmAttach(m_display.get(), &m_segment);
        XSync(m_display.get(), False);
        // The segment goes away with the last process that has it attached.
        shmctl(m_segment.shmid, IPC_RMID, nullptr);
    }

    void look() {
        if (XShmGetImage(m_display.get(), DefaultRootWindow(m_display.get()), m_image, m_at.x, m_at.y, AllPlanes) == 0)
            throw std::runtime_error("The X server gave no picture.");
    }
    [[nodiscard]] int width() const { return m_at.w; }
    [[nodiscard]] int height() const { return m_at.h; }
    /// Eight bits to a channel, however many the screen has.
    [[nodiscard]] std::uint32_t pixel(int x, int y) const {
        if (m_image->depth != 24) {
            unsigned long const bits = XGetPixel(m_image, x, y);
            return channel(bits, m_image->red_mask) << 16 | channel(bits, m_image->green_mask) << 8 |
                   channel(bits, m_image->blue_mask);
        }
        std::uint32_t bits = 0;
        std::memcpy(&bits, m_image->data + std::ptrdiff_t(y) * m_image->bytes_per_line + std::ptrdiff_t(x) * 4, 4);
        return bits & 0x00FFFFFFU;
    }
    [[nodiscard]] std::uint64_t hash() const {
        std::uint64_t hash = 0xCBF29CE484222325U;
        for (int y = 0; y < m_at.h; ++y)
            for (int x = 0; x < m_at.w; ++x) hash = (hash ^ pixel(x, y)) * 0x100000001B3U;
        return hash;
    }
    [[nodiscard]] bool blank() const {
        for (int y = 0; y < m_at.h; ++y)
            for (int x = 0; x < m_at.w; ++x)
                if (pixel(x, y) != pixel(0, 0)) return false;
        return true;
    }

private:
    static std::uint32_t channel(unsigned long bits, unsigned long mask) {
        unsigned long const value = (bits & mask) >> std::countr_zero(mask);
        int const width = std::popcount(mask);
        return std::uint32_t(width > 8 ? value >> (width - 8) : value << (8 - width));
    }

    std::unique_ptr<Display, int (*)(Display*)> m_display{XOpenDisplay(nullptr), XCloseDisplay};
    Rectangle m_at;
    XImage* m_image = nullptr;
    XShmSegmentInfo m_segment{};
};

void save(std::string const& path) {
    Eye eye;
    eye.look();
    std::ofstream file(path, std::ios::binary);
    file << "P6\n" << eye.width() << ' ' << eye.height() << "\n255\n";
    for (int y = 0; y < eye.height(); ++y)
        for (int x = 0; x < eye.width(); ++x)
            for (int const shift : {16, 8, 0}) file.put(char(eye.pixel(x, y) >> unsigned(shift)));
    if (!file.flush()) throw std::runtime_error("Cannot write " + path);
}

void print_hash() {
    Eye eye;
    eye.look();
    std::printf("%016llx %s\n", static_cast<unsigned long long>(eye.hash()), eye.blank() ? "blank" : "drawn");
}

long long milliseconds() {
    auto const now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

bool line_waits() {
    pollfd input{0, POLLIN, 0};
    return poll(&input, 1, 0) > 0;
}

void print_changes(Rectangle const& rectangle) {
    Eye eye(rectangle);
    std::uint64_t last = 0;
    long long samples = 0;
    for (std::string line;;) {
        if (line_waits()) {
            if (!std::getline(std::cin, line)) break;
            std::printf("%lld mark %s\n", milliseconds(), line.c_str());
        }
        eye.look();
        ++samples;
        std::uint64_t const hash = eye.hash();
        if (hash != std::exchange(last, hash))
            std::printf("%lld picture %016llx\n", milliseconds(), static_cast<unsigned long long>(hash));
        std::fflush(stdout);
    }
    std::printf("%lld samples %lld\n", milliseconds(), samples);
}

void obey(int count, char** arguments) {
    std::string const verb = count > 1 ? arguments[1] : "";
    if (verb == "picture" && count == 3) return save(arguments[2]);
    if (verb == "hash" && count == 2) return print_hash();
    if (verb == "changes" && count == 6)
        return print_changes(
            {std::stoi(arguments[2]), std::stoi(arguments[3]), std::stoi(arguments[4]), std::stoi(arguments[5])});
    throw std::runtime_error("usage: rig-watch picture FILE | hash | changes X Y W H");
}

}  // namespace

int main(int count, char** arguments) try {
    obey(count, arguments);
    return 0;
} catch (std::exception const& fault) {
    std::cerr << "rig-watch: " << fault.what() << '\n';
    return 1;
}
