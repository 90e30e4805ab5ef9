#include "pixel_needles.h"

#include <fmt/format.h>
#include <halte/look.h>
#include <halte/text.h>
#include <qrencode.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <memory>
#include <span>
#include <stdexcept>

#include "code.h"

namespace halte::test {
namespace {

using Bytes = std::vector<std::uint8_t>;

/// A piece of a word is known by as many pixels, when enough of them are the edges of its letters.
constexpr std::size_t pixels_of_a_piece = 48;
constexpr std::ptrdiff_t fewest_changes = 20;

template <class Thing>
std::ptrdiff_t changes_in(std::span<Thing const> row) {
    std::ptrdiff_t changes = 0;
    for (std::size_t i = 1; i < row.size(); ++i) changes += row[i] == row[i - 1] ? 0 : 1;
    return changes;
}

/// Of rows of `width` things, the one on which the most changes from each to the next: it tells the most.
template <class Thing>
std::span<Thing const> busiest_row(std::vector<Thing> const& all, std::size_t width) {
    std::span<Thing const> best;
    std::ptrdiff_t most = -1;
    for (std::size_t at = 0; width > 0 && at + width <= all.size(); at += width) {
        std::span<Thing const> const row(&all[at], width);
        if (changes_in(row) > most) best = row;
        most = std::max(changes_in(row), most);
    }
    return best;
}

void add_coverage(std::vector<Needle>& needles, std::string const& canary, TextImage const& image,
                  TextStyle const& style) {
    constexpr std::size_t fewest = 16;
    std::span<std::uint8_t const> row = busiest_row(image.coverage, std::size_t(image.width));
    while (!row.empty() && row.front() == 0) row = row.subspan(1);
    while (!row.empty() && row.back() == 0) row = row.first(row.size() - 1);
    if (row.size() < fewest) return;
    auto const* const weight = style.weight == Weight::bold ? "bold" : "regular";
    needles.push_back({canary, fmt::format("coverage of {} pixels, {}", style.size, weight), {row.begin(), row.end()}});
}

/// Two rows from where no two codes are alike: below the corner marks, and above them.
struct CodeRows {
    std::vector<Bytes> dark;  ///< 1 where dark
    std::vector<Bytes> raw;   ///< as libqrencode has them
};
CodeRows rows_of(std::string const& text) {
    CodeModules const code = code_of(text);
    std::unique_ptr<QRcode, decltype(&QRcode_free)> const raw(
        QRcode_encodeString(text.c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), &QRcode_free);
    CodeRows rows;
    for (int const y : {code.side / 2, code.side / 2 + 2}) {
        auto const at = std::ptrdiff_t(y) * code.side;
        rows.dark.emplace_back(code.dark.begin() + at, code.dark.begin() + at + code.side);
        rows.raw.emplace_back(raw->data + at, raw->data + at + code.side);
    }
    return rows;
}

Rgb colour_of(bool dark) {
    static Theme const theme({});
    return theme.colour(dark ? Colour::ink : Colour::card);
}

/// A pixel is four bytes, and what stands in the fourth depends on who keeps it.
constexpr std::size_t pixel_stride = 4;
void add_pixels(std::vector<Needle>& needles, std::string const& canary, std::string const& what,
                std::vector<Rgb> const& row) {
    Bytes rgb, bgr;
    for (Rgb const& pixel : row) {
        rgb.insert(rgb.end(), {pixel.red, pixel.green, pixel.blue});
        bgr.insert(bgr.end(), {pixel.blue, pixel.green, pixel.red});
    }
    needles.push_back({canary, what + ", BGRX", bgr, 3, pixel_stride});
    needles.push_back({canary, what + ", RGBX", rgb, 3, pixel_stride});
    needles.push_back({canary, what + ", RGB", rgb});
}

std::vector<Rgb> read_rows(std::string const& file, PixelRectangle const& part) {
    std::ifstream picture(file, std::ios::binary);
    std::string magic;
    int width = 0, height = 0, most = 0;
    picture >> magic >> width >> height >> most;
    picture.get();
    bool const inside = part.x >= 0 && part.y >= 0 && part.x + part.w <= width && part.y + part.h <= height;
    if (!picture || magic != "P6" || !inside) throw std::runtime_error(file + " is no picture of that size");
    Bytes bytes(std::size_t(width) * std::size_t(height) * 3);
    picture.read(reinterpret_cast<char*>(bytes.data()), std::streamsize(bytes.size()));
    std::vector<Rgb> pixels;
    for (int y = part.y; y < part.y + part.h; ++y)
        for (int x = part.x; x < part.x + part.w; ++x) {
            std::uint8_t const* const at = &bytes[(std::size_t(y) * std::size_t(width) + std::size_t(x)) * 3];
            pixels.push_back({at[0], at[1], at[2]});
        }
    return pixels;
}

}  // namespace

std::vector<Needle> coverage_needles(std::string const& canary, std::string const& text, std::string const& language) {
    constexpr float smallest = 12, largest = 72, step = 0.25F;
    static auto const typesetter = Typesetter::create();
    std::vector<Needle> needles;
    if (!typesetter) return needles;
    TextStyle style{.language = language};
    for (Weight const weight : {Weight::regular, Weight::bold})
        for (style.size = smallest; style.size <= largest; style.size += step) {
            style.weight = weight;
            add_coverage(needles, canary, typesetter->render(text, style, 0), style);
        }
    return needles;
}

std::vector<Needle> code_needles(std::string const& canary, std::string const& text) {
    constexpr int largest_module = 16;
    CodeRows const rows = rows_of(text);
    std::vector<Needle> needles;
    for (Bytes const& row : rows.raw) needles.push_back({canary, "libqrencode's modules", row});
    for (Bytes const& row : rows.dark) {
        needles.push_back({canary, "modules", row});
        for (int module = 2; module <= largest_module; ++module) {
            std::vector<Rgb> pixels;
            for (std::uint8_t const dark : row) pixels.insert(pixels.end(), std::size_t(module), colour_of(dark != 0));
            add_pixels(needles, canary, fmt::format("pixels of the code, {} to a module", module), pixels);
        }
    }
    return needles;
}

std::vector<Needle> vertex_needles(std::string const& canary, std::string const& text, int x, int width) {
    constexpr std::size_t vertex = 20;  // ImDrawVert: a place, a place in the texture, a colour
    std::vector<Needle> needles;
    for (Bytes const& row : rows_of(text).dark) {
        int const side = int(row.size());
        int const module = width / side;
        int const left = x + (width - module * side) / 2;
        Bytes bytes;
        for (int column = 0; column < side; ++column) {
            if (row[std::size_t(column)] == 0) continue;
            float const from = float(left + column * module), to = from + float(module);
            for (float const corner : {from, to, to, from}) {
                std::uint8_t four[sizeof corner];
                std::memcpy(four, &corner, sizeof corner);
                bytes.insert(bytes.end(), four, four + sizeof corner);
            }
        }
        needles.push_back({canary, "vertices of the code", bytes, sizeof(float), vertex});
    }
    return needles;
}

std::vector<Needle> screenshot_needles(std::string const& canary, std::string const& file, PixelRectangle const& part) {
    auto const pixels = read_rows(file, part);
    auto const row = busiest_row(pixels, std::size_t(part.w));
    std::vector<Needle> needles;
    for (std::size_t at = 0; at + pixels_of_a_piece <= row.size(); at += pixels_of_a_piece / 2) {
        auto const piece = row.subspan(at, pixels_of_a_piece);
        if (changes_in(piece) < fewest_changes) continue;
        add_pixels(needles, canary, "pixels of the screen", {piece.begin(), piece.end()});
    }
    if (needles.empty()) throw std::runtime_error("That part of " + file + " has nothing to tell it by");
    return needles;
}

}  // namespace halte::test
