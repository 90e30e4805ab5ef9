#include "glyph_needles.h"

#include <pango/pangofc-fontmap.h>
#include <pango/pangoft2.h>

#include "fonts_conf.h"

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

}  // namespace

ShapedText::ShapedText(std::string const& text, std::string const& language, char const* font) {
    static Owned<PangoFontMap> const map = map_of_own_fonts();
    Owned<PangoContext> const context(pango_font_map_create_context(map.get()));
    pango_context_set_language(context.get(), pango_language_from_string(language.c_str()));
    PangoLayout* layout = pango_layout_new(context.get());
    m_layout = std::shared_ptr<void>(layout, Unreference());
    PangoFontDescription* description = pango_font_description_from_string(font);
    pango_layout_set_font_description(layout, description);
    pango_font_description_free(description);
    pango_layout_set_text(layout, text.c_str(), int(text.size()));
    pango_layout_get_lines_readonly(layout);
}

std::vector<Letters> ShapedText::runs() const {
    auto* const layout = static_cast<PangoLayout*>(m_layout.get());
    std::vector<Letters> runs;
    for (GSList* at = pango_layout_get_line_readonly(layout, 0)->runs; at != nullptr; at = at->next) {
        PangoGlyphString const& glyphs = *static_cast<PangoLayoutRun*>(at->data)->glyphs;
        runs.emplace_back();
        for (int i = 0; i < glyphs.num_glyphs; ++i) runs.back().push_back(glyphs.glyphs[i].glyph);
    }
    return runs;
}

std::vector<Needle> glyph_needles(std::string const& canary, std::string const& text, std::string const& language) {
    std::vector<Needle> needles;
    for (char const* const font : {"Noto Sans 20", "Noto Sans Bold 20"})
        for (Letters const& run : ShapedText(text, language, font).runs())
            for (Layout const& layout : glyph_layouts()) {
                add_fragments(needles, canary, "glyphs", run, layout);
                add_fragments(needles, canary, "glyphs backwards", {run.rbegin(), run.rend()}, layout);
            }
    return needles;
}

}  // namespace halte::test
