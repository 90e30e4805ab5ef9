#include <doctest/doctest.h>
#include <halte/offered.h>

#include <algorithm>

#include "support/embedded.h"
#include "support/temporary_data.h"

using namespace halte;
using namespace halte::test;

namespace {

using Codes = std::vector<std::string>;

Codes codes_of(std::vector<Language> const& languages) {
    Codes codes;
    for (Language const& each : languages) codes.push_back(each.code);
    return codes;
}

Codes offered(UnreadWords unread, Codes const& named = {}, Directory const& directory = embedded_directory()) {
    return codes_of(offered_languages(directory, "hospital", named, unread));
}

/// The project's data, in which a speaker has read the core of that language.
Directory with_core_read(std::string const& language) {
    TemporaryData const data = TemporaryData::copy_whole();
    std::string const file = "translations/" + language + "/core.po";
    std::string text = read_file(data.file(file));
    std::string const mark = "#, fuzzy\n";
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at))
        text.replace(at, mark.size(), "");
    for (auto at = text.find("\nmsgctxt"); at != std::string::npos; at = text.find("\nmsgctxt", at + 50))
        text.insert(at + 1, "# reviewed by a test on 2026-11-24\n");
    // A comment of the translator comes before what the program writes above an entry.
    data.write(file, text);
    return Directory::open(data.snapshot_with_bytes()).value();
}

}  // namespace

TEST_CASE("the core is whole in twenty-two languages") {
    auto const languages = embedded_directory().languages();
    CHECK(languages.size() == 22);
    for (Language const& each : languages) {
        INFO(each.code);
        CHECK(each.translated == each.sentences);
        CHECK(each.has_core());
        CHECK(each.sentences > 200);
    }
}

TEST_CASE("languages that can be written well are offered unread, and others only where they are named or read") {
    Codes const usual = offered(UnreadWords::core);
    CHECK(usual.size() == 13);
    for (std::string const code : {"nl", "en", "ar", "de", "es", "pt", "pl", "ro", "bg", "uk", "ru", "tr"})
        CHECK_MESSAGE(std::ranges::count(usual, code) == 1, code);
    CHECK(offered(UnreadWords::core, {"fr", "ti", "ps"}) == Codes{"fr", "ti", "ps"});
    Directory const read = with_core_read("so");
    Codes const with_somali = offered(UnreadWords::core, {}, read);
    CHECK(with_somali.size() == 14);
    CHECK(std::ranges::count(with_somali, "so") == 1);
    CHECK(offered(UnreadWords::none, {}, read) == Codes{"fr", "so"});
}

TEST_CASE("all are offered where the settings want it, and only French where they want what was read") {
    CHECK(offered(UnreadWords::all).size() == 22);
    CHECK(offered(UnreadWords::none) == Codes{"fr"});
    CHECK(offered(UnreadWords::none, {"ti"}) == Codes{"fr"});
}

TEST_CASE("why a language of the settings is not shown is said") {
    CHECK(offer_of(embedded_directory(), "ti", UnreadWords::core) == Offer::offered);
    CHECK(offer_of(embedded_directory(), "ti", UnreadWords::none) == Offer::unread);
    CHECK(offer_of(embedded_directory(), "tlh", UnreadWords::all) == Offer::unknown);
    TemporaryData const data = TemporaryData::copy_whole();
    data.write("translations/ti/core.po", "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n");
    Directory const without = Directory::open(data.snapshot_with_bytes()).value();
    CHECK(offer_of(without, "ti", UnreadWords::all) == Offer::unfinished);
    CHECK(std::ranges::count(offered(UnreadWords::all, {}, without), "ti") == 0);
    for (Offer const each : {Offer::unknown, Offer::unfinished, Offer::unread})
        CHECK_FALSE(why_not_offered(each, "ti").empty());
    CHECK(why_not_offered(Offer::offered, "ti").empty());
}

