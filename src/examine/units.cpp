#include "units.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <map>
#include <utility>

namespace halte {

bool has_systemd(Tree const& tree) { return tree.presence("/run/systemd/system") != Presence::absent; }

static void keep(std::map<std::string, std::string> const& fields, std::vector<ServiceState>& units) {
    auto const of = [&](char const* name) {
        auto const found = fields.find(name);
        return found == fields.end() ? std::string() : found->second;
    };
    if (of("LoadState").empty() || of("LoadState") == "not-found") return;
    units.push_back({of("Id"), of("LoadState"), of("UnitFileState"), of("ActiveState"),
                     std::atoi(of("NRestarts").c_str()), of("MemorySwapMax") != "0"});
}

std::vector<ServiceState> read_units(std::string const& answer) {
    std::vector<ServiceState> units;
    std::map<std::string, std::string> fields;
    for (std::string const& line : lines_of(answer + "\n\n")) {
        std::size_t const equals = line.find('=');
        if (equals != std::string::npos)
            fields[line.substr(0, equals)] = line.substr(equals + 1);
        else
            keep(std::exchange(fields, {}), units);
    }
    return units;
}

/// What a program prints; empty when it cannot be started.
static std::string output_of(std::vector<char const*> words) {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) return "";
    UniqueFd const in(ends[0]);
    UniqueFd out(ends[1]);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, out.get(), STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    words.push_back(nullptr);
    pid_t child = -1;
    int const fault = posix_spawnp(&child, words[0], &actions, nullptr, const_cast<char**>(words.data()), environ);
    posix_spawn_file_actions_destroy(&actions);
    out.close();
    if (fault != 0) return "";
    std::string text;
    std::array<char, 4096> part{};
    for (ssize_t count = 0; (count = read(in.get(), part.data(), part.size())) > 0;)
        text.append(part.data(), std::size_t(count));
    waitpid(child, nullptr, 0);
    return text;
}

std::vector<ServiceState> ask_systemd() {
    return read_units(
        output_of({"systemctl", "show", "--property", "Id,LoadState,UnitFileState,ActiveState,NRestarts,MemorySwapMax",
                   "halte-kiosk.service", "halte-display.service", "halte-cage.service"}));
}

}  // namespace halte
