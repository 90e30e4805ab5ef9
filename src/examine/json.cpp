#include <nlohmann/json.hpp>

#include "written.h"

namespace halte {

using nlohmann::ordered_json;

static char const* name_of(Level level) {
    switch (level) {
        case Level::ok:
            return "ok";
        case Level::warning:
            return "warning";
        case Level::failure:
            break;
    }
    return "failure";
}

static ordered_json findings_of(Examination const& examination) {
    ordered_json all = ordered_json::array();
    for (Problem const& finding : examination.findings)
        all.push_back({{"id", finding.where.name},
                       {"level", name_of(finding.level)},
                       {"what", finding.what},
                       {"cure", finding.cure}});
    return all;
}

static ordered_json units_of(Figures const& figures) {
    ordered_json all = ordered_json::array();
    for (ServiceState const& unit : figures.units)
        all.push_back({{"unit", unit.unit},
                       {"enabled", unit.file == "enabled"},
                       {"active", unit.active},
                       {"restarts", unit.restarts}});
    return all;
}

std::string as_json(Examination const& examination) {
    Figures const& figures = examination.figures;
    ordered_json const page = {
        {"level", name_of(worst(examination.findings))},
        {"checked_at", figures.checked_at},
        {"versions", {{"halte", figures.version}, {"kernel", figures.kernel}, {"debian", figures.debian}}},
        {"snapshot",
         {{"embedded", figures.snapshot_embedded},
          {"as_of", iso(figures.snapshot_as_of)},
          {"services", figures.services}}},
        {"settings_problems", figures.settings_problems},
        {"units", units_of(figures)},
        {"findings", findings_of(examination)},
    };
    // Settings may hold bytes that are no UTF-8.
    return page.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace halte
