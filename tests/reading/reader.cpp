#include "reader.h"

#include <fmt/format.h>
#include <halte/directory.h>
#include <halte/letter_case.h>
#include <halte/text.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "po_file.h"
#include "support/embedded.h"

namespace halte::reading {
namespace {

namespace fs = std::filesystem;

constexpr int page_width = 1800;
constexpr int margin = 60;
constexpr float letters_px = 44;  ///< as the titles of keys on a screen of 1080 lines

std::size_t bytes_at(std::string_view words, std::size_t at) {
    std::size_t end = at + 1;
    while (end < words.size() && (static_cast<unsigned char>(words[end]) & 0xC0U) == 0x80U) ++end;
    return end - at;
}

bool is_letter(std::string_view letter) {
    if (letter.size() == 1) return std::isalnum(static_cast<unsigned char>(letter[0])) != 0;
    // Signs of Latin, general, Arabic and Ethiopic punctuation.
    constexpr std::array marks{"«", "»", "·", "’",      "‘",      "“",      "”",      "–",      "—",
                               "…", "،", "؛", "؟",      "።",      "፣",      "፤",      "፥",      "፦",
                               "→", "←", "•", "\u00A0", "\u202F", "\u200C", "\u200E", "\u200F", "\u2060"};
    return std::ranges::find(marks, letter) == marks.end();
}

struct Taught {
    std::string_view letter, as;
};
constexpr std::array taken_for{Taught{"ɛ", "e"}, Taught{"ɔ", "o"}, Taught{"ə", "e"}, Taught{"ɓ", "b"},
                               Taught{"ɗ", "d"}, Taught{"ɲ", "n"}, Taught{"ŋ", "n"}, Taught{"ñ", "n"},
                               Taught{"ƴ", "y"}, Taught{"ț", "ţ"}, Taught{"ș", "ş"}};

std::string as_read(std::string const& letter) {
    std::string const small = small_letter(letter);
    std::string const& plain = small.empty() ? letter : small;
    auto const* const found = std::ranges::find(taken_for, plain, &Taught::letter);
    return found == taken_for.end() ? plain : std::string(found->as);
}

std::string without_braces(std::string_view words) {
    std::string text;
    int depth = 0;
    for (char const c : words) {
        if (c == '{') ++depth;
        if (depth == 0) text += c;
        if (c == '}') --depth;
    }
    return text;
}

std::vector<std::string> letters_of(std::string_view words) {
    std::vector<std::string> letters;
    for (std::size_t at = 0; at < words.size(); at += bytes_at(words, at))
        letters.emplace_back(words.substr(at, bytes_at(words, at)));
    return letters;
}

/// The letter that is there most often: a face that lacks it leaves it out.
std::string most_frequent(std::vector<std::string> const& sentences) {
    std::map<std::string, int> counts;
    for (std::string const& each : sentences)
        for (std::string const& letter : letters_of(each))
            if (letter != " " && is_letter(letter)) ++counts[letter];
    return std::ranges::max_element(counts, {}, [](auto const& each) { return each.second; })->first;
}

std::string with_fault(std::string const& sentence, Planted planted, std::string const& lost) {
    auto letters = letters_of(sentence);
    if (planted == Planted::lost_letter) std::erase(letters, lost);
    if (planted == Planted::reversed) std::ranges::reverse(letters);
    std::string text;
    for (std::string const& each : letters) text += each;
    return text;
}

TextStyle style_of(std::string const& language) {
    auto const languages = test::embedded_directory().languages();
    auto const own = std::ranges::find(languages, language, &Language::code);
    TextStyle style{.size = letters_px, .language = language};
    style.line_height = metrics_of(own->script).tall ? 1.7F : 1.4F;
    style.direction = own->right_to_left ? Direction::right_to_left : Direction::left_to_right;
    return style;
}

/// Black on white, 8 bits a pixel.
struct Sheet {
    int height = 0;
    std::vector<std::uint8_t> pixels;

