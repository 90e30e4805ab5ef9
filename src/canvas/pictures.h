#pragma once
/// Words and icons as sprites, made once and kept as long as the atlas has room.

#include <halte/canvas.h>

#include <unordered_map>

#include "atlas.h"
#include "picture.h"
#include "texts.h"

namespace halte {

class Pictures {
public:
    /// With `on_screen` they are prepared until open() says that there is a graphics card.
    Pictures(Typesetter typesetter, IconSource icons, bool on_screen, int budget_px);
    /// What was prepared, and what is drawn from now on, goes onto the graphics card.
    void open();

    TextExtent const& extent(std::string const& words, TextStyle const& style, int width) {
        return m_texts.extent(words, style, width);
    }
    /// An empty one where nothing is on a graphics card. Where nothing ever will be it has no ink either, which is the
    /// dearest part of a text.
    Picture text(std::string const& words, TextStyle const& style, int width);
    /// Nothing when there is no icon of that name.
    Picture const* icon(std::string_view name, int side, bool mirrored);
    /// Called when no text is drawn soon that was only measured.
    void forget_layouts() { m_texts.forget_layouts(); }
    /// Called between two frames: forgets everything when the atlas is full.
    void tidy();
    /// Forgets everything, and overwrites what of it is on the graphics card.
    void forget();

private:
    struct WaitingIcon {
        Picture* picture;
        std::vector<std::uint8_t> coverage;
    };
    [[nodiscard]] IconPixels const* decoded(std::string_view icon);
    [[nodiscard]] std::optional<Picture>& add_icon(std::string_view name, int side, bool mirrored);

    IconSource m_icons;
    enum class Shown { never, later, now } m_shown;
    Atlas m_atlas;
    Texts m_texts;
    std::unordered_map<std::string, std::optional<Picture>> m_icon_pictures;
    std::vector<WaitingIcon> m_waiting_icons;
    std::unordered_map<std::string, std::optional<IconPixels>> m_decoded;  ///< a visit shows an icon in several sizes
    std::string m_key;  ///< of what is asked for, kept for its memory: it is asked thousands of times in a frame
};

}  // namespace halte
