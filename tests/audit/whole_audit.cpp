/// The whole product on every shape of screen: every screen, every service, every language, every size of text. For
/// tests/run --long. The daily audit (unit/screens/layout_audit.cpp) looks at the languages and services that need most
/// room.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "support/embedded.h"
#include "support/longer_language.h"
#include "support/page_audit.h"

using namespace halte;
using namespace halte::test;
using audit::Report;

namespace {

Report audit_language(Directory const& directory, scenes::NamedShape const& shape, std::string const& language) {
    Terminal const terminal = scenes::example_terminal(directory);
    return audit::audit_scenes({directory, terminal, shape, language == longer_language}, {language},
                               {TextSize::normal, TextSize::large, TextSize::largest}, directory.service_ids());
}

void must_be_clean(scenes::NamedShape const& shape, std::string const& language, Report const& report) {
    fmt::print("# {} in {}: {} pages, {} faults\n", shape.name, language, report.frames, report.lines.size());
    CHECK(report.frames > 1000);
    constexpr std::size_t most = 20;
    for (std::size_t at = 0; at < std::min(most, report.lines.size()); ++at) MESSAGE(report.lines[at]);
    CHECK(report.lines.empty());
}

}  // namespace

TEST_CASE("everything is clean on every shape, in every language and in one that is longer than all") {
    for (scenes::NamedShape const& shape : scenes::audited_shapes()) {
        for (std::string const& language : scenes::codes_of(embedded_directory()))
            must_be_clean(shape, language, audit_language(embedded_directory(), shape, language));
        must_be_clean(shape, longer_language, audit_language(longer_directory(), shape, longer_language));
    }
}
