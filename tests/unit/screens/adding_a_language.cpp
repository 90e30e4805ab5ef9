// One more language is an entry in data/languages.toml and a folder in data/translations/, and nothing else.
#include <fmt/format.h>
#include <halte/canvas.h>
#include <halte/directory.h>
#include <halte/offered.h>

#include <cstdio>

#include "support/audit.h"
#include "support/embedded.h"
#include "support/scenes.h"
#include "support/temporary_data.h"

using namespace halte;
using namespace halte::test;

namespace {

std::string const entry = R"([[language]]
code = "be"
endonym = "Беларуская"
greeting = "Добры дзень"
script = "Cyrl"
plurals = "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
voice = "be"
small_names = true
tier = "a"
names = { fr = "Biélorusse", nl = "Wit-Russisch", en = "Belarusian", be = "Беларуская" }

)";

/// What its translators would bring: here, the words of a neighbour.
std::string core_of_ukrainian() {
    std::string text = read_file(fs::path(HALTE_SOURCE) / "data/translations/uk/core.po");
    std::string const line = "Language: uk";
    return text.replace(text.find(line), line.size(), "Language: be");
}

/// The project's own data with one more language.
TemporaryData with_one_more() {
    TemporaryData data = TemporaryData::copy_whole();
    data.replace("languages.toml", "[[spoken]]", entry + "[[spoken]]");
    data.write("translations/be/core.po", core_of_ukrainian());
    return data;
}

/// Its snapshot, built once. It lacks nothing that serves visitors.
Directory const& larger_directory() {
    static Directory const opened = [] {
        TemporaryData const data = with_one_more();
        return Directory::open_to_serve(data.snapshot_with_bytes(), Directory::open_bytes(embedded_snapshot()).value())
            .value();
    }();
    return opened;
}

std::string output_of(std::string const& command) {
    std::string text;
    FILE* const pipe = popen(command.c_str(), "r");
    REQUIRE(pipe != nullptr);
    for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) text += char(c);
    CHECK(pclose(pipe) == 0);
    return text;
}

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("data with one more language has no fault, and the snapshot has the language with its script and its forms") {
    for (Problem const& problem : with_one_more().problems())
        CHECK_MESSAGE(problem.level == Level::warning, describe(problem));
    auto const languages = larger_directory().languages();
    auto const found = std::ranges::find(languages, "be", &Language::code);
    REQUIRE(found != languages.end());
    CHECK(found->script == Script::cyrillic);
    CHECK_FALSE(found->right_to_left);
    CHECK(found->voice == "be");
    CHECK(found->has_core());
    auto const places = [](int count, std::string const& language) {
        return larger_directory().phrase("badge.places", count, {.language = language}).words;
    };
    for (int const count : {1, 3, 12, 21}) CHECK(places(count, "be") == places(count, "uk"));
    CHECK(places(1, "be") != places(3, "be"));
    CHECK(larger_directory().phrase("month.may", {.language = "be"}).words == "травня");
    CHECK(larger_directory().phrase("name_in_sentence.be", {}).words == "biélorusse");
    CHECK(larger_directory().phrase("name_in_sentence.nl", {.language = "be"}).words == "nederlands");
}

TEST_CASE("every kind of place offers it after the others") {
    for (std::string const& profile : larger_directory().profile_ids()) {
        Codes codes;
        for (Language const& each : offered_languages(larger_directory(), profile, {}, UnreadWords::all))
            codes.push_back(each.code);
        CHECK(codes.size() == embedded_directory().languages().size() + 1);
        CHECK(codes.back() == "be");
    }
}

TEST_CASE("the audit and the tour have it in their lists, and the help names it") {
    Codes expected = scenes::codes_of(embedded_directory());
    expected.emplace_back("be");
    CHECK(scenes::codes_of(larger_directory()) == expected);
    CHECK(scenes::codes_of_scripts(larger_directory()) == Codes{"fr", "ar", "ti", "uk"});
    auto const terminal_languages = scenes::example_terminal(larger_directory()).languages;
    CHECK(std::ranges::count(terminal_languages, "be", &Language::code) == 1);
    TemporaryData const data = with_one_more();
    for (char const* file : {"kiosk/run", "kiosk/prepare.bash"})
        write_file(data.beside(file), read_file(fs::path(HALTE_SOURCE) / file));
    std::string const help = output_of("bash " + data.beside("kiosk/run").string() + " --help");
    CHECK_MESSAGE(help.find(", rn, be\n") != std::string::npos, help);
}

TEST_CASE("every screen is drawn in it, without a letter that no face has and without a cut line") {
    Terminal const terminal = scenes::example_terminal(larger_directory());
    for (std::size_t const at : {0U, 1U}) {
        auto const shape = scenes::audited_shapes().at(at);
        Canvas canvas = Canvas::create(shape.shape, icons_of(larger_directory())).value();
        for (auto const& scene : scenes::scenes(larger_directory(), terminal, "be", TextSize::normal, {"sos-viol"})) {
            draw(scene.visit, larger_directory(), terminal, scenes::example_moment(larger_directory()), canvas);
            for (auto const& fault : audit::findings(canvas.tree(), {shape.shape.width_px, shape.shape.height_px, 0}))
                FAIL_CHECK(fmt::format("{} {}: {}", shape.name, scene.name, fault.what));
        }
    }
}