    void add(TextImage const& image) {
        int const top = height;
        height += image.extent.height + 16;
        pixels.resize(std::size_t(page_width) * std::size_t(height), 255);
        for (int y = 0; y < image.height; ++y)
            for (int x = 0; x < image.width; ++x) {
                int const to_y = top + y - image.top;
                int const to_x = margin + x - image.left;
                if (to_y < 0 || to_y >= height || to_x < 0 || to_x >= page_width) continue;
                auto& pixel = pixels[std::size_t(to_y) * page_width + std::size_t(to_x)];
                pixel = std::min(pixel, std::uint8_t(255 - image.coverage[std::size_t(y * image.width + x)]));
            }
    }
    void save(fs::path const& file) const {
        std::ofstream stream(file, std::ios::binary);
        stream << fmt::format("P5\n{} {}\n255\n", page_width, height);
        stream.write(reinterpret_cast<char const*>(pixels.data()), std::streamsize(pixels.size()));
    }
};

Sheet draw(std::vector<std::string> const& sentences, std::string const& language) {
    Typesetter const typesetter = std::move(Typesetter::create().value());
    TextStyle const style = style_of(language);
    Sheet sheet;
    for (std::string const& each : sentences) sheet.add(typesetter.render(each, style, page_width - 2 * margin));
    return sheet;
}

std::string output_of(std::string const& command) {
    std::string text;
    FILE* const pipe = popen(command.c_str(), "r");
    if (pipe == nullptr) return text;
    for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) text += char(c);
    pclose(pipe);
    return text;
}

}  // namespace

Words words_of(std::string const& text) {
    Words words;
    std::string word;
    auto const end_word = [&] {
        if (!word.empty()) words.insert(std::exchange(word, {}));
    };
    for (std::string const& letter : letters_of(text)) {
        if (!is_letter(letter)) {
            end_word();
            continue;
        }
        word += as_read(letter);
    }
    end_word();
    return words;
}

std::vector<std::string> core_of(std::string const& language) {
    bool const french = language == source_language;
    ProblemLog problems;
    auto const po =
        read_po(fmt::format("{}/data/translations/{}/core.po", HALTE_SOURCE, french ? "nl" : language), problems);
    std::vector<std::string> sentences;
    for (PoEntry const& entry : po->entries) {
        if (entry.obsolete) continue;
        for (std::string const& form : french ? std::vector{entry.message.french} : entry.forms())
            sentences.push_back(without_braces(form));
    }
    return sentences;
}

std::string read_aloud(std::vector<std::string> const& sentences, std::string const& language, std::string const& model,
                       Planted planted) {
    std::string const lost = most_frequent(sentences);
    std::vector<std::string> shown;
    for (std::string const& each : sentences) shown.push_back(with_fault(each, planted, lost));
    fs::path const file = fs::temp_directory_path() / fmt::format("halte-core-{}-{}.pgm", language, getpid());
    draw(shown, language).save(file);
    // One column of lines, as they stand.
    std::string const read =
        output_of(fmt::format("OMP_THREAD_LIMIT=1 tesseract {} - -l {} --psm 6 2>/dev/null", file.string(), model));
    fs::remove(file);
    return read;
}

std::optional<std::string> installed_model(std::vector<std::string> const& models) {
    std::istringstream lines(output_of("tesseract --list-langs 2>/dev/null"));
    std::set<std::string> installed;
    for (std::string line; std::getline(lines, line);) installed.insert(line);
    auto const found = std::ranges::find_if(models, [&](std::string const& each) { return installed.contains(each); });
    return found == models.end() ? std::nullopt : std::optional(*found);
}

double share_read(Words const& expected, Words read) {
    std::size_t found = 0;
    for (std::string const& each : expected)
        if (auto const at = read.find(each); at != read.end()) {
            ++found;
            read.erase(at);
        }
    return expected.empty() ? 0 : double(found) / double(expected.size());
}

}  // namespace halte::reading
