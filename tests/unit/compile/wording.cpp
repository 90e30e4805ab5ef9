// How a kind of place says a sentence of the records in its own words.
#include <halte/directory.h>

#include "support/temporary_data.h"

using namespace halte;
using namespace halte::test;

namespace {

/// A school that says tu, and a record whose summary says vous.
TemporaryData school(std::string const& sentences) {
    TemporaryData data = TemporaryData::small();
    data.record("one", 1, "situations = [\"rape\"]");
    data.replace("records/one.toml", "Résumé de one", "On vous écoute");
    data.replace("profiles/school.toml", "[wording]", "address = \"tu\"\n" + sentences + "[wording]");
    return data;
}
std::string sentence(std::string const& general, std::string const& words) {
    return "[[sentence]]\ngeneral = \"" + general + "\"\nwords = \"" + words + "\"\n";
}
std::string errors(TemporaryData const& data) {
    std::string all;
    for (Finding const& finding : data.findings())
        if (finding.fatal) all += describe(finding) + "\n";
    return all;
}
bool finds(TemporaryData const& data, std::string const& words) {
    return errors(data).find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("a school says a sentence of a record in its own words, and nobody else does") {
    TemporaryData const data = school(sentence("On vous écoute", "On t’écoute"));
    CHECK(errors(data).empty());
    auto const directory = Directory::open(data.snapshot()).value();
    auto const summary = [&](char const* language, char const* profile) {
        return directory.service("one", {.language = language, .profile = profile})->brief.summary.words;
    };
    CHECK(summary("fr", "school") == "On t’écoute");
    CHECK(summary("fr", "hospital") == "On vous écoute");
    CHECK(summary("nl", "school") == "On t’écoute");
}

TEST_CASE("where a child is spoken to, a record that says vous is refused, with its line and the cure") {
    CHECK(finds(school(""), "\"On vous écoute\" would say \"vous\" to a child (school)"));
    CHECK(finds(school(""), "Write a [[sentence]] with it in profiles/school.toml"));
    CHECK(finds(school(sentence("On vous écoute", "On vous écoute bien")), "says \"vous\" to a child"));
    TemporaryData const appointment = school(sentence("On vous écoute", "Sur rendez-vous"));
    CHECK(errors(appointment).empty());
    TemporaryData const left_out = school("");
    left_out.replace("profiles/school.toml", "[wording]", "left_out_services = [\"one\"]\n[wording]");
    CHECK_FALSE(finds(left_out, "would say"));
}

TEST_CASE("a sentence that no record says, or that is there twice, is refused") {
    CHECK(finds(school(sentence("On vous écoute", "On t’écoute") + sentence("On vous aide", "On t’aide")),
                "no record says \"On vous aide\""));
    CHECK(finds(school(sentence("On vous écoute", "On t’écoute") + sentence("On vous écoute", "On t’entend")),
                "\"On vous écoute\" is there twice"));
}
