#include "check.h"

namespace halte {

void check_sources(Sources const& sources, Findings& findings) {
    check_records(sources, findings);
    check_tables(sources, findings);
    check_translations(sources, findings);
}

Result<std::vector<Finding>> check_data(std::filesystem::path const& data) {
    Findings findings;
    Sources const sources = TRY(read_sources(data, findings));
    check_sources(sources, findings);
    return std::move(findings).sorted();
}

}  // namespace halte
