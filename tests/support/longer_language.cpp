#include "longer_language.h"

#include <array>
#include <cmath>
#include <sstream>

#include "po_file.h"
#include "support/temporary_data.h"

namespace halte::test {
namespace {

std::string const entry = R"([[language]]
code = "qps"
endonym = "Lââângûûê lôôôngûûê"
greeting = "Bôônjôôûûr"
script = "Latn"
plurals = "nplurals=2; plural=(n > 1);"
tier = "a"
names = { fr = "Langue longue" }

)";

/// As long as German words become.
constexpr std::size_t longest_word = 18;
constexpr double share = 1.6;

std::size_t letters_in(std::string_view words) {
    return std::size_t(
        std::ranges::count_if(words, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

/// What a program fills in, a number, a name in capitals, an address.
bool stays(std::string const& word) {
    auto const capitals = std::ranges::count_if(word, [](char c) { return c >= 'A' && c <= 'Z'; });
    return capitals > 1 || word.find_first_of("{}0123456789@/") != std::string::npos;
}

struct Vowel {
    char plain;
    char const* doubled;
};
constexpr std::array vowels{Vowel{'a', "åâ"}, Vowel{'e', "éê"}, Vowel{'i', "îï"}, Vowel{'o', "ôö"}, Vowel{'u', "ûü"}};

std::string lengthened_word(std::string const& word) {
    if (stays(word)) return word;
    std::string longer;
    auto room = std::size_t(std::ceil(double(letters_in(word)) * (share - 1)));
    for (char const letter : word) {
        auto const* const vowel = std::ranges::find(vowels, letter, &Vowel::plain);
        bool const grows = vowel != vowels.end() && room > 0 && letters_in(word) < longest_word;
        longer += grows ? vowel->doubled : std::string(1, letter);
        room -= grows ? 1 : 0;
    }
    return longer;
}

}  // namespace

std::string lengthened(std::string const& french) {
    std::istringstream stream(french);
    std::string longer;
    for (std::string word; std::getline(stream, word, ' ');)
        longer += (longer.empty() ? "" : " ") + lengthened_word(word);
    for (bool odd = false; letters_in(longer) < std::size_t(double(letters_in(french)) * share); odd = !odd)
        longer += odd ? " ênçõrê" : " plüs";
    return longer;
}

namespace {

void translate(PoFile& po) {
    // Its readers have read all of it.
    po.header.comments += "reviewed by test on 2026-11-24\n";
    for (PoEntry& each : po.entries) {
        std::string const& plural = each.extras.plural;
        each.translation = lengthened(each.message.french);
        if (!plural.empty()) each.extras.plural_translations = {lengthened(each.message.french), lengthened(plural)};
    }
    REQUIRE(write_po(po));
}

void translate_all(TemporaryData const& data) {
    REQUIRE(update_translations(data.path()));
    ProblemLog problems;
    for (auto const& file : fs::directory_iterator(data.path() / "translations" / longer_language)) {
        auto po = read_po(file.path().string(), problems);
        REQUIRE(po);
        translate(*po);
    }
}

}  // namespace

Directory const& longer_directory() {
    static Directory const opened = [] {
        TemporaryData const data = TemporaryData::copy();
        for (std::string const code : {"nl", "en", "ar"}) fs::remove_all(data.path() / "translations" / code);
        fs::create_directories(data.path() / "translations" / longer_language);
        data.replace("languages.toml", "[[spoken]]", entry + "[[spoken]]");
        translate_all(data);
        return Directory::open(data.snapshot_with_bytes()).value();
    }();
    return opened;
}

}  // namespace halte::test
