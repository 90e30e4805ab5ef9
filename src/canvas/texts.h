#pragma once
/// What is known of the texts of a page: how large they are, their glyphs until they are drawn, and their pictures.
/// Each is laid out once, although a screen measures a text in one width and draws it in another: what fits on one line
/// is the same line in every width that has room for it.

#include <halte/text.h>

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "atlas.h"
#include "picture.h"

namespace halte {

class Texts {
public:
    explicit Texts(Typesetter typesetter) : m_typesetter(std::move(typesetter)) {}

    TextExtent const& extent(std::string const& words, TextStyle const& style, int width);
    /// Its ink is drawn when it is asked for the first time.
    Picture picture(std::string const& words, TextStyle const& style, int width, Atlas& atlas);

    /// Draws its ink before there is an atlas to keep it in.
    void prepare(std::string const& words, TextStyle const& style, int width);
    void place_prepared(Atlas& atlas);

    /// Of what was only measured, the size is enough from now on.
    void forget_layouts();
    /// Between two frames: those without a picture, when there are very many.
    void tidy();
    void forget();

private:
    struct Text {
        TextExtent extent;
        int box = 0;                       ///< the width that it was broken for; 0 when nothing breaks it
        std::optional<TextLayout> layout;  ///< until it has ink
        std::optional<TextImage> ink;      ///< prepared, until it has a picture
        std::optional<Picture> picture;
    };
    Text* known(int width);
    Text& find(std::string const& words, TextStyle const& style, int width);
    Text& add(TextLayout layout, int width);
    TextImage ink(Text& text, std::string const& words, TextStyle const& style, int width);

    Typesetter m_typesetter;
    std::unordered_map<std::string, Text> m_texts;  ///< by words, style and width
    std::vector<Text*> m_laid_out;
    std::string m_key;  ///< of what is asked for, kept for its memory: it is asked thousands of times in a frame
};

}  // namespace halte
