#include <algorithm>
#include <span>

#include "aspects.h"

namespace halte {
namespace {

/// One that a server interprets is a kind and a value, which Xlib has behind pointers.
std::string bytes_of(XHostAddress const& host) {
    std::string bytes;
    add(bytes, host.family);
    if (host.family != FamilyServerInterpreted)
        return bytes.append(host.address, std::size_t(std::max(host.length, 0)));
    auto const& told = *reinterpret_cast<XServerInterpretedAddress const*>(host.address);
    bytes.append(told.type, std::size_t(told.typelength)).push_back('\0');
    return bytes.append(told.value, std::size_t(told.valuelength));
}

void change_host(Display* display, std::string_view bytes, int (*change)(Display*, XHostAddress*)) {
    auto const family = take<int>(bytes);
    std::string words(bytes);
    XHostAddress host{family, int(words.size()), words.data()};
    auto const end = words.find('\0');
    XServerInterpretedAddress told{};
    if (family == FamilyServerInterpreted && end != std::string::npos) {
        told = {int(end), int(words.size() - end - 1), words.data(), words.data() + end + 1};
        host.address = reinterpret_cast<char*>(&told);
    }
    change(display, &host);
}

}  // namespace

std::string read_access(Display* display) {
    int count = 0;
    Bool enabled = False;
    XHostAddress* const hosts = XListHosts(display, &count, &enabled);
    Named found{{"", enabled == True ? "closed" : "open"}};
    for (XHostAddress const& host : std::span(hosts, std::size_t(count))) found[bytes_of(host)] = "host";
    if (hosts != nullptr) XFree(hosts);
    return written(found);
}

void put_back_access(Display* display, std::string const& was) {
    Named const before = named_in(was);
    Named const now = named_in(read_access(display));
    for (auto const& [name, kind] : now)
        if (kind == "host" && !before.contains(name)) change_host(display, name, XRemoveHost);
    for (auto const& [name, kind] : before)
        if (kind == "host" && !now.contains(name)) change_host(display, name, XAddHost);
    XSetAccessControl(display, before.contains("") && before.at("") == "closed" ? EnableAccess : DisableAccess);
}

std::string read_saver(Display* display) {
    int after = 0, again = 0, blanks = 0, exposures = 0;
    XGetScreenSaver(display, &after, &again, &blanks, &exposures);
    std::string bytes;
    for (int const value : {after, again, blanks, exposures}) add(bytes, value);
    return bytes;
}

void put_back_saver(Display* display, std::string const& was) {
    std::string_view bytes = was;
    int const after = take<int>(bytes), again = take<int>(bytes), blanks = take<int>(bytes),
              exposures = take<int>(bytes);
    XSetScreenSaver(display, after, again, blanks, exposures);
    XForceScreenSaver(display, ScreenSaverReset);
}

std::string read_font_path(Display* display) {
    int count = 0;
    char** const folders = XGetFontPath(display, &count);
    std::string path;
    for (char const* folder : std::span(folders, std::size_t(count))) path.append(folder).push_back('\n');
    if (folders != nullptr) XFreeFontPath(folders);
    return path;
}

void put_back_font_path(Display* display, std::string const& was) {
    std::vector<std::string> folders;
    for (std::size_t at = 0; at < was.size();) {
        std::size_t const end = was.find('\n', at);
        folders.push_back(was.substr(at, end - at));
        at = end + 1;
    }
    std::vector<char*> pointers;
    for (std::string& folder : folders) pointers.push_back(folder.data());
    XSetFontPath(display, pointers.data(), int(pointers.size()));
}

}  // namespace halte
