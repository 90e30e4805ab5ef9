#include "support/temporary_data.h"

using namespace halte;
using namespace halte::test;

namespace {

/// What stops a build, one line each.
std::vector<std::string> faults(TemporaryData const& data) {
    std::vector<std::string> found;
    for (Problem const& problem : data.problems()) {
        if (problem.level == Level::failure) found.push_back(describe(problem));
    }
    return found;
}

/// All that is said, but for the sentences that wait for a translator: there are some whenever a word was changed.
Problems said_of(TemporaryData const& data) {
    Problems found = data.problems();
    std::erase_if(found, [](Problem const& each) {
        return each.level != Level::failure && each.where.name.find("/translations/") != std::string::npos;
    });
    return found;
}

/// Checks that the one fault stands on that line, says `what` and ends with `cure`.
void check_only_fault(TemporaryData const& data, std::string const& place, std::string const& what,
                      std::string const& cure) {
    std::vector<std::string> const found = faults(data);
    std::string all;
    for (std::string const& each : found) all += each + "\n";
    INFO(all);
    REQUIRE(found.size() == 1);
    CHECK(found[0] == data.file(place) + ": " + what + ". " + cure + ".");
}

std::string at(std::string const& file, int line) { return file + ":" + std::to_string(line); }

std::string const no_reason;

/// A record with one number that is shown.
void with_number(TemporaryData const& data, std::string const& id, int order, std::string const& number,
                 std::string const& more = no_reason, std::string const& top = "situations = [\"rape\"]") {
    data.record(
        id, order, top,
        "[[phone]]\nnumber = \"" + number + "\"\ntype = \"voice\"\npublish = \"yes\"\nsource = \"seen\"\n" + more);
}

void remove(TemporaryData const& data, std::string const& file) { fs::remove(data.file(file)); }

}  // namespace

TEST_CASE("a record that was asked for by name is missed once, and not by all that refer to it") {
    TemporaryData const data = TemporaryData::copy_whole();
    remove(data, "records/child-focus.toml");
    int const line = data.replace("asked_for.toml", "\"child-focus\"", "\"child-focus\"");
    check_only_fault(data, at("asked_for.toml", line),
                     "the record \"child-focus\" is asked for by name, and is not there",
                     "Restore records/child-focus.toml");
}

TEST_CASE("a record under another ending is read by nobody, and is named once") {
    for (std::string const ending : {".TOML", ".toml.txt"}) {
        TemporaryData const data = TemporaryData::copy_whole();
        fs::rename(data.file("records/child-focus.toml"), data.file("records/child-focus" + ending));
        check_only_fault(data, "records/child-focus" + ending,
                         "the name of the file does not end in .toml, and nothing reads it",
                         "Rename it to child-focus.toml, or take it out of the folder");
    }
}

TEST_CASE("a record and the list of those asked for agree") {
    TemporaryData const data = TemporaryData::copy_whole();
    int line = data.replace("records/child-focus.toml", "asked_for = true", "asked_for = false");
    check_only_fault(data, at("records/child-focus.toml", line),
                     "asked_for.toml names \"child-focus\", and the record does not say so", "Write asked_for = true");
    TemporaryData const other = TemporaryData::copy_whole();
    line = other.replace("records/awel.toml", "asked_for = false", "asked_for = true");
    check_only_fault(other, at("records/awel.toml", line),
                     "the record says that it was asked for, and asked_for.toml does not name it",
                     "Add \"awel\" to asked_for.toml");
}

TEST_CASE("a record that no screen shows is refused") {
    TemporaryData const data = TemporaryData::small();
    data.replace("situations.toml", "\n[[situation]]", "without_door = [\"partner\"]\n[[situation]]");
    for (std::string const situation : {"general", "partner", "all"}) {
        data.record("one", 1, "situations = [\"" + situation + "\"]");
        check_only_fault(data, at("records/one.toml", 8), "no screen shows this record",
                         "Name a situation that has a door, or add its id to lines.toml");
    }
    std::string const general = "situations = [\"general\"]";
    data.record("one", 1, general + "\naudience = \"authors\"");
    CHECK(faults(data).empty());
    data.record("one", 1, "situations = [\"emergency\"]");
    data.write("emergency.toml", "[[pinned]]\nrecord = \"one\"\nnumber = \"112\"\n");
    CHECK(faults(data).empty());
    data.write("emergency.toml", "pinned = []\n");
    data.record("one", 1, general);
    data.write("lines.toml", "fallback = [\"one\"]\n");
    CHECK(faults(data).empty());
    data.write("lines.toml", "fallback = []\n[fr]\nlines = [\"one\"]\n");
    CHECK(faults(data).empty());
}

