#pragma once
/// The faces of one family that are installed, and how Pango chooses among them. Nothing else that is installed is ever
/// used: what a terminal shows does not depend on its desktop.

#include <pango/pango.h>

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "owned.h"

namespace halte {

class Faces {
public:
    static constexpr char const* family = "Noto Sans";
    enum class Choice {
        usual,  ///< those of usual.conf: quick to choose among
        all     ///< those of fonts.conf: every script
    };
    /// Nothing when the family is not among them.
    static std::optional<Faces> open(Choice choice);

    /// The same for each language and direction: a layout is made anew where its context was changed.
    [[nodiscard]] PangoContext* context_of(std::string const& language, PangoDirection direction);

private:
    explicit Faces(Owned<PangoFontMap> map) : m_map(std::move(map)) {}

    Owned<PangoFontMap> m_map;
    std::map<std::pair<std::string, PangoDirection>, Owned<PangoContext>> m_contexts;
};

}  // namespace halte
