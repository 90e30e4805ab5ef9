/// Whether a stranger reads what a visitor shows: the sheet on the real screen, read by a program that reads pictures.
#include <doctest/doctest.h>

#include <algorithm>

#include "rig/kiosk.h"
#include "rig/skip.h"

using namespace halte::rig;

namespace {

std::string without_spaces(std::string words) {
    std::erase_if(words, [](unsigned char letter) { return std::isspace(letter) != 0; });
    return words;
}

/// What tesseract reads in the picture, without spaces: where lines break is not asked.
std::string read_in(Picture const& picture) {
    fs::path const file = rig().folder() / "sheet.ppm";
    save(picture, file);
    return without_spaces(run({"tesseract", file, "-", "-l", "fra+nld"}).said);
}

bool holds(std::string const& read, std::string const& words) {
    return read.find(without_spaces(words)) != std::string::npos;
}

}  // namespace

TEST_CASE("The sentence for an interpreter is read in French and in Dutch") {
    if (!has_program("tesseract")) return skip("tesseract is missing (Debian package tesseract-ocr)");
    Kiosk kiosk({.settings = {}});
    kiosk.touch("العربية");
    kiosk.await_words("اغتصاب أو اعتداء جنسي");
    kiosk.touch("كلمات لإظهارها لغيرك");
    kiosk.await_words("أحتاج إلى مترجم.");
    kiosk.touch("أحتاج إلى مترجم.");
    kiosk.await_words("Ik heb een tolk nodig voor deze taal: Arabisch.");
    std::string const read = read_in(rig().still_picture());
    CAPTURE(read);
    CHECK(holds(read, "un interprète en arabe."));
    CHECK(holds(read, "Ik heb een tolk nodig voor deze taal: Arabisch."));
    CHECK(holds(read, "Pas un membre de ma famille comme interprète."));
    kiosk.touch("رجوع");
    kiosk.await_words("لا أسمع، أو لا أستطيع الكلام. لنتواصل بالكتابة.");
    CHECK_FALSE(holds(read_in(rig().still_picture()), "interprète"));
}