TEST_CASE("a line of a language that nobody can choose is on no screen") {
    TemporaryData const data = TemporaryData::small();
    data.record("one", 1, "situations = [\"general\"]");
    data.write("lines.toml", "fallback = []\n[de]\nlines = [\"one\"]\n");
    check_only_fault(data, at("records/one.toml", 8), "no screen shows this record",
                     "Name a situation that has a door, or add its id to lines.toml");
}

TEST_CASE("one number on two services is refused, in any spelling, unless they are one network or say so") {
    TemporaryData const data = TemporaryData::small();
    with_number(data, "one", 1, "02 123 45 67");
    with_number(data, "two", 2, "+32 2 123 45 67");
    check_only_fault(
        data, at("records/two.toml", 13), "+32 2 123 45 67 is also the number of one",
        "Compare both with their sources; where it is right, write shared_with = \"ID\" where it is not the "
        "service's own");
    with_number(data, "two", 2, "02 123 45 67", no_reason, "parent = \"one\"\nsituations = [\"rape\"]");
    CHECK(faults(data).empty());
    with_number(data, "two", 2, "02 123 45 67", "shared_with = \"one\"\n");
    CHECK(faults(data).empty());
    with_number(data, "two", 2, "02 123 45 68", "shared_with = \"one\"\n");
    check_only_fault(data, at("records/two.toml", 17), "\"one\" does not publish 02 123 45 68",
                     "Name the record whose number it is");
}

TEST_CASE("a refuge with a street is refused, whether the street is published or not") {
    for (std::string const publish : {"yes", "no", "after checking by phone"}) {
        TemporaryData const data = TemporaryData::small();
        data.record("one", 1, "situations = [\"rape\"]\ntype = \"refuge\"",
                    "[[location]]\ncity = \"Namur\"\naddress_1 = \"Rue 1\"\npublish = \"" + publish +
                        "\"\nsource = \"seen\"\n");
        check_only_fault(data, at("records/one.toml", 15), "the street of a refuge is secret, and stands here",
                         "Take the street out, whatever its publish says; the city may stay");
    }
    TemporaryData const city = TemporaryData::small();
    city.record("one", 1, "situations = [\"rape\"]\ntype = \"refuge\"",
                "[[location]]\ncity = \"Namur\"\npublish = \"yes\"\nsource = \"seen\"\n");
    CHECK(faults(city).empty());
}

TEST_CASE("the refuges among the records say that they are some") {
    TemporaryData const data = TemporaryData::copy_whole();
    for (std::string const id : {"refuge-bruxelles", "refuge-charleroi", "refuge-ihsane-jarfi", "prisma-eupen"})
        CHECK(read_file(data.file("records/" + id + ".toml")).find("\ntype = \"refuge\"\n") != std::string::npos);
}

TEST_CASE("a published fact whose source is empty has none") {
    TemporaryData const data = TemporaryData::small();
    data.record("one", 1, "situations = [\"rape\"]",
                "[[location]]\ncity = \"Namur\"\npublish = \"yes\"\nsource = \"\"\n[hours]\npublish = \"yes\"\n"
                "source = [\"\"]\n");
    CHECK(faults(data) ==
          std::vector{data.file("records/one.toml:15: a published fact names no source. Write where it was read."),
                      data.file("records/one.toml:18: a published fact names no source. Write where it was read.")});
}

TEST_CASE("a switchboard without its words is refused") {
    TemporaryData const data = TemporaryData::small();
    with_number(data, "one", 1, "02 123 45 67", "switchboard = true\n");
    check_only_fault(data, at("records/one.toml", 13),
                     "02 123 45 67 is a switchboard, and nothing says what to ask for",
                     "Write description = ... with the words to say");
    with_number(data, "one", 1, "02 123 45 67", "switchboard = true\ndescription = \"Demandez le centre\"\n");
    CHECK(faults(data).empty());
}

