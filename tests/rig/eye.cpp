#include "eye.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XShm.h>
#include <sys/ipc.h>
#include <sys/shm.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <fstream>
#include <stdexcept>

namespace halte::rig {

bool Picture::blank() const {
    for (std::size_t at = 3; at < pixels.size(); ++at)
        if (pixels[at] != pixels[at - 3]) return false;
    return true;
}

void save(Picture const& picture, std::filesystem::path const& path) {
    std::ofstream file(path, std::ios::binary);
    file << "P6\n" << picture.width << ' ' << picture.height << "\n255\n";
    file.write(reinterpret_cast<char const*>(picture.pixels.data()), std::streamsize(picture.pixels.size()));
    if (!file.flush()) throw std::runtime_error("Cannot write " + path.string());
}

static std::uint32_t channel(unsigned long bits, unsigned long mask) {
    unsigned long const value = (bits & mask) >> std::countr_zero(mask);
    int const width = std::popcount(mask);
    return std::uint32_t(width > 8 ? value >> (width - 8) : value << (8 - width));
}

struct Eye::Inside {
    explicit Inside(Rectangle const& rectangle);
    ~Inside();
    Inside(Inside const&) = delete;
    Inside& operator=(Inside const&) = delete;

    [[nodiscard]] std::uint32_t pixel(int x, int y) const;

    std::unique_ptr<Display, int (*)(Display*)> display{XOpenDisplay(nullptr), XCloseDisplay};
    Rectangle at;
    XImage* image = nullptr;
    XShmSegmentInfo segment{};
};

Eye::Inside::Inside(Rectangle const& rectangle) : at(rectangle) {
    if (!display) throw std::runtime_error("There is no X server on this display.");
    int const screen = DefaultScreen(display.get());
    if (at.w == 0) at = {0, 0, DisplayWidth(display.get(), screen), DisplayHeight(display.get(), screen)};
    image = XShmCreateImage(display.get(), DefaultVisual(display.get(), screen),
                            unsigned(DefaultDepth(display.get(), screen)), ZPixmap, nullptr, &segment, unsigned(at.w),
                            unsigned(at.h));
    if (image == nullptr) throw std::runtime_error("This X server shares no memory.");
    auto const size = std::size_t(image->bytes_per_line) * std::size_t(at.h);
    segment.shmid = shmget(IPC_PRIVATE, size, IPC_CREAT | 0600);
    segment.shmaddr = image->data = static_cast<char*>(shmat(segment.shmid, nullptr, 0));
    XShmAttach(display.get(), &segment);
    XSync(display.get(), False);
    // The segment goes away with the last process that has it attached.
    shmctl(segment.shmid, IPC_RMID, nullptr);
}

Eye::Inside::~Inside() {
    XShmDetach(display.get(), &segment);
    XSync(display.get(), False);
    shmdt(segment.shmaddr);
    image->data = nullptr;
    XDestroyImage(image);
}

/// Eight bits to a channel, however many the screen has.
std::uint32_t Eye::Inside::pixel(int x, int y) const {
    if (image->depth != 24) {
        unsigned long const bits = XGetPixel(image, x, y);
        return channel(bits, image->red_mask) << 16 | channel(bits, image->green_mask) << 8 |
               channel(bits, image->blue_mask);
    }
    std::uint32_t bits = 0;
    std::memcpy(&bits, image->data + std::ptrdiff_t(y) * image->bytes_per_line + std::ptrdiff_t(x) * 4, 4);
    return bits & 0x00FFFFFFU;
}

Eye::Eye(Rectangle const& rectangle) : m_inside(std::make_unique<Inside>(rectangle)) {}
Eye::~Eye() = default;

void Eye::look() {
    Rectangle const& at = m_inside->at;
    Display* const display = m_inside->display.get();
    if (XShmGetImage(display, DefaultRootWindow(display), m_inside->image, at.x, at.y, AllPlanes) == 0)
        throw std::runtime_error("The X server gave no picture.");
}

std::uint64_t Eye::hash() const {
    std::uint64_t hash = 0xCBF29CE484222325U;
    for (int y = 0; y < m_inside->at.h; ++y)
        for (int x = 0; x < m_inside->at.w; ++x) hash = (hash ^ m_inside->pixel(x, y)) * 0x100000001B3U;
    return hash;
}

Picture Eye::picture() const {
    Picture picture{m_inside->at.w, m_inside->at.h};
    picture.pixels.reserve(std::size_t(picture.width) * std::size_t(picture.height) * 3);
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x)
            for (unsigned const shift : {16U, 8U, 0U})
                picture.pixels.push_back(std::uint8_t(m_inside->pixel(x, y) >> shift));
    return picture;
}

}  // namespace halte::rig
