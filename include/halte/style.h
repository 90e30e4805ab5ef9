#pragma once
/// How words, keys and a whole frame are to look: what a screen says to the canvas. Values only.

#include <halte/accessibility.h>
#include <halte/appearance.h>
#include <halte/script.h>
#include <halte/source_language.h>
#include <optional>

namespace halte {

/// The language that words are in, and the script that it is written in.
struct Written {
    std::string language;  ///< BCP 47
    Script script = Script::latin;
};

/// How words look. Weight and line height follow from the role and the script unless given.
struct Type {
    TypeRole role = TypeRole::body;
    Colour colour = Colour::ink;
    Alignment alignment = Alignment::start;
    std::optional<Weight> weight{};
    std::optional<float> line_height{};    ///< em
    std::optional<float> size{};           ///< em in rp at normal text; larger texts grow in the role's proportion
    float share = 1;                       ///< of that size: see Canvas::squeezed
    std::optional<TextSpacing> spacing{};  ///< the visitor's unless given: usual where a key has no room for more
    Written written{};                     ///< no language: as the screen's
    bool digits = false;                   ///< a telephone number
    bool one_line = false;                 ///< never more: more space between lines means nothing to it
    bool heading = false;                  ///< of what follows
};

enum class KeyLook { plain, filled, lamp, door, chosen };
struct Key {
    std::string name;  ///< what is read aloud
    ControlId id;
    KeyLook look = KeyLook::plain;
    float radius = 20;
    bool always = false;      ///< emergency line or exit
    bool turns_page = false;  ///< of the scroll area; whoever draws is not told of it
    bool begins = false;      ///< where the focus of keys begins on this page, wherever it stands
    bool is_one_of = false;   ///< one of several of which one is chosen
};

/// What a frame is drawn for.
struct FrameStyle {
    TypeScale scale = TypeScale::normal;
    Written written{source_language, Script::latin};
    Instant now{};
    Contrast contrast = Contrast::soft;
    TextSpacing spacing = TextSpacing::usual;
    Reach reach = Reach::everywhere;
    std::optional<Focus> focus{};  ///< drawn; nothing while a finger leads
    bool groups_first = false;     ///< where the focus has no control yet, it is on the first one's whole group
    [[nodiscard]] bool right_to_left() const { return metrics_of(written.script).right_to_left; }
};

}  // namespace halte