TEST_CASE("a number for messages that became a voice is refused, and so is a new one that is not listed") {
    TemporaryData const data = TemporaryData::small();
    with_number(data, "one", 1, "0471 00 00 01");
    check_only_fault(data, at("records/one.toml", 13), "0471 00 00 01 is for messages only, and is a voice here",
                     "Write type = \"text\"; text_numbers.toml lists it");
    data.replace("records/one.toml", "\"voice\"", "\"text\"");
    CHECK(faults(data).empty());
    data.replace("records/one.toml", "0471 00 00 01", "0471 00 00 02");
    check_only_fault(data, at("records/one.toml", 13), "0471 00 00 02 is not among the text numbers",
                     "Add it to text_numbers.toml, or write type = \"voice\"");
}

TEST_CASE("112 and 101 are what is pinned") {
    struct Row {
        char const* record;
        char const* right;
        char const* wrong;
    };
    for (Row const& row : {Row{"emergency-112", "112", "113"}, Row{"police-101", "101", "100"}}) {
        TemporaryData const data = TemporaryData::copy_whole();
        std::string const file = std::string("records/") + row.record + ".toml";
        int const line = data.replace(file, std::string("number = \"") + row.right + "\"",
                                      std::string("number = \"") + row.wrong + "\"");
        check_only_fault(data, at(file, line),
                         std::string("the number is ") + row.wrong + " and emergency.toml pins " + row.right,
                         std::string("Write ") + row.right);
    }
}

TEST_CASE("an emergency service whose number nobody pinned is refused") {
    TemporaryData const data = TemporaryData::small();
    data.record("one", 1, "situations = [\"emergency\", \"all\"]");
    check_only_fault(data, at("records/one.toml", 8), "the number of an emergency service is not pinned",
                     "Write \"one\" and its number in emergency.toml");
}

TEST_CASE("an empty file is one message") {
    TemporaryData const data = TemporaryData::copy_whole();
    for (std::string const file : {"records/child-focus.toml", "phrases.toml", "situations.toml", "languages.toml",
                                   "guidance.toml", "lines.toml", "profiles/school.toml", "asked_for.toml",
                                   "emergency.toml", "text_numbers.toml", "words_of_weight.toml", "core_page.toml"}) {
        std::string const text = read_file(data.file(file));
        data.write(file, "# Nothing.\n");
        Problems const found = said_of(data);
        data.write(file, text);
        INFO(describe(found));
        REQUIRE(found.size() == 1);
        CHECK(describe(found[0]) == data.file(file) + ":1: the file is empty. Restore it.");
    }
}

TEST_CASE("one broken file is one message, on its own line") {
    TemporaryData const data = TemporaryData::copy_whole();
    for (std::string const file :
         {"records/child-focus.toml", "records/cpvs.toml", "records/police-101.toml", "phrases.toml", "situations.toml",
          "languages.toml", "guidance.toml", "lines.toml", "profiles/school.toml", "asked_for.toml", "emergency.toml",
          "text_numbers.toml", "words_of_weight.toml", "core_page.toml"}) {
        std::string const text = read_file(data.file(file));
        data.write(file, "x = \"\n" + text);
        Problems const found = said_of(data);
        data.write(file, text);
        INFO(describe(found));
        REQUIRE(found.size() == 1);
        CHECK(found[0].where.name == data.file(file));
        CHECK(found[0].where.line == 1);
        CHECK(found[0].what.starts_with("not TOML: "));
    }
}

TEST_CASE("a record that was cut short is one message with all that it lacks") {
    TemporaryData const data = TemporaryData::copy_whole();
    std::string const text = read_file(data.file("records/child-focus.toml"));
    data.write("records/child-focus.toml", text.substr(0, text.find("kind = ")));
    check_only_fault(data, "records/child-focus.toml:1",
                     "the record has no \"kind\", \"source_kind\", \"situations\", \"text\"",
                     "Add kind = ..., source_kind = ..., situations = ..., text = ...");
}

TEST_CASE("a day on which a number was called is judged as every other day") {
    TemporaryData const data = TemporaryData::small();
    with_number(data, "one", 1, "02 123 45 67", "called_on = 2031-01-01\n");
    std::vector<std::string> const found = faults(data);
    REQUIRE(found.size() == 1);
    CHECK(found[0].starts_with(data.file("records/one.toml:17: the day 2031-01-01 is still to come")));
}