TEST_CASE("a sentence of weight that nobody has read stands in French, and in Dutch beside the French") {
    auto const care = [](std::string const& language, std::string const& other = "fr") {
        auto const steps = embedded_directory().guidance("rape", {language, "hospital", {}, other});
        return std::ranges::find(steps, "care", &Guidance::id)->text;
    };
    CHECK(care("ar").language == "fr");
    CHECK(care("ti").language == "fr");
    CHECK(care("ti", "nl").language == "nl");
    CHECK(care("nl").language == "nl");
    CHECK(care("nl").beside == care("fr").words);
    CHECK(care("en").beside == care("fr").words);
    CHECK(care("fr").beside.empty());
    Service const page = *embedded_directory().service("sos-viol", {"ar", "hospital", {}});
    CHECK(page.text[ServiceText::description].language == "ar");
    Service const told = *embedded_directory().service("1712", {"ar", "hospital", {}});
    CHECK(told.text[ServiceText::told].language == "fr");
}

TEST_CASE("what a record says with a word of weight is held against the French, too, but for a card's one line") {
    auto const text = [](std::string const& language, ServiceText field, std::string const& profile = "hospital",
                         std::string const& service = "cpvs-bruxelles") {
        return embedded_directory().service(service, {language, profile, {}})->text[field];
    };
    for (ServiceText const each :
         {ServiceText::description, ServiceText::application_process, ServiceText::eligibility_description}) {
        for (char const* const language : {"ar", "uk", "de", "ti"}) CHECK(text(language, each).language == "fr");
        for (char const* const language : {"nl", "en"}) {
            CHECK(text(language, each).language == language);
            CHECK(text(language, each).beside == text("fr", each).words);
        }
        CHECK(text("fr", each).beside.empty());
    }
    CHECK(text("nl", ServiceText::application_process, "school").beside ==
          text("fr", ServiceText::application_process, "school").words);
    CHECK(text("fr", ServiceText::application_process, "school").words !=
          text("fr", ServiceText::application_process).words);
    Text const summary = text("uk", ServiceText::summary, "hospital", "aide-aux-victimes");
    CHECK(summary.language == "uk");
    CHECK(summary.beside.empty());
}

TEST_CASE("what was read needs no French beside it") {
    TemporaryData const data = TemporaryData::small();
    data.record("one", 1, "situations = [\"rape\"]");
    data.replace("records/one.toml", "Ce que fait one", "Sans plainte");
    auto const description_in = [&](std::string const& language, std::string const& mark) {
        data.write("translations/" + language + "/records.po",
                   "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n\n" + mark +
                       "msgctxt \"one.description\"\nmsgid \"Sans plainte\"\nmsgstr \"x\"\n");
        Directory const directory = Directory::open(data.snapshot_with_bytes()).value();
        return directory.service("one", {language, "hospital", {}})->text[ServiceText::description];
    };
    std::string const read = "# reviewed by nurse on 2026-11-24\n";
    CHECK(description_in("ar", read).words == "x");
    CHECK(description_in("ar", "#, fuzzy\n").words == "Sans plainte");
    CHECK(description_in("nl", read).beside.empty());
    CHECK(description_in("nl", "#, fuzzy\n").beside == "Sans plainte");
}

TEST_CASE("only what was read is shown where the settings want it") {
    Viewpoint from{"nl", "hospital", {}, "fr", true};
    CHECK(embedded_directory().phrase("sill.leave", from).language == "fr");
    CHECK(embedded_directory().phrase("badge.places", 3, from).words == "{count} lieux");
    CHECK(embedded_directory().service("sos-viol", from)->text[ServiceText::description].language == "fr");
}

TEST_CASE("what a language has no words for stands in the language that was chosen for it") {
    Viewpoint const in_french{"ti", "hospital", {}};
    Viewpoint const in_dutch{"ti", "hospital", {}, "nl"};
    auto const description = [](Viewpoint const& from) {
        return embedded_directory().service("sos-viol", from)->text[ServiceText::description];
    };
    CHECK(description(in_french).language == "fr");
    CHECK(description(in_dutch).language == "nl");
    CHECK(embedded_directory().phrase("guidance.care.text", in_dutch).language == "nl");
    CHECK(embedded_directory().phrase("sill.leave", in_dutch).language == "ti");
}
