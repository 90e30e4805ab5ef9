// The embedded directory, this machine's own faces, and everything at once.
#include <doctest/doctest.h>

#include <set>

#include "fonts.h"
#include "judge.h"
#include "support/embedded.h"

using namespace halte;
using halte::test::open_embedded;

TEST_CASE("every language of the settings is tried on this machine's faces") {
    Directory const directory = open_embedded();
    LoadedSettings loaded;
    Settings& settings = loaded.settings;
    settings.languages = {"ar", "fr"};
    Problems const findings = examine_fonts(directory, loaded);
    CHECK(findings.size() == 2);
    CHECK(worst(findings) == Level::ok);
    settings.languages.clear();
    CHECK(examine_fonts(directory, loaded).size() > 2);
    settings.profile = "no such place";
    CHECK(examine_fonts(directory, loaded).size() > 2);
}

TEST_CASE("a picture in the name of the place is told with its line, and with what visitors see") {
    LoadedSettings const loaded =
        parse_settings("[place]\nname = \"مستشفى بروكسل\"\ndetail = \"Salle 🏥 الطابق 2\"\n", "f");
    Problems const findings = examine_fonts(open_embedded(), loaded);
    CHECK(findings.back().where.name == "fonts.place");
    CHECK(findings.back().level == Level::failure);
    CHECK(findings.back().what ==
          "f:3:10: No letter shows a part of \"Salle 🏥 الطابق 2\"; visitors see \"Salle الطابق 2\".");
    CHECK(worst(examine_fonts(open_embedded(), parse_settings("[place]\nname = \"Hôpital\"\n", "f"))) == Level::ok);
}

TEST_CASE("what the directory does not have is a problem of the settings, at its place") {
    Directory const directory = open_embedded();
    LoadedSettings const loaded =
        parse_settings("[visit]\nprofile = \"hospitl\"\nlanguages = [\"fr\", \"tlh\"]\n", "f");
    auto const problems = problems_with(directory, loaded);
    REQUIRE(problems.size() == 2);
    CHECK(describe(problems[0]).starts_with("f:2:11: The directory has no profile \"hospitl\". It has: "));
    CHECK(describe(problems[1]).starts_with("f:3:13: The directory has no language \"tlh\". It has: fr, "));
    CHECK(problems_with(directory, {}).empty());
}

TEST_CASE("an examination says something of everything, in groups, whatever the machine") {
    Directory const directory = open_embedded();
    LoadedSettings const loaded;
    Examination const examination =
        examine({"/etc/halte/halte.toml", loaded, directory, "", {}, known_past(directory)});
    std::set<std::string> groups;
    std::string last;
    for (Problem const& finding : examination.findings) {
        std::string const group = finding.where.name.substr(0, finding.where.name.find('.'));
        if (group != last) CHECK(groups.insert(group).second);  // no group begins twice
        last = group;
        CHECK(finding.cure.empty() == (finding.level == Level::ok));
        CHECK(finding.what.back() == '.');
    }
    for (char const* const group : {"settings", "screen", "touch", "hands", "reach", "sound", "clock", "snapshot",
                                    "fonts", "reading", "memory", "service", "system"})
        CHECK(groups.contains(group));
    CHECK(examination.figures.services > 100);
    CHECK_FALSE(examination.figures.kernel.empty());
}
