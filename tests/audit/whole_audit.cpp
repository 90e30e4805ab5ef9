/// The whole product on every shape of screen: every screen, every service, every language, every size of text. For
/// tests/run --long. The daily audit (unit/screens/layout_audit.cpp) looks at the languages and services that need most
/// room.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdio>
#include <set>

#include "support/embedded.h"
#include "support/longer_language.h"
#include "support/shape_audit.h"

using namespace halte;
using namespace halte::test;
using audit::Report;

namespace {

/// As it is, and with each thing that a visitor may choose: then with one service, as pages of services are alike.
Report audit_language(Directory const& directory, scenes::NamedShape const& shape, std::string const& language) {
    Terminal const terminal = scenes::example_terminal(directory);
    audit::Subject const subject{directory, terminal, shape, language == longer_language};
    std::vector<TextSize> const sizes{TextSize::normal, TextSize::large, TextSize::largest};
    Report report = audit::audit_scenes(subject, {language}, sizes, directory.service_ids());
    if (subject.made_up) return report;
    for (Appearance const& chosen :
         {Appearance{.contrast = Contrast::black_on_white}, Appearance{.contrast = Contrast::white_on_black},
          Appearance{.spacing = TextSpacing::airy}, Appearance{.reach = Reach::low},
          Appearance{.spacing = TextSpacing::airy, .reach = Reach::low}})
        report += audit::audit_scenes(subject, {language}, sizes, {"sos-viol"}, chosen);
    return report;
}

/// One for each screen, and no more than can be read.
std::vector<std::string> first_of_each(std::vector<std::string> const& lines) {
    constexpr std::size_t most = 40;
    std::set<std::string> screens;
    std::vector<std::string> told;
    for (std::string const& line : lines)
        if (told.size() < most && screens.insert(line.substr(0, line.find(" page "))).second) told.push_back(line);
    return told;
}

void must_be_clean(scenes::NamedShape const& shape, std::string const& language, Report const& report) {
    fmt::print("# {} in {}: {} pages, {} faults\n", shape.name, language, report.frames, report.lines.size());
    std::fflush(stdout);
    CHECK(report.frames > 1000);
    for (std::string const& line : first_of_each(report.lines)) MESSAGE(line);
    CHECK(report.lines.empty());
}

}  // namespace

// Each language by itself: whole-audit -tc='*800x480*' -sc=rn
static void audit_shape(std::size_t at) {
    scenes::NamedShape const shape = scenes::audited_shapes().at(at);
    for (std::string const& language : scenes::codes_of(embedded_directory())) SUBCASE(language.c_str()) {
            must_be_clean(shape, language, audit_language(embedded_directory(), shape, language));
        }
    SUBCASE(longer_language) {
        must_be_clean(shape, longer_language, audit_language(longer_directory(), shape, longer_language));
    }
}

TEST_CASE("everything is clean in every language on 1024x768, and in one that is longer than all") { audit_shape(0); }
TEST_CASE("everything is clean in every language on 1920x1080, and in one that is longer than all") { audit_shape(1); }
TEST_CASE("everything is clean in every language on 1080x1920, and in one that is longer than all") { audit_shape(2); }
TEST_CASE("everything is clean in every language on 3840x2160, and in one that is longer than all") { audit_shape(3); }
TEST_CASE("everything is clean in every language on 800x480, and in one that is longer than all") { audit_shape(4); }
TEST_CASE("everything is clean in every language on 1024x600, and in one that is longer than all") { audit_shape(5); }
TEST_CASE("everything is clean in every language on 1366x768, and in one that is longer than all") { audit_shape(6); }
TEST_CASE("everything is clean in every language on 1920x540, and in one that is longer than all") { audit_shape(7); }

TEST_CASE("every screen that the settings allow is clean, or the rule refuses it") {
    int clean = 0;
    int refused = 0;
    for (ScreenShape const& shape : audit::shapes_to_set()) {
        if (!has_room(shape)) {
            ++refused;
            continue;
        }
        ++clean;
        Report const report = audit::audit_briefly(shape);
        for (std::string const& line : first_of_each(report.lines)) MESSAGE(line);
        CHECK(report.lines.empty());
    }
    fmt::print("# {} shapes of a screen are clean, {} are refused\n", clean, refused);
    CHECK(clean > 150);
    CHECK(refused > 20);
}
