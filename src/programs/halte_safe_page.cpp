/// halte-safe-page: run once when Halte is built. It draws the emergency numbers of the records as two pictures, for
/// screens of either shape. The session paints one of them on the X server's root window.

#include <stb/stb_image_write.h>

#include "safe_page.h"

using namespace halte;

static Result<void> write_page(std::string const& file, int width, int height) {
    SafePage const page = TRY(draw_safe_page(width, height));
    if (stbi_write_png(file.c_str(), page.width, page.height, 3, page.pixels.data(), page.width * 3) == 0)
        return failure("The picture " + file + " cannot be written.");
    return {};
}

static Result<void> write_pages(std::string const& folder) {
    TRY_VOID(write_page(folder + "/safe-page-landscape.png", 1920, 1080));
    return write_page(folder + "/safe-page-portrait.png", 1080, 1920);
}

int main(int count, char** words) {
    if (count != 2) return log_line("usage: halte-safe-page FOLDER"), int(ExitCode::usage);
    auto const written = write_pages(words[1]);
    if (!written) log_line(written.error().sentence);
    return int(written ? ExitCode::ok : written.error().code);
}
