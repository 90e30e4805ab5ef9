#include "glyph_needles.h"

#include <fmt/format.h>
#include <pango/pangofc-fontmap.h>
#include <pango/pangoft2.h>

#include <memory>

#include "fonts_conf.h"
#include "text_needles.h"

namespace halte::test {
namespace {

struct Unreference {
    void operator()(void* object) const { g_object_unref(object); }
};
template <class Object>
using Owned = std::unique_ptr<Object, Unreference>;

/// As the typesetter does: only the faces of fonts/fonts.conf.
Owned<PangoFontMap> map_of_own_fonts() {
    Owned<PangoFontMap> map(pango_ft2_font_map_new());
    FcConfig* config = FcConfigCreate();
    FcConfigParseAndLoadFromMemory(config, reinterpret_cast<FcChar8 const*>(fonts_conf()), FcTrue);
    FcConfigBuildFonts(config);
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map.get()), config);
    FcConfigDestroy(config);
    return map;
}

/// The glyphs of each run, in the order in which Pango keeps them.
std::vector<Letters> shaped(PangoContext* context, std::string const& text, char const* font) {
    Owned<PangoLayout> layout(pango_layout_new(context));
    PangoFontDescription* description = pango_font_description_from_string(font);
    pango_layout_set_font_description(layout.get(), description);
    pango_font_description_free(description);
    pango_layout_set_text(layout.get(), text.c_str(), int(text.size()));
    std::vector<Letters> runs;
    for (GSList* at = pango_layout_get_line_readonly(layout.get(), 0)->runs; at != nullptr; at = at->next) {
        PangoGlyphString const& glyphs = *static_cast<PangoLayoutRun*>(at->data)->glyphs;
        runs.emplace_back();
        for (int i = 0; i < glyphs.num_glyphs; ++i) runs.back().push_back(glyphs.glyphs[i].glyph);
    }
    return runs;
}

}  // namespace

std::vector<Needle> glyph_needles(std::string const& canary, std::string const& text, std::string const& language) {
    constexpr std::size_t fewest = 6;
    static Owned<PangoFontMap> const map = map_of_own_fonts();
    Owned<PangoContext> const context(pango_font_map_create_context(map.get()));
    pango_context_set_language(context.get(), pango_language_from_string(language.c_str()));
    std::vector<Needle> needles;
    for (char const* const font : {"Noto Sans 20", "Noto Sans Bold 20"})
        for (Letters const& run : shaped(context.get(), text, font))
            for (Layout const& layout : glyph_layouts()) {
                if (run.size() < fewest) continue;
                std::string const name = fmt::format("glyphs in {}", layout.name);
                needles.push_back({canary, name, layout.lay_out(run), layout.chunk, layout.stride});
                needles.push_back({canary, name + ", backwards", layout.lay_out({run.rbegin(), run.rend()}),
                                   layout.chunk, layout.stride});
            }
    return needles;
}

}  // namespace halte::test
