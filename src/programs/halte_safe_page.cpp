/// halte-safe-page: run once when Halte is built. It draws the emergency numbers of the records as a picture, which the
/// session paints on the X server's root window: what people see when no visitor process can draw at all.

#include <halte/directory.h>
#include <halte/text.h>
#include <stb/stb_image_write.h>

#include <array>
#include <set>

namespace {

using namespace halte;

constexpr int side = 1080;
constexpr std::array<int, 3> paper{0xF7, 0xF3, 0xEA};
constexpr std::array<int, 3> ink{0x1C, 0x28, 0x29};

struct Page {
    Typesetter typesetter;
    std::vector<std::uint8_t> pixels = std::vector<std::uint8_t>(std::size_t(side) * side * 3);

    explicit Page(Typesetter&& words) : typesetter(std::move(words)) {
        for (std::size_t at = 0; at < pixels.size(); ++at) pixels[at] = std::uint8_t(paper.at(at % 3));
    }

    /// Words in the middle of a line whose top is `y`; the height they took.
    int write(std::string const& words, TextStyle style, int y) {
        style.alignment = Alignment::centre;
        TextImage const image = typesetter.render(words, style, side - 80);
        for (int row = 0; row < image.height; ++row)
            for (int column = 0; column < image.width; ++column)
                blend(40 + column - image.left, y + row - image.top,
                      image.coverage[std::size_t(row * image.width + column)]);
        return image.extent.height;
    }

    void blend(int x, int y, int coverage) {
        if (x < 0 || y < 0 || x >= side || y >= side) return;
        for (std::size_t channel = 0; channel < 3; ++channel) {
            auto& pixel = pixels[std::size_t(y * side + x) * 3 + channel];
            pixel = std::uint8_t((pixel * (255 - coverage) + ink.at(channel) * coverage) / 255);
        }
    }

    /// A number of the records, and who answers it, in every language of the directory that says it otherwise.
    int write_number(Directory const& directory, std::string const& number, char const* who, int y) {
        y += write(number, {.size = 200, .weight = Weight::bold, .digits = true}, y);
        std::set<std::string> written;
        for (Language const& language : directory.languages()) {
            std::string const words = directory.phrase(who, {language.code, "hospital", {}}).words;
            if (written.insert(words).second) y += write(words, style_in(language), y);
        }
        return y;
    }

    static TextStyle style_in(Language const& language) {
        TextStyle style{.size = 38, .language = language.code};
        style.line_height = language.right_to_left ? 1.6F : 1.3F;
        style.direction = language.right_to_left ? Direction::right_to_left : Direction::left_to_right;
        return style;
    }
};

Result<Page> draw_page() {
    Directory const directory = TRY(Directory::open_bytes(embedded_snapshot()));
    Page page(TRY(Typesetter::create()));
    EmergencyNumbers const numbers = directory.emergency_numbers();
    int const y = page.write_number(directory, numbers.ambulance_and_fire, "emergency.ambulance", 60);
    page.write_number(directory, numbers.police, "emergency.police", y + 40);
    return page;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) return log_line("usage: halte-safe-page PICTURE.png"), int(ExitCode::usage);
    auto const page = draw_page();
    if (!page) return log_line(page.error().sentence), int(page.error().code);
    if (stbi_write_png(argv[1], side, side, 3, page->pixels.data(), side * 3) == 0)
        return log_line(std::string("The picture ") + argv[1] + " cannot be written."), int(ExitCode::failed);
    return 0;
}
