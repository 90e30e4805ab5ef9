#include <fmt/format.h>

#include "judge.h"
#include "units.h"

namespace halte {
namespace {

Problem judge_running(ServiceState const& kiosk) {
    if (kiosk.active == "active" || kiosk.active == "reloading") return fine("service.running", kiosk.unit + " runs.");
    std::string const what = fmt::format("{} is {}.", kiosk.unit, kiosk.active);
    std::string const cure = fmt::format("systemctl start {0}; journalctl -b -u {0} says why it ended.", kiosk.unit);
    // Whoever has given a terminal back has disabled it.
    return kiosk.file == "enabled" ? broken("service.running", what, cure) : warn("service.running", what, cure);
}

Problem judge_enabled(ServiceState const& kiosk) {
    if (kiosk.file == "enabled") return fine("service.enabled", kiosk.unit + " starts with the machine.");
    return warn("service.enabled", kiosk.unit + " does not start with the machine.",
                fmt::format("systemctl enable --now {}.", kiosk.unit));
}

Problem judge_restarts(ServiceState const& unit) {
    std::string const id = "service.restarts." + unit.unit.substr(0, unit.unit.rfind(".service"));
    if (unit.restarts == 0) return fine(id, unit.unit + " was never restarted by systemd.");
    return warn(id, fmt::format("Restarts of {} by systemd since it was started: {}.", unit.unit, unit.restarts),
                fmt::format("journalctl -b -u {} says why.", unit.unit));
}

}  // namespace

Problems judge_services(std::vector<ServiceState> const& units, bool systemd) {
    if (!systemd) return {fine("service.installed", "systemd does not run here, so nothing is asked of it.")};
    ServiceState const* const kiosk = kiosk_of(units);
    if (kiosk == nullptr) return {fine("service.installed", "Halte is not installed as a service.")};
    Problems findings{fine("service.installed", "Halte is installed as a service."), judge_enabled(*kiosk),
                      judge_running(*kiosk)};
    for (ServiceState const& unit : units) findings.push_back(judge_restarts(unit));
    return findings;
}

}  // namespace halte
