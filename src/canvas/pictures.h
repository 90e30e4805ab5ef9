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
    Pictures(Typesetter typesetter, IconSource icons, bool on_screen, int budget_px);

    TextExtent const& extent(std::string const& words, TextStyle const& style, int width) {
        return m_texts.extent(words, style, width);
    }
    /// An empty one where nothing reaches a graphics card: nobody would see it, and its ink is the dearest part of a
    /// text.
    Picture text(std::string const& words, TextStyle const& style, int width);
    /// Nothing when there is no icon of that name.
    Picture const* icon(std::string_view name, int side, bool mirrored);
    /// Called when a frame is laid out.
    void forget_layouts() { m_texts.forget_layouts(); }
    /// Called between two frames: forgets everything when the atlas is full.
    void tidy();
    /// Forgets everything, and overwrites what of it is on the graphics card.
    void forget();

private:
    IconSource m_icons;
    bool m_on_screen;
    Atlas m_atlas;
    Texts m_texts;
    std::unordered_map<std::string, std::optional<Picture>> m_icon_pictures;
    std::string m_key;  ///< of what is asked for, kept for its memory: it is asked thousands of times in a frame
};

}  // namespace halte
