#include <span>

#include "aspects.h"
#include "screen_resources.h"

namespace halte {

std::string read_gamma(Display* display) {
    ScreenResources const resources = resources_of(display);
    Named found;
    if (!resources) return {};
    for (RRCrtc const crtc : std::span(resources->crtcs, std::size_t(resources->ncrtc))) {
        XRRCrtcGamma* const gamma = XRRGetCrtcGamma(display, crtc);
        if (gamma == nullptr) continue;
        std::string ramp;
        for (unsigned short const* const colour : {gamma->red, gamma->green, gamma->blue})
            ramp.append(reinterpret_cast<char const*>(colour), 2 * std::size_t(gamma->size));
        found[std::to_string(crtc)] = std::move(ramp);
        XRRFreeGamma(gamma);
    }
    return written(found);
}

std::string comparable_gamma(std::string const& now, std::string const& was) {
    Named const other = named_in(was);
    Named kept = named_in(now);
    std::erase_if(kept, [&](auto const& each) {
        auto const same = other.find(each.first);
        return same == other.end() || same->second.size() != each.second.size();
    });
    return written(kept);
}

void put_back_gamma(Display* display, std::string const& was) {
    for (auto const& [crtc, ramp] : named_in(comparable_gamma(was, read_gamma(display)))) {
        std::size_t const size = ramp.size() / 6;
        XRRCrtcGamma* const gamma = XRRAllocGamma(int(size));
        unsigned short* const colours[]{gamma->red, gamma->green, gamma->blue};
        for (std::size_t at = 0; at < 3; ++at) std::memcpy(colours[at], ramp.data() + 2 * size * at, 2 * size);
        XRRSetCrtcGamma(display, RRCrtc(std::stoul(crtc)), gamma);
        XRRFreeGamma(gamma);
    }
}

}  // namespace halte
