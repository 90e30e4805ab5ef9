#include <doctest/doctest.h>
#include <halte/directory.h>
#include <halte/without_phone.h>

#include <algorithm>

#include "coordinates.h"
#include "ids.h"
#include "support/embedded.h"

using namespace halte;
using namespace halte::test;

namespace {

/// 30 November 2026 is a Monday.
WallTime on_monday(int hour) { return {.date = {2026, 11, 30}, .weekday = 0, .minute = hour * 60}; }

WithoutPhone ways(Viewpoint const& from, WallTime const& wall, std::string const& situation = {}) {
    std::vector<std::string> situations;
    for (Situation const& each : embedded_directory().situations(from)) situations.push_back(each.id);
    return without_phone(embedded_directory().without_phone(from), situations,
                         {situation, from.language, wall, {2026, 11, 24}});
}

bool has(std::vector<ServiceSummary> const& services, std::string const& id) {
    return std::ranges::find(services, id, &ServiceSummary::id) != services.end();
}

/// With a chat in that language, and nothing else.
ServiceSummary chat_in(std::string const& id, std::string const& language) {
    ServiceSummary service{.id = id, .website = id + ".example.org", .languages = {language}};
    service.writing.chat = true;
    return service;
}

}  // namespace

TEST_CASE("a chat stands under what is open while it is, with the hours of the chat") {
    Viewpoint const from{"fr", "hospital", brussels};
    auto const evening = ways(from, on_monday(18));
    CHECK(ids(evening.chat_now) == Ids{"sos-viol"});
    CHECK_FALSE(has(evening.chat_later, "sos-viol"));
    CHECK_FALSE(evening.chat_now.front().phone);
    CHECK(evening.chat_now.front().street.empty());
    CHECK(evening.chat_now.front().website == "www.sosviol.be");
    // It answers calls then, and has no chat.
    auto const morning = ways(from, on_monday(10));
    CHECK(morning.chat_now.empty());
    CHECK(morning.chat_later.back().id == "sos-viol");
}

TEST_CASE("a chat whose hours nobody knows comes before one that is closed, and is not called open") {
    auto const found = ways({"fr", "hospital", brussels}, on_monday(10));
    REQUIRE(has(found.chat_later, "tele-accueil"));
    CHECK(found.chat_later.front().schedules.empty());
    CHECK_FALSE(found.chat_later.front().any_hour);
}

TEST_CASE("a reader is shown chats that answer in their language, and a few where there is none") {
    for (auto const& [language, own, other] :
         {std::tuple("fr", "tele-accueil", "1712"), {"nl", "1712", "tele-accueil"}}) {
        auto const found = ways({language, "hospital", brussels}, on_monday(10));
        CHECK(has(found.chat_later, own));
        CHECK_FALSE(has(found.chat_later, other));
    }
    auto const arabic = ways({"ar", "hospital", brussels}, on_monday(10));
    CHECK(arabic.chat_later.size() == 3);
    CHECK(arabic.messages.size() <= 6);
    // What is open comes first, whatever it answers in.
    auto const evening = ways({"ar", "hospital", brussels}, on_monday(18));
    CHECK(ids(evening.chat_now) == Ids{"sos-viol"});
    CHECK(evening.chat_later.size() == 2);
}

TEST_CASE("chats that are not open stand behind every other way, and places open day and night before the others") {
    auto const found = ways({"fr", "hospital", brussels}, on_monday(3));
    CHECK(found.chat_now.empty());
    REQUIRE_FALSE(found.chat_later.empty());
    REQUIRE(found.places.size() > 1);
    CHECK(found.places.front().any_hour);
    auto const is_any_hour = [](ServiceSummary const& each) { return each.any_hour; };
    CHECK(std::ranges::is_partitioned(found.places, is_any_hour));
}

TEST_CASE("a chat says what it leaves behind, in the reader's language") {
    auto const traces_of_1712 = [](std::string const& language) {
        auto const found = ways({language, "hospital", brussels}, on_monday(10));
        auto const chat = std::ranges::find(found.chat_later, "1712", &ServiceSummary::id);
        REQUIRE(chat != found.chat_later.end());
        return chat->writing.chat_traces;
    };
    CHECK(traces_of_1712("nl").words.find("IP-adres") != std::string::npos);
    CHECK(traces_of_1712("nl").language == "nl");
}

TEST_CASE("at a school the first chat is for children") {
    CHECK(ways({"fr", "school", brussels}, on_monday(10)).chat_later.front().id == "maintenant-jen-parle");
    CHECK(ways({"nl", "school", brussels}, on_monday(10)).chat_later.front().id == "awel");
}

TEST_CASE("what is made for the list that the visitor came from comes first") {
    Viewpoint const from{"fr", "hospital", brussels};
    CHECK(ways(from, on_monday(10), "partner").chat_later.front().id == "ecoute-violences-conjugales");
    CHECK(ways(from, on_monday(10), "minors").chat_later.front().id == "maintenant-jen-parle");
    CHECK(ways(from, on_monday(10), "lgbtqia").messages.front().id == "rainbowhouse-brussels");
}

TEST_CASE("a number for messages is no number to call, and stands before e-mail") {
    auto const found = ways({"fr", "hospital", brussels}, on_monday(10)).messages;
    REQUIRE(has(found, "rainbowhouse-brussels"));
    CHECK(found.front().writing.messages);
    CHECK_FALSE(found.front().phone);
    CHECK(found.back().writing.email.find('@') != std::string::npos);
}

TEST_CASE("the nearest place is open day and night, at any hour, and each stands for another situation") {
    for (int const hour : {3, 10, 18}) {
        auto const places = ways({"fr", "hospital", brussels}, on_monday(hour)).places;
        REQUIRE(places.size() == 4);
        CHECK(places.front().id == "cpvs-bruxelles");
        CHECK(places.front().any_hour);
        CHECK_FALSE(places.front().phone);
        CHECK_FALSE(places.front().street.empty());
    }
    auto const far = ways({"fr", "hospital", arlon}, on_monday(10)).places;
    REQUIRE_FALSE(far.empty());
    CHECK(far.front().id == "cpvs-arlon");
}

TEST_CASE("where no place is known, only a network with its places is one to go to") {
    for (ServiceSummary const& place : ways({"fr", "hospital", {}}, on_monday(10)).places) CHECK(place.sites > 1);
}

TEST_CASE("no way leads to what is for authors, to what the place leaves out, or to an authority before others") {
    for (std::string const profile : {"hospital", "school", "town-hall", "asylum-centre"}) {
        for (ServiceSummary const& each : embedded_directory().without_phone({"fr", profile, brussels})) {
            CHECK(each.id != "seos");
            CHECK(each.id != "stop-it-now-bruxelles");
            CHECK((profile != "school" || each.id != "ex-aequo"));
        }
        auto const places = ways({"fr", profile, brussels}, on_monday(10)).places;
        CHECK(std::ranges::none_of(
            places, [](ServiceSummary const& each) { return each.independence == Independence::authority; }));
    }
}

TEST_CASE("nothing is made up where there is no way") {
    auto const none = without_phone({}, {"rape"}, {"", "fr", on_monday(10), {2026, 11, 24}});
    CHECK(none.chat_now.empty());
    CHECK(none.chat_later.empty());
    CHECK(none.messages.empty());
    CHECK(none.places.empty());
    auto const one = without_phone({chat_in("dutch", "nl")}, {}, {"", "fr", on_monday(10), {2026, 11, 24}});
    CHECK(ids(one.chat_later) == Ids{"dutch"});
}
