// The one table of a record's sentences.
#include <doctest/doctest.h>
#include <halte/records.h>

#include <set>

using namespace halte;

namespace {

using Place = std::tuple<std::string_view, std::string_view, std::size_t>;

std::vector<Place> places_of(Record const& record) {
    std::vector<Place> places;
    for_each_sentence(record, [&](RecordSentence const& sentence) {
        if (!sentence.text.empty()) places.emplace_back(sentence.field.entity, sentence.field.name, sentence.part);
    });
    return places;
}

SourceText said(std::string words) { return {std::move(words), {}}; }

}  // namespace

TEST_CASE("each sentence of a service has its name once, and is found by it") {
    std::set<std::string_view> names;
    for (ServiceTextField const& field : service_text_fields) {
        CHECK(names.insert(field.name).second);
        CHECK(name_of(field.text) == field.name);
        CHECK((field.longest == 0) == field.place.empty());
    }
}

TEST_CASE("a sentence that is set is gone over at its place in the table, and no other") {
    for (ServiceTextField const& field : service_text_fields) {
        Record record;
        record.text[field.text] = said("words");
        CHECK(places_of(record) == std::vector<Place>{{"service", field.name, 0}});
    }
}

TEST_CASE("phones and locations are counted as they are published, and what is withheld says nothing") {
    Record record;
    for (Publish const publish : {Publish::no, Publish::yes, Publish::after_checking, Publish::yes}) {
        record.phones.push_back({.description = said("a number"), .publish = publish});
        record.locations.push_back({.name = said("a place"), .publish = publish});
    }
    CHECK(places_of(record) == std::vector<Place>{{"phone", "description", 0},
                                                  {"phone", "description", 1},
                                                  {"location", "name", 0},
                                                  {"location", "name", 1}});
}
