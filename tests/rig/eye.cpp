#include "eye.h"

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

Eye::Eye(Rectangle const& rectangle) : m_at(rectangle) {
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

Eye::~Eye() {
    XShmDetach(m_display.get(), &m_segment);
    XSync(m_display.get(), False);
    shmdt(m_segment.shmaddr);
    m_image->data = nullptr;
    XDestroyImage(m_image);
}

void Eye::look() {
    if (XShmGetImage(m_display.get(), DefaultRootWindow(m_display.get()), m_image, m_at.x, m_at.y, AllPlanes) == 0)
        throw std::runtime_error("The X server gave no picture.");
}

static std::uint32_t channel(unsigned long bits, unsigned long mask) {
    unsigned long const value = (bits & mask) >> std::countr_zero(mask);
    int const width = std::popcount(mask);
    return std::uint32_t(width > 8 ? value >> (width - 8) : value << (8 - width));
}

/// Eight bits to a channel, however many the screen has.
std::uint32_t Eye::pixel(int x, int y) const {
    if (m_image->depth != 24) {
        unsigned long const bits = XGetPixel(m_image, x, y);
        return channel(bits, m_image->red_mask) << 16 | channel(bits, m_image->green_mask) << 8 |
               channel(bits, m_image->blue_mask);
    }
    std::uint32_t bits = 0;
    std::memcpy(&bits, m_image->data + std::ptrdiff_t(y) * m_image->bytes_per_line + std::ptrdiff_t(x) * 4, 4);
    return bits & 0x00FFFFFFU;
}

std::uint64_t Eye::hash() const {
    std::uint64_t hash = 0xCBF29CE484222325U;
    for (int y = 0; y < m_at.h; ++y)
        for (int x = 0; x < m_at.w; ++x) hash = (hash ^ pixel(x, y)) * 0x100000001B3U;
    return hash;
}

Picture Eye::picture() const {
    Picture picture{m_at.w, m_at.h};
    picture.pixels.reserve(std::size_t(m_at.w) * std::size_t(m_at.h) * 3);
    for (int y = 0; y < m_at.h; ++y)
        for (int x = 0; x < m_at.w; ++x)
            for (unsigned const shift : {16U, 8U, 0U}) picture.pixels.push_back(std::uint8_t(pixel(x, y) >> shift));
    return picture;
}

}  // namespace halte::rig
