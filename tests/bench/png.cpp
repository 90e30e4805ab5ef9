#include "png.h"

#include <stb/stb_image_write.h>

#include <cstdint>
#include <vector>

namespace halte::rig::bench {
namespace {

std::string base64(std::string const& bytes) {
    constexpr char const* letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        std::uint32_t bits = 0;
        for (std::size_t one = 0; one < 3; ++one)
            bits = bits << 8U | (at + one < bytes.size() ? std::uint8_t(bytes[at + one]) : 0U);
        for (std::size_t one = 0; one < 4; ++one)
            text += at + one > bytes.size() ? '=' : letters[bits >> (18 - 6 * one) & 0x3FU];
    }
    return text;
}

void add_bytes(void* text, void* bytes, int size) {
    static_cast<std::string*>(text)->append(static_cast<char const*>(bytes), std::size_t(size));
}

}  // namespace

std::string png_address(Picture const& picture, PixelRect const& part) {
    std::vector<std::uint8_t> pixels;
    for (int y = part.y; y < part.bottom(); ++y) {
        auto const row = (std::size_t(y) * std::size_t(picture.width) + std::size_t(part.x)) * 3;
        pixels.insert(pixels.end(), picture.pixels.begin() + std::ptrdiff_t(row),
                      picture.pixels.begin() + std::ptrdiff_t(row) + std::ptrdiff_t(part.w) * 3);
    }
    std::string png;
    stbi_write_png_to_func(add_bytes, &png, part.w, part.h, 3, pixels.data(), part.w * 3);
    return "data:image/png;base64," + base64(png);
}

}  // namespace halte::rig::bench
