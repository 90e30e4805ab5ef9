#include "canary_directory.h"

#include <fmt/format.h>

#include <fstream>
#include <random>
#include <stdexcept>
#include <vector>

#include "rig/process.h"

namespace halte::promises {
namespace {

namespace fs = std::filesystem;
using Alphabet = std::vector<std::string>;

/// Of languages that hardly use them, so that six in a row are like no other six.
std::string letters(int count, Alphabet const& alphabet) {
    static std::mt19937 chance{std::random_device{}()};
    std::uniform_int_distribution<std::size_t> any(0, alphabet.size() - 1);
    std::string word;
    for (std::size_t last = alphabet.size(); count > 0;) {
        std::size_t const letter = any(chance);
        if (letter == last) continue;
        word += alphabet[letter];
        last = letter;
        --count;
    }
    return word;
}

std::string latin(int count) { return letters(count, {"b", "f", "g", "j", "k", "q", "v", "w", "x", "z"}); }
std::string arabic(int count) { return letters(count, {"ث", "خ", "ذ", "ض", "ظ", "غ"}); }
std::string digits(int count) { return letters(count, {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"}); }
/// The accents show whether they can be left out; the capital, whether it can be made small.
std::string word() { return "Q" + latin(5) + "é" + latin(4) + "ô" + latin(6); }

std::string record(Canaries const& canaries) {
    return fmt::format(R"(id = "{}"
name = "{}"
status = "active"
assured_date = 2026-11-24
asked_for = false
order = 1
kind = "independent"
source_kind = "service"
situations = ["rape"]
languages = ["fr"]

[text]
summary = "{}"
description = "{}"

[[location]]
name = "{}"
city = "Namur"
publish = "yes"
source = "https://example.org/"

[[phone]]
number = "{}"
type = "voice"
publish = "yes"
source = "https://example.org/"
)",
                       canaries.id, canaries.name, canaries.summary, canaries.in_french, canaries.below,
                       canaries.number);
}

void add(fs::path const& file, std::string const& text) {
    std::ofstream stream(file, std::ios::app);
    stream << text;
    if (!stream.flush()) throw std::runtime_error(file.string() + " cannot be written.");
}

/// In place of the sentence that names the visitor's language to an interpreter.
void put_sentence(Canaries const& canaries, fs::path const& file) {
    std::string const usual = "J’ai besoin d’un interprète en {language}.";
    std::string const words = rig::text_of(file);
    if (words.find(usual) == std::string::npos) throw std::runtime_error(file.string() + " lacks \"" + usual + "\".");
    std::ofstream(file) << rig::replaced(words, usual, canaries.sentence + " {language}");
}

void translate(Canaries const& canaries, std::string const& words, fs::path const& file) {
    add(file, fmt::format("\n# reviewed by a test on 2026-11-24\n#: records/{0}.toml\nmsgctxt \"{0}.description\"\n"
                          "msgid \"{1}\"\nmsgstr \"{2}\"\n",
                          canaries.id, canaries.in_french, words));
}

}  // namespace

Canaries Canaries::any() {
    Canaries canaries{.id = latin(18),
                      .name = word(),
                      .summary = word(),
                      .in_french = word(),
                      .in_dutch = word(),
                      .in_arabic = arabic(12),
                      .below = word(),
                      .sentence = word(),
                      // 999 is the code of no country: nobody answers there.
                      .number = "+999"};
    for (int group = 0; group < 4; ++group) canaries.number += " " + digits(3);
    return canaries;
}

std::string Canaries::shown_sentence() const { return sentence + " arabe"; }
std::string Canaries::uri() const { return "tel:" + rig::replaced(number, " ", ""); }

std::string Canaries::lines() const {
    std::string all;
    auto const text = [&](std::string const& canary, std::string const& language, std::string const& words) {
        all += fmt::format("text\t{}\t{}\t{}\n", canary, language, words);
    };
    text("name", "fr", name);
    text("summary", "fr", summary);
    text("in-dutch", "nl", in_dutch);
    text("in-arabic", "ar", in_arabic);
    text("below", "fr", below);
    text("sentence", "fr", sentence);
    all += fmt::format("whole\tid\t{}\nwhole\tlanguage-named\t{}\n", id, shown_sentence());
    for (std::string const& form : {number, rig::replaced(number, " ", "\u00A0"), uri()})
        all += fmt::format("whole\tnumber\t{}\n", form);
    return all;
}

fs::path build_directory(Canaries const& canaries, fs::path const& folder) {
    fs::path const data = folder / "data";
    fs::create_directories(folder);
    fs::copy(rig::source_folder() / "data", data, fs::copy_options::recursive);
    add(data / "records" / (canaries.id + ".toml"), record(canaries));
    for (char const* const file :
         {"core.toml", "translations/nl/core.po", "translations/en/core.po", "translations/ar/core.po"})
        put_sentence(canaries, data / file);
    translate(canaries, canaries.in_dutch, data / "translations/nl/records.po");
    translate(canaries, canaries.in_arabic, data / "translations/ar/records.po");
    fs::path snapshot = folder / "canary.snapshot";
    rig::Ran const built = rig::run({rig::programs() / "halte-directory", "build", data, "-o", snapshot});
    if (built.status != 0) throw std::runtime_error("The canaries' directory was not built: " + built.complaints);
    return snapshot;
}

}  // namespace halte::promises
