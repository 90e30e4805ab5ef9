#include "needle.h"

#include <cstring>
#include <istream>
#include <ostream>
#include <sstream>
#include <stdexcept>

namespace halte::test {
namespace {

std::string hexadecimal(std::vector<std::uint8_t> const& bytes) {
    static constexpr char const* digits = "0123456789abcdef";
    std::string text;
    for (std::uint8_t const byte : bytes) {
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

std::vector<std::uint8_t> bytes_of(std::string const& text) {
    std::vector<std::uint8_t> bytes;
    for (std::size_t at = 0; at + 1 < text.size(); at += 2)
        bytes.push_back(std::uint8_t(std::stoi(text.substr(at, 2), nullptr, 16)));
    return bytes;
}

bool is_sound(Needle const& needle) {
    return needle.chunk > 0 && needle.chunk <= needle.stride && needle.bytes.size() >= 2 &&
           needle.bytes.size() % needle.chunk == 0;
}

}  // namespace

bool Needle::stands_at(std::uint8_t const* memory) const {
    if (chunk == stride) return std::memcmp(memory, bytes.data(), bytes.size()) == 0;
    for (std::size_t at = 0; at < bytes.size(); at += chunk, memory += stride)
        if (std::memcmp(memory, &bytes[at], chunk) != 0) return false;
    return true;
}

void write_needles(std::ostream& out, std::vector<Needle> const& needles) {
    for (Needle const& each : needles)
        out << each.canary << '\t' << each.encoding << '\t' << each.chunk << '\t' << each.stride << '\t'
            << hexadecimal(each.bytes) << '\n';
}

std::vector<Needle> read_needles(std::istream& in) {
    std::vector<Needle> needles;
    for (std::string line; std::getline(in, line);) {
        std::istringstream fields(line);
        Needle needle;
        std::string bytes;
        std::getline(fields, needle.canary, '\t');
        std::getline(fields, needle.encoding, '\t');
        fields >> needle.chunk >> needle.stride >> bytes;
        needle.bytes = bytes_of(bytes);
        if (!fields || !is_sound(needle)) throw std::runtime_error("This is no needle: " + line);
        needles.push_back(std::move(needle));
    }
    return needles;
}

}  // namespace halte::test
