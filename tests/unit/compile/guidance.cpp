// First steps: which reach a terminal, and who has read them.
#include <halte/directory.h>

#include "support/temporary_data.h"

using namespace halte;
using namespace halte::test;

static char const* const guidance_file = "guidance.toml";

static std::string const kept = R"(
[[guidance]]
id = "kept"
show = false
text = "Une phrase gardée"
source = ["https://example.org/"]
note = "Nobody has confirmed it."
)";

/// The small data with `more` after its only guidance, and a folder for Dutch.
static TemporaryData with(std::string const& more) {
    TemporaryData data = TemporaryData::small();
    data.record("one", 1, "situations = [\"rape\"]");
    data.write(guidance_file, read_file(data.file(guidance_file)) + more);
    return data;
}

/// What stops a build, in one text.
static std::string faults_of(TemporaryData const& data) {
    std::string all;
    for (Problem const& problem : data.problems())
        if (problem.level == Level::failure) all += describe(problem) + "\n";
    return all;
}

TEST_CASE("guidance that is kept and not shown reaches neither a snapshot nor a translator") {
    TemporaryData const data = with(kept);
    REQUIRE(update_translations(data.path()));
    CHECK(read_file(data.file("translations/nl/phrases.po")).find("gardée") == std::string::npos);
    std::string const snapshot = data.snapshot();
    CHECK(read_file(snapshot).find("Si vous voulez.") != std::string::npos);
    CHECK(read_file(snapshot).find("gardée") == std::string::npos);
    CHECK(Directory::open(snapshot)->guidance("rape", {}).size() == 1);
    DataStatus const status = data_status(data.path()).value();
    CHECK(status.guidance_shown == 1);
    CHECK(status.guidance_kept == 1);
}

TEST_CASE("guidance that is not shown says why, and one that is shown has all its words") {
    TemporaryData const silent = with("[[guidance]]\nid = \"kept\"\nshow = false\nsource = [\"x\"]\n");
    CHECK(faults_of(silent).find("a guidance has no \"note\"") != std::string::npos);
    TemporaryData const bare = with(
        "[[guidance]]\nid = \"bare\"\nicon = \"drop\"\ntitle = \"Un pas\"\nsituations = [\"rape\"]\nsource = "
        "[\"x\"]\n");
    CHECK(faults_of(bare).find("a guidance has no \"text\"") != std::string::npos);
}

TEST_CASE("guidance counts as read by a specialist with a function and a day, and with neither alone") {
    TemporaryData const data = TemporaryData::small();
    data.record("one", 1, "situations = [\"rape\"]");
    auto const review = [&](std::string const& words) {
        data.write(guidance_file, read_file(fs::path(data.file(guidance_file))));
        data.replace(guidance_file, "reviewed_by", words + "\n# reviewed_by");
    };
    CHECK(data_status(data.path())->guidance_reviewed == 0);
    review("reviewed_by = \"nurse of a care centre\"");
    CHECK(faults_of(data).find("guidance.toml:8: the guidance \"first\" does not say when it was read. Write both") !=
          std::string::npos);
    data.replace(guidance_file, "reviewed_by = \"nurse of a care centre\"", "reviewed_on = 2026-11-24");
    CHECK(faults_of(data).find("does not say by whom it was read") != std::string::npos);
    data.replace(guidance_file, "reviewed_on", "reviewed_by = \"nurse\"\nreviewed_on");
    CHECK(faults_of(data).empty());
    CHECK(data_status(data.path())->guidance_reviewed == 1);
    data.replace(guidance_file, "2026-11-24", "2027-11-24");
    CHECK(faults_of(data).find("guidance.toml:9: the day 2027-11-24 is still to come") != std::string::npos);
}

TEST_CASE("a place leaves out the guidance that its profile names, and only a known one") {
    TemporaryData const data = TemporaryData::small();
    data.record("one", 1, "situations = [\"rape\"]");
    data.replace("profiles/school.toml", "languages = [\"fr\"]\n",
                 "languages = [\"fr\"]\nleft_out_guidance = [\"first\"]\n");
    auto const directory = Directory::open(data.snapshot_with_bytes()).value();
    CHECK(directory.guidance("rape", {.profile = "school"}).empty());
    CHECK(directory.guidance("rape", {.profile = "hospital"}).size() == 1);
    int const line = data.replace("profiles/school.toml", "[\"first\"]", "[\"frist\"]");
    CHECK(faults_of(data).find("school.toml:" + std::to_string(line) + ": there is no guidance \"frist\"") !=
          std::string::npos);
}
