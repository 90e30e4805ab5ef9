#include <stb_image.h>

#include "inside.h"

namespace halte {

std::optional<IconImage> Directory::icon(std::string_view name) const {
    Rows rows = m_inside->questions.ask("SELECT png FROM icon WHERE name = ?", name);
    if (!rows.next()) return std::nullopt;
    auto const png = rows.blob(0);
    int width = 0;
    int height = 0;
    int channels = 0;
    std::unique_ptr<stbi_uc, void (*)(void*)> const grey(
        stbi_load_from_memory(png.data(), int(png.size()), &width, &height, &channels, 1), stbi_image_free);
    must(grey != nullptr && width == height);
    return IconImage{width, {grey.get(), grey.get() + std::size_t(width) * std::size_t(height)}};
}

}  // namespace halte
