// The three ways to tell an examination.
#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "judge.h"
#include "tree.h"
#include "written.h"

using namespace halte;

static Examination an_examination() {
    Examination examination;
    examination.findings = {
        {{"settings.files"}, "halte.toml:2:1: [place] has no key \"nam\".", "Did you mean \"name\"?", Level::failure},
        {{"settings.files"}, "Another of the same name.", "", Level::ok},
        {{"fonts.ar"}, "العربية can be shown.", "", Level::ok},
        {{"fonts.fr"}, "One.", "A cure.", Level::warning},
    };
    examination.figures = {.version = "0.1",
                           .kernel = "6.1\"\\",
                           .debian = "12",
                           .snapshot_as_of = {2026, 11, 24},
                           .services = 163,
                           .settings_problems = 1,
                           .units = {{"halte-kiosk.service", "loaded", "enabled", "active", 2, false}},
                           .checked_at = 1'795'600'000};
    return examination;
}

TEST_CASE("the page has a heading for each group, aligned marks, cures below, and a count") {
    CHECK(as_page(an_examination(), false) ==
          "Settings\n"
          "  FAILURE  halte.toml:2:1: [place] has no key \"nam\".\n"
          "           Did you mean \"name\"?\n"
          "  ok       Another of the same name.\n"
          "\n"
          "Fonts\n"
          "  ok       العربية can be shown.\n"
          "  warning  One.\n"
          "           A cure.\n"
          "\n"
          "2 ok, 1 warning, 1 failure\n");
    CHECK(as_page(an_examination(), true).find("\033[1;31mFAILURE\033[0m  halte.toml") != std::string::npos);
}

TEST_CASE("no line of the page is wider than a hundred characters, whatever the words") {
    for (std::size_t length = 1; length < 40; ++length) {
        std::string words;
        for (int count = 0; count < 60; ++count) words += std::string(length, 'x') + " ";
        Examination const examination{{{{"screen.size"}, words, words, Level::warning}}, {}};
        std::size_t widest = 0;
        for (std::string const& line : lines_of(as_page(examination, false))) widest = std::max(widest, line.size());
        CHECK(widest <= 100);
        CHECK(widest > 100 - length - 1);
    }
}

TEST_CASE("JSON holds every finding and the figures, and is JSON whatever a file's name holds") {
    auto const page = nlohmann::json::parse(as_json(an_examination()));
    CHECK(page["level"] == "failure");
    CHECK(page["findings"].size() == 4);
    CHECK(page["findings"][0]["id"] == "settings.files");
    CHECK(page["findings"][0]["cure"] == "Did you mean \"name\"?");
    CHECK(page["findings"][3]["level"] == "warning");
    CHECK(page["versions"]["kernel"] == "6.1\"\\");
    CHECK(page["snapshot"]["as_of"] == "2026-11-24");
    CHECK(page["units"][0]["restarts"] == 2);
    Examination odd = an_examination();
    odd.findings[0].what = "\xFF.toml";
    CHECK(nlohmann::json::accept(as_json(odd)));
}

TEST_CASE("metrics have one head each, escaped labels, and one sample for each check") {
    std::string const text = as_prometheus(an_examination());
    auto const has = [&](std::string const& line) {
        return ("\n" + text).find("\n" + line + "\n") != std::string::npos;
    };
    CHECK(has(R"(halte_info{version="0.1",kernel="6.1\"\\",debian="12"} 1)"));
    CHECK(has(R"(halte_check{check="settings.files"} 2)"));
    CHECK(has(R"(halte_check{check="fonts.ar"} 0)"));
    CHECK(has(R"(halte_check{check="fonts.fr"} 1)"));
    CHECK(has("halte_settings_problems 1"));
    CHECK(has("halte_snapshot_as_of_timestamp_seconds 1795478400"));
    CHECK(has("halte_check_timestamp_seconds 1795600000"));
    CHECK(has(R"(halte_service_restarts_total{unit="halte-kiosk.service"} 2)"));
    CHECK(text.back() == '\n');
    std::vector<std::string> heads;
    for (std::string const& line : lines_of(text))
        if (line.starts_with("# TYPE ")) heads.push_back(words_of(line)[2]);
    std::sort(heads.begin(), heads.end());
    CHECK(std::adjacent_find(heads.begin(), heads.end()) == heads.end());
}

TEST_CASE("the worst finding counts") {
    CHECK(worst({}) == Level::ok);
    CHECK(worst(an_examination().findings) == Level::failure);
}

TEST_CASE("right settings are said to be right with their files, wrong ones with their places") {
    auto const first = [](LoadedSettings const& loaded) { return judge_settings("/h.toml", loaded).front().what; };
    LoadedSettings loaded;
    CHECK(first(loaded) == "/h.toml is right (no such file: every setting has its default).");
    loaded.files = {"/h.toml"};
    CHECK(first(loaded) == "/h.toml is right.");
    loaded.files = {"/h.toml", "/h.toml.d/a.toml", "/h.toml.d/b.toml"};
    CHECK(first(loaded) == "/h.toml, /h.toml.d/a.toml and /h.toml.d/b.toml are right.");
    loaded.problems = {{{"/h.toml.d/a.toml", 2, 1}, "No.", "Yes."}, {{"/h.toml.d/b.toml", 0, 0}, "Gone.", "Mend it."}};
    CHECK(first(loaded) == "/h.toml.d/a.toml:2:1: No.");
    CHECK(judge_settings("/h.toml", loaded).back().what == "/h.toml.d/b.toml: Gone.");
    CHECK(judge_settings("/h.toml", loaded).back().cure == "Mend it.");
}
