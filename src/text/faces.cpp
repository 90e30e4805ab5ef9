#include "faces.h"

#include <pango/pangofc-fontmap.h>
#include <pango/pangoft2.h>

#include "fonts_conf.h"

namespace halte {
namespace {

struct Release {
    void operator()(FcConfig* config) const { FcConfigDestroy(config); }
};
using OwnedConfig = std::unique_ptr<FcConfig, Release>;

/// Outlines are drawn as designed: hinting would bend letters that stand a centimetre tall.
void draw_as_designed(FcPattern* pattern, gpointer /*unused*/) {
    FcPatternDel(pattern, FC_HINT_STYLE);
    FcPatternAddInteger(pattern, FC_HINT_STYLE, FC_HINT_NONE);
    FcPatternDel(pattern, FC_ANTIALIAS);
    FcPatternAddBool(pattern, FC_ANTIALIAS, FcTrue);
}

/// Each letter of ours is in one face only, so the language has no say in which one it is. Left in, it would make
/// fontconfig choose anew for each language and size, each time in two threads that Pango starts for it.
void draw_as_designed_in_any_language(FcPattern* pattern, gpointer unused) {
    draw_as_designed(pattern, unused);
    FcPatternDel(pattern, FC_LANG);
}

bool add(FcConfig* config, char const* rules) {
    return FcConfigParseAndLoadFromMemory(config, reinterpret_cast<FcChar8 const*>(rules), FcTrue) == FcTrue;
}

OwnedConfig config_of(Faces::Choice choice) {
    OwnedConfig config(FcConfigCreate());
    bool const usable = add(config.get(), fonts_conf()) &&
                        (choice == Faces::Choice::all || add(config.get(), usual_fonts_conf())) &&
                        FcConfigBuildFonts(config.get()) == FcTrue;
    return usable ? std::move(config) : nullptr;
}

}  // namespace

/// The process gets a configuration before there is a font map, which would read the system's and every font's cache
/// in a thread of its own if it had none.
std::optional<Faces> Faces::open(Choice choice) {
    OwnedConfig const config = config_of(choice);
    if (config == nullptr || FcConfigSetCurrent(config.get()) != FcTrue) return std::nullopt;
    Owned<PangoFontMap> map(pango_ft2_font_map_new());
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map.get()), config.get());
    auto* const substitute = choice == Choice::all ? draw_as_designed : draw_as_designed_in_any_language;
    pango_fc_font_map_set_default_substitute(PANGO_FC_FONT_MAP(map.get()), substitute, nullptr, nullptr);
    if (pango_font_map_get_family(map.get(), family) == nullptr) return std::nullopt;
    return Faces(std::move(map));
}

PangoContext* Faces::context_of(std::string const& language, PangoDirection direction) {
    Owned<PangoContext>& context = m_contexts[{language, direction}];
    if (context != nullptr) return context.get();
    context.reset(pango_font_map_create_context(m_map.get()));
    pango_context_set_base_dir(context.get(), direction);
    pango_context_set_language(context.get(), pango_language_from_string(language.c_str()));
    return context.get();
}

}  // namespace halte
