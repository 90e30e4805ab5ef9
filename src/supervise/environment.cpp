#include "environment.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>

namespace halte {
namespace {

/// What a visitor process may inherit, and why. A name that ends in "_" stands for all that begin with it.
constexpr std::array inherited_names = {
    std::string_view("DISPLAY"),                      // which X server
    std::string_view("XAUTHORITY"),                   // the key to it
    std::string_view("HALTE_"),                       // ours
    std::string_view("GALLIUM_DRIVER"),               // a technician's choice of a driver that works
    std::string_view("LIBGL_ALWAYS_SOFTWARE"),        // the same
    std::string_view("MESA_LOADER_DRIVER_OVERRIDE"),  // the same
};

bool is_inherited(std::string_view variable) {
    std::string_view const name = variable.substr(0, variable.find('='));
    return std::any_of(inherited_names.begin(), inherited_names.end(), [&](std::string_view known) {
        return known.ends_with('_') ? name.starts_with(known) : name == known;
    });
}

/// Where Xlib would look for the key to the X server if it knew the home folder, which it does not.
std::vector<std::string> key_from_home() {
    char const* const home = std::getenv("HOME");
    if (home == nullptr || std::getenv("XAUTHORITY") != nullptr) return {};
    std::string const file = std::string(home) + "/.Xauthority";
    if (access(file.c_str(), R_OK) != 0) return {};
    return {"XAUTHORITY=" + file};
}

std::string named(char const* variable, int descriptor) {
    return descriptor < 0 ? fmt::format("{}=", variable) : fmt::format("{}={}", variable, descriptor);
}

}  // namespace

std::vector<std::string> environment_for(int words, int go, SessionDescriptors const& session) {
    std::vector<std::string> all = key_from_home();
    std::vector<std::string> const own = {
        fmt::format("HALTE_PIPE={}", words),
        fmt::format("HALTE_GO={}", go),
        named("HALTE_SESSION", session.kept),
        named("HALTE_NEW_SESSION", session.fresh),
        fmt::format("HALTE_PARENT={}", getpid()),
        "MESA_SHADER_CACHE_DISABLE=true",  // a driver's cache would outlive the visit
        "MESA_GLSL_CACHE_DISABLE=true",    // its older name
        "MALLOC_ARENA_MAX=8",              // one for each thread of the start, or they would wait for each other
    };
    all.insert(all.end(), own.begin(), own.end());
    for (char** variable = environ; *variable != nullptr; ++variable) {
        std::string_view const inherited(*variable);
        std::string_view const name = inherited.substr(0, inherited.find('=') + 1);
        bool const ours = std::any_of(own.begin(), own.end(), [&](auto const& mine) { return mine.starts_with(name); });
        if (!ours && is_inherited(inherited)) all.emplace_back(inherited);
    }
    return all;
}

}  // namespace halte
