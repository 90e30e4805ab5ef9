#include "addresses.h"

namespace halte {

std::string breakable(std::string const& address) {
    std::string words;
    for (char const letter : address) {
        words += letter;
        if (std::string_view("/-.@?&=_").find(letter) != std::string_view::npos) words += "\u200B";
    }
    return words;
}

std::string breakable_anywhere(std::string const& address) {
    std::string words;
    for (char const byte : address) {
        bool const begins_letter = (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
        if (begins_letter && !words.empty()) words += "\u200B";
        words += byte;
    }
    return words;
}

Address address_in(ScreenContext& screen, float width, std::string const& address, Type const& type) {
    Address shown{breakable(address), type};
    if (screen.scale() != TypeScale::largest) shown.type = screen.canvas.squeezed({0, 0, width, 0}, shown.words, type);
    if (!screen.canvas.fits(width, shown.words, shown.type)) shown = {breakable_anywhere(address), type};
    return shown;
}

std::string typeable(std::string const& website) {
    constexpr std::size_t patience = 34;
    return website.size() <= patience ? website : host_of(website);
}

std::string host_of(std::string const& website) { return website.substr(0, website.find('/')); }

}  // namespace halte
