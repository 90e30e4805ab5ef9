/// Which output shows which part of the screen, how, and which modes there are. A program that fits the screen to what
/// is plugged in changes this too: it paints the safe page anew then.
#include <array>
#include <memory>
#include <span>

#include "aspects.h"
#include "root_picture.h"
#include "screen_resources.h"

namespace halte {
namespace {

constexpr char const* fitted_for = "fitted for";
constexpr char const* size_of_screen = "size";
constexpr char const* primary = "primary";
constexpr std::string_view mode = "mode ";

struct FreeCrtc {
    void operator()(XRRCrtcInfo* crtc) const { XRRFreeCrtcInfo(crtc); }
};
struct FreeByX {
    void operator()(void* memory) const { XFree(memory); }
};
struct FreePanning {
    void operator()(XRRPanning* panning) const { XRRFreePanning(panning); }
};

/// What one source of pictures shows, as it is told and set.
struct Shown {
    int x = 0, y = 0;
    RRMode mode = None;
    Rotation rotation = RR_Rotate_0;
    std::array<XFixed, 9> matrix{};
    std::array<int, 12> panning{};
};

void read_transform(Display* display, RRCrtc crtc, Shown& shown, std::string& filter) {
    XRRCrtcTransformAttributes* told = nullptr;
    if (XRRGetCrtcTransform(display, crtc, &told) == 0 || told == nullptr) return;
    std::unique_ptr<XRRCrtcTransformAttributes, FreeByX> const held(told);
    std::memcpy(shown.matrix.data(), told->currentTransform.matrix, sizeof told->currentTransform.matrix);
    if (told->currentFilter != nullptr) filter = told->currentFilter;
}

void read_panning(Display* display, XRRScreenResources* resources, RRCrtc crtc, Shown& shown) {
    std::unique_ptr<XRRPanning, FreePanning> const told(XRRGetPanning(display, resources, crtc));
    if (told)
        shown.panning = {int(told->left),       int(told->top),       int(told->width),       int(told->height),
                         int(told->track_left), int(told->track_top), int(told->track_width), int(told->track_height),
                         told->border_left,     told->border_top,     told->border_right,     told->border_bottom};
}

/// With the outputs that show it behind it, and the filter.
std::string read_shown(Display* display, XRRScreenResources* resources, RRCrtc crtc) {
    std::unique_ptr<XRRCrtcInfo, FreeCrtc> const about(XRRGetCrtcInfo(display, resources, crtc));
    if (!about) return {};
    Shown shown{about->x, about->y, about->mode, about->rotation};
    std::string filter;
    read_transform(display, crtc, shown, filter);
    read_panning(display, resources, crtc, shown);
    std::string bytes;
    add(bytes, shown.x);
    add(bytes, shown.y);
    add(bytes, shown.mode);
    add(bytes, shown.rotation);
    add(bytes, shown.matrix);
    add(bytes, shown.panning);
    add(bytes, about->noutput);
    for (RROutput const each : std::span(about->outputs, std::size_t(about->noutput))) add(bytes, each);
    return bytes + filter;
}

/// The safe page and the outputs that have a screen.
std::string read_what_it_was_fitted_for(Display* display, XRRScreenResources* resources) {
    std::string bytes;
    Pixmap const page = picture_of_root(display);
    if (page == None) return bytes;
    add(bytes, page);
    for (RROutput const each : std::span(resources->outputs, std::size_t(resources->noutput))) {
        XRROutputInfo* const about = XRRGetOutputInfo(display, resources, each);
        if (about == nullptr) continue;
        add(bytes, each);
        add(bytes, about->connection);
        XRRFreeOutputInfo(about);
    }
    return bytes;
}

void remove_modes(Display* display, XRRScreenResources* resources, Named const& before) {
    for (XRRModeInfo const& made : std::span(resources->modes, std::size_t(resources->nmode))) {
        if (before.contains(std::string(mode) + std::to_string(made.id))) continue;
        for (RROutput const output : std::span(resources->outputs, std::size_t(resources->noutput)))
            XRRDeleteOutputMode(display, output, made.id);
        XRRDestroyMode(display, made.id);
    }
}

void show_again(Display* display, XRRScreenResources* resources, RRCrtc crtc, std::string_view bytes) {
    Shown shown;
    shown.x = take<int>(bytes);
    shown.y = take<int>(bytes);
    shown.mode = take<RRMode>(bytes);
    shown.rotation = take<Rotation>(bytes);
    shown.matrix = take<std::array<XFixed, 9>>(bytes);
    shown.panning = take<std::array<int, 12>>(bytes);
    std::vector<RROutput> outputs(std::size_t(take<int>(bytes)));
    for (RROutput& each : outputs) each = take<RROutput>(bytes);
    std::string const filter(bytes);
    XTransform transform{};
    std::memcpy(transform.matrix, shown.matrix.data(), sizeof transform.matrix);
    XRRSetCrtcTransform(display, crtc, &transform, filter.c_str(), nullptr, 0);
    XRRSetCrtcConfig(display, resources, crtc, CurrentTime, shown.x, shown.y, shown.mode, shown.rotation,
                     outputs.data(), int(outputs.size()));
    auto const& at = shown.panning;
    XRRPanning panning{CurrentTime,     unsigned(at[0]), unsigned(at[1]), unsigned(at[2]), unsigned(at[3]),
                       unsigned(at[4]), unsigned(at[5]), unsigned(at[6]), unsigned(at[7]), at[8],
                       at[9],           at[10],          at[11]};
    XRRSetPanning(display, resources, crtc, &panning);
}

void resize(Display* display, std::string_view size) {
    auto const width = take<unsigned>(size), height = take<unsigned>(size);
    int const screen = DefaultScreen(display);
    XRRSetScreenSize(display, DefaultRootWindow(display), int(width), int(height), DisplayWidthMM(display, screen),
                     DisplayHeightMM(display, screen));
}

}  // namespace

std::string read_arrangement(Display* display) {
    ScreenResources const resources = resources_of(display);
    if (!resources) return {};
    Named found{{fitted_for, read_what_it_was_fitted_for(display, resources.get())},
                {size_of_screen, read_size(display)},
                {primary, std::to_string(XRRGetOutputPrimary(display, DefaultRootWindow(display)))}};
    for (RRCrtc const crtc : std::span(resources->crtcs, std::size_t(resources->ncrtc)))
        found[std::to_string(crtc)] = read_shown(display, resources.get(), crtc);
    for (XRRModeInfo const& each : std::span(resources->modes, std::size_t(resources->nmode)))
        found[std::string(mode) + std::to_string(each.id)] = std::string(each.name, each.nameLength);
    return written(found);
}

std::string comparable_arrangement(std::string const& now, std::string const& was) {
    std::string const fitted = named_in(now)[fitted_for];
    return !fitted.empty() && fitted == named_in(was)[fitted_for] ? now : "";
}

void put_back_arrangement(Display* display, std::string const& was) {
    ScreenResources const resources = resources_of(display);
    if (!resources) return;
    Named const before = named_in(was);
    Named const now = named_in(read_arrangement(display));
    std::vector<RRCrtc> others;
    for (RRCrtc const crtc : std::span(resources->crtcs, std::size_t(resources->ncrtc))) {
        std::string const key = std::to_string(crtc);
        if (before.contains(key) && before.at(key) != now.at(key)) others.push_back(crtc);
    }
    // None shows more than there will be.
    bool const resizes = before.at(size_of_screen) != now.at(size_of_screen);
    for (RRCrtc const crtc : others)
        XRRSetCrtcConfig(display, resources.get(), crtc, CurrentTime, 0, 0, None, RR_Rotate_0, nullptr, 0);
    if (resizes) resize(display, before.at(size_of_screen));
    for (RRCrtc const crtc : others) show_again(display, resources.get(), crtc, before.at(std::to_string(crtc)));
    remove_modes(display, resources.get(), before);
    XRRSetOutputPrimary(display, DefaultRootWindow(display), RROutput(std::stoul(before.at(primary))));
}

}  // namespace halte
