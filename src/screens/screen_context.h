#pragma once
/// What every screen works with: the canvas, the words in the visitor's language, and the actions of the buttons.

#include <halte/icon_and_words.h>
#include <halte/layout.h>
#include <halte/screens.h>

#include <array>
#include <initializer_list>
#include <map>
#include <string_view>
#include <utility>

#include "page_words.h"

namespace halte {

/// From where the visit asks the directory.
Viewpoint viewpoint_of(Visit const& visit, Directory const& directory, Terminal const& terminal);

class ScreenContext {
public:
    /// `drawn_for` is what its words are expected to be: it decides which note stands on the page.
    ScreenContext(Visit const& visit, Directory const& directory, Terminal const& terminal, Moment const& moment,
                  Canvas& canvas, PageWords drawn_for);

    Visit const& visit;
    Directory const& directory;
    Terminal const& terminal;
    Moment moment;
    Canvas& canvas;
    Viewpoint viewpoint;
    Actions actions;
    /// What card_height() has found, by card, width and look, in this frame and earlier ones of which all else is so.
    std::map<std::string, float>& card_heights();

    /// The interface's sentence of that key, with its {braces} filled in.
    std::string say(std::string_view key,
                    std::initializer_list<std::pair<std::string_view, std::string>> fillings = {});
    /// The same in another language: what somebody else reads or hears. That nobody has read it yet is not told.
    [[nodiscard]] Text say_in(std::string const& language, std::string_view key,
                              std::initializer_list<std::pair<std::string_view, std::string>> fillings = {}) const;
    /// Of a phrase that counts, in the form for that number.
    std::string say(std::string_view key, int count);
    /// What parts the items of a list in this language: ", ".
    std::string comma() { return say("list.comma"); }
    /// The words of a fact. While the page is drawn, it remembers when nobody has read their translation, and when they
    /// are of another language than the visitor's.
    std::string const& read(Text const& text);
    /// Of a list that is not read whole: what the words of the records are, as the language counts them.
    void read_records();
    /// `type` in the language the words really have.
    [[nodiscard]] Type type_of(Type type, Text const& text) const;
    float words(Box const& box, Text const& text, Type const& type);
    [[nodiscard]] float height_of(float width, Text const& text, Type const& type) const;

    /// The id of the control that does `what`; while the page is drawn, touching it will do that. Where two controls
    /// of a page do the same, the second one says for which of them it is: "header".
    ControlId act(What what, std::string_view which = {});
    /// Whether the page has a note on its words, and on what.
    [[nodiscard]] bool has_note() const { return m_drawn_for != PageWords{}; }
    [[nodiscard]] PageWords drawn_for() const { return m_drawn_for; }
    /// What the words that were read for the page are, but for the note's own.
    [[nodiscard]] PageWords found() const { return m_found; }
    /// The note's words. They do not count as words of the page.
    [[nodiscard]] std::string note() const;
    /// Over words in another language, which it names: to show them to somebody.
    [[nodiscard]] std::string show_to(std::string const& language) const;
    /// Whether letters stand taller and deeper than Latin ones, so that lines in a narrow key need more height.
    [[nodiscard]] bool tall_script() const { return metrics_of(canvas.style().written.script).tall; }
    /// How a text of that language is written: as the terminal's language of that code is, else in Latin letters.
    [[nodiscard]] Written written_in(std::string const& language) const;
    [[nodiscard]] TypeScale scale() const { return canvas.style().scale; }
    /// For a key that cannot grow: the visitor's, and the one that it can always fall back to before it leaves out
    /// words.
    [[nodiscard]] std::array<TextSpacing, 2> spacings() const { return {canvas.style().spacing, TextSpacing::usual}; }
    [[nodiscard]] float em() const;  ///< how much larger than normal the body text is
    /// An icon beside a text grows with it, a little less than the letters do.
    [[nodiscard]] float icon(float normal_side) const { return normal_side * (1 + (em() - 1) * 0.65F); }
    [[nodiscard]] ShapeClass shape() const { return canvas.theme().shape_class(); }
    /// How many columns of a comfortable width fit.
    [[nodiscard]] int columns(float width, float normal_column, int most) const;

private:
    PageWords m_drawn_for;
    PageWords m_found;
    std::string m_state;  ///< what the cards of this frame depend on, once one was measured
};

/// Above words of another language than the visitor's: that they can be shown to somebody. No height above others.
float draw_show_to(ScreenContext& screen, Box const& box, Text const& text);
/// The French of a sentence of weight that no speaker has read, small under it; no height where there is none.
float draw_beside(ScreenContext& screen, Box const& box, Text const& text);

/// How large the picture of the welcome screen and the veil is drawn: words stand above it, never on it.
float picture_scale(Theme const& theme);

/// "environ {km} km" with km=2: "environ 2 km".
std::string fill(std::string sentence, std::initializer_list<std::pair<std::string_view, std::string>> fillings);

/// A name or a number inside a sentence of another direction keeps its own order (Unicode's isolates).
std::string isolated(std::string const& name);

/// A name is its own word in any language: Latin letters, left to right, in the language it has.
Type name_type(Type type, Written const& written = {source_language, Script::latin});

/// What a technician wrote of the place keeps the direction of its own first letter.
Type place_type(Type type, std::string const& words);

/// A list of which each item stands in its tile. Gives the height of all rows.
template <typename Items, typename Draw>
float draw_list(Canvas& canvas, Tiles const& tiles, Items const& items, Draw const& draw) {
    float height = 0;
    canvas.list([&] {
        height = tiles.each(items, [&](Box const& box, auto const& one) { canvas.item([&] { draw(box, one); }); });
    });
    return height;
}

}  // namespace halte
