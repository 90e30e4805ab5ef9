#pragma once
/// What every screen works with: the canvas, the words in the visitor's language, and the actions of the buttons.

#include <halte/icon_and_words.h>
#include <halte/layout.h>
#include <halte/screens.h>

#include <initializer_list>
#include <string_view>
#include <utility>

namespace halte {

class Stage {
public:
    Stage(Visit const& visit, Directory const& directory, Terminal const& terminal, Moment const& moment,
          Canvas& canvas);

    Visit const& visit;
    Directory const& directory;
    Terminal const& terminal;
    Moment moment;
    Canvas& canvas;
    Viewpoint viewpoint;
    Actions actions;

    /// The interface's sentence of that key, with its {braces} filled in.
    std::string say(std::string_view key,
                    std::initializer_list<std::pair<std::string_view, std::string>> fillings = {});
    /// What parts the items of a list in this language: ", ".
    std::string comma() { return say("list.comma"); }
    /// The words of a fact; remembers when nobody has read their translation.
    std::string const& read(Text const& text);
    /// `type` in the language the words really have.
    [[nodiscard]] Type type_of(Type type, Text const& text) const;
    float words(Box const& box, Text const& text, Type const& type);
    [[nodiscard]] float height_of(float width, Text const& text, Type const& type) const;

    /// The number a button carries so that touching it does `what`.
    int act(What what);
    [[nodiscard]] bool unreviewed() const { return m_unreviewed; }
    /// Whether letters stand taller and deeper than Latin ones, so that lines in a narrow key need more height.
    [[nodiscard]] bool tall_script() const { return canvas.style().right_to_left; }
    [[nodiscard]] TypeScale scale() const { return canvas.style().scale; }
    [[nodiscard]] float em() const;  ///< how much larger than normal the body text is
    /// An icon beside a text grows with it, a little less than the letters do.
    [[nodiscard]] float icon(float normal_side) const { return normal_side * (1 + (em() - 1) * 0.65F); }
    [[nodiscard]] ShapeClass shape() const { return canvas.theme().shape_class(); }
    /// How many columns of a comfortable width fit.
    [[nodiscard]] int columns(float width, float normal_column, int most) const;

private:
    bool m_unreviewed = false;
};

/// How large the picture of the welcome screen and the veil is drawn: words stand above it, never on it.
float picture_scale(Theme const& theme);

/// "environ {km} km" with km=2: "environ 2 km".
std::string fill(std::string sentence, std::initializer_list<std::pair<std::string_view, std::string>> fillings);

/// A web or mail address that may be broken where a reader expects it: after / - . @ ? & = _.
std::string breakable(std::string const& address);
/// The same where even that leaves a part too long: between any two letters.
std::string breakable_anywhere(std::string const& address);
/// What a person can type: the whole address when it is short, else its host.
std::string typeable(std::string const& website);
/// "www.sosviol.be" of "www.sosviol.be/fr/contact": what fits a card.
std::string host_of(std::string const& website);

/// A name or a number inside a sentence of another direction keeps its own order (Unicode's isolates).
std::string isolated(std::string const& name);

/// A name is its own word in any language: Latin letters, left to right, in the language it has.
Type name_type(Type type, std::string const& language = "fr");

/// What a technician wrote of the place keeps the direction of its own first letter.
Type place_type(Type type, std::string const& words);

}  // namespace halte
