#include "units.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <string_view>
#include <utility>

#include "ask_program.h"

namespace halte {

/// systemd that does not answer is told like systemd that is not there.
static constexpr Milliseconds longest_question{10'000};

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

std::vector<ServiceState> ask_systemd() {
    return read_units(ask_program({"systemctl", "show", "--property",
                                   "Id,LoadState,UnitFileState,ActiveState,NRestarts,MemorySwapMax",
                                   "halte-kiosk.service", "halte-display.service", "halte-cage.service"},
                                  longest_question)
                          .said);
}

static ServiceState const* find(std::vector<ServiceState> const& units, std::string_view name) {
    auto const found = std::find_if(units.begin(), units.end(), [&](auto const& one) { return one.unit == name; });
    return found == units.end() ? nullptr : &*found;
}

ServiceState const* kiosk_of(std::vector<ServiceState> const& units) {
    ServiceState const* const cage = find(units, "halte-cage.service");
    bool const with_cage = cage != nullptr && (cage->active == "active" || cage->file == "enabled");
    return with_cage ? cage : find(units, "halte-kiosk.service");
}

std::string ask_for_unit(std::string const& name) {
    return ask_program({"systemctl", "cat", name}, longest_question).said;
}

}  // namespace halte
