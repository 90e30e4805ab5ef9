#include <algorithm>
#include <array>
#include <memory>
#include <span>

#include "properties.h"
#include "screen_resources.h"

namespace halte {
namespace {

constexpr char separator = '\n';

struct FreeMonitors {
    void operator()(XRRMonitorInfo* monitors) const { XRRFreeMonitors(monitors); }
};

/// How bright it is, what it does with another size: kept in the server until somebody says otherwise.
class Output final : public PropertyOwner {
public:
    Output(Display* display, RROutput output) : PropertyOwner(display), m_output(output) {}

    [[nodiscard]] std::vector<Atom> atoms() const override {
        int count = 0;
        Atom* const listed = XRRListOutputProperties(display(), m_output, &count);
        return taken(listed, count);
    }
    [[nodiscard]] std::string value(Atom property) const override {
        PropertyValue value;
        unsigned long count = 0;
        unsigned char* data = nullptr;
        if (XRRGetOutputProperty(display(), m_output, property, 0, longest_property, False, False, AnyPropertyType,
                                 &value.type, &value.format, &count, &value.left, &data) != Success)
            return {};
        return bytes_of(value, data, count, bytes_in_xlib(value.format));
    }
    void change(Atom property, std::string const& value) const override {
        PropertyValue const told = value_in(value);
        XRRChangeOutputProperty(display(), m_output, property, told.type, told.format, PropModeReplace,
                                reinterpret_cast<unsigned char const*>(told.data.data()),
                                int(told.data.size() / bytes_in_xlib(told.format)));
    }
    void remove(Atom property) const override { XRRDeleteOutputProperty(display(), m_output, property); }
    /// What the display says of itself, which changes with the display: no client can set it. And what the kernel sets.
    [[nodiscard]] bool overlooks(std::string const& name, Atom property) const override {
        constexpr std::array the_kernels{"link-status", "Content Protection", "HDCP Content Type"};
        if (std::ranges::find(the_kernels, name) != the_kernels.end()) return true;
        XRRPropertyInfo* const about = XRRQueryOutputProperty(display(), m_output, property);
        bool const fixed = about == nullptr || about->immutable == True;
        if (about != nullptr) XFree(about);
        return fixed;
    }

private:
    RROutput m_output;
};

std::vector<RROutput> outputs_of(Display* display) {
    ScreenResources const resources = resources_of(display);
    if (!resources) return {};
    return {resources->outputs, resources->outputs + resources->noutput};
}

}  // namespace

std::string read_outputs(Display* display) {
    Named found;
    for (RROutput const output : outputs_of(display))
        for (auto const& [name, value] : read_properties(Output(display, output)))
            found[std::to_string(output) + separator + name] = value;
    return written(found);
}

void put_back_outputs(Display* display, std::string const& was) {
    std::map<RROutput, Named> before;
    for (RROutput const output : outputs_of(display)) before[output];
    for (auto const& [name, value] : named_in(was)) {
        auto const of = before.find(RROutput(std::stoul(name)));
        if (of != before.end()) of->second[name.substr(name.find(separator) + 1)] = value;
    }
    for (auto const& [output, values] : before) put_back_properties(Output(display, output), values);
}

/// Those that clients have made: the server's own come and go with displays.
std::string read_monitors(Display* display) {
    int count = 0;
    std::unique_ptr<XRRMonitorInfo, FreeMonitors> const told(
        XRRGetMonitors(display, DefaultRootWindow(display), False, &count));
    Named found;
    for (XRRMonitorInfo const& one : std::span(told.get(), std::size_t(told ? count : 0)))
        if (one.automatic == False) found[name_of(display, one.name)] = "";
    return written(found);
}

void put_back_monitors(Display* display, std::string const& was) {
    Named const before = named_in(was);
    for (auto const& [name, nothing] : named_in(read_monitors(display)))
        if (!before.contains(name))
            XRRDeleteMonitor(display, DefaultRootWindow(display), XInternAtom(display, name.c_str(), False));
}

}  // namespace halte
