#include <fmt/format.h>

#include <chrono>

#include "written.h"

namespace halte {

std::int64_t timestamp(Date day) {
    using namespace std::chrono;
    sys_days const days =
        year_month_day(year(day.year), month(unsigned(day.month)), std::chrono::day(unsigned(day.day)));
    return sys_seconds(days).time_since_epoch().count();
}

std::map<std::string, Level> levels_of(Problems const& findings) {
    std::map<std::string, Level> levels;
    for (Problem const& finding : findings) {
        Level& level = levels[finding.where.name];
        level = std::max(level, finding.level);
    }
    return levels;
}

/// In quotation marks, as the text exposition format has labels.
static std::string label(std::string const& value) {
    std::string quoted = "\"";
    for (char const letter : value) {
        if (letter == '\\' || letter == '"') quoted += '\\';
        quoted += letter == '\n' ? std::string("\\n") : std::string(1, letter);
    }
    return quoted + "\"";
}

static std::string head(char const* name, char const* type, char const* help) {
    return fmt::format("# HELP {0} {2}\n# TYPE {0} {1}\n", name, type, help);
}

static std::string gauge(char const* name, char const* help, std::int64_t value) {
    return head(name, "gauge", help) + fmt::format("{} {}\n", name, value);
}

static std::string info(Figures const& figures) {
    return head("halte_info", "gauge", "Versions of Halte, of the kernel and of Debian.") +
           fmt::format("halte_info{{version={},kernel={},debian={}}} 1\n", label(figures.version),
                       label(figures.kernel), label(figures.debian));
}

static std::string checks(Problems const& findings) {
    std::string text = head("halte_check", "gauge", "What halte --check found: 0 ok, 1 warning, 2 failure.");
    for (auto const& [id, level] : levels_of(findings))
        text += fmt::format("halte_check{{check={}}} {}\n", label(id), int(level));
    return text;
}

static std::string services(std::vector<ServiceState> const& units) {
    if (units.empty()) return "";
    std::string text = head("halte_service_active", "gauge", "Whether a service of Halte runs.");
    for (ServiceState const& unit : units)
        text += fmt::format("halte_service_active{{unit={}}} {}\n", label(unit.unit), unit.active == "active" ? 1 : 0);
    text += head("halte_service_restarts_total", "counter", "Restarts of a service by systemd since it was started.");
    for (ServiceState const& unit : units)
        text += fmt::format("halte_service_restarts_total{{unit={}}} {}\n", label(unit.unit), unit.restarts);
    return text;
}

std::string as_prometheus(Examination const& examination) {
    Figures const& figures = examination.figures;
    return info(figures) + checks(examination.findings) +
           gauge("halte_settings_problems", "Wrong keys, values and files of the settings.",
                 std::int64_t(figures.settings_problems)) +
           gauge("halte_snapshot_as_of_timestamp_seconds", "The newest day on which a fact of the directory was read.",
                 timestamp(figures.snapshot_as_of)) +
           gauge("halte_snapshot_embedded", "Whether the snapshot built into the program serves.",
                 figures.snapshot_embedded ? 1 : 0) +
           gauge("halte_snapshot_services", "Services in the directory.", std::int64_t(figures.services)) +
           gauge("halte_check_timestamp_seconds", "When this was found out.", figures.checked_at) +
           services(figures.units);
}

}  // namespace halte
