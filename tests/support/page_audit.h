#pragma once
/// The audit of screens: each of them drawn page by page to its end, in any language, size of text, and shape.

#include <string>
#include <vector>

#include "support/scenes.h"

namespace halte::audit {

struct Report {
    int frames = 0;
    std::vector<std::string> lines;  ///< one for each fault: where it is, and what
    void operator+=(Report const& other);
};

/// What is looked at: a terminal with its directory, on a screen. All outlive the audit.
struct Subject {
    Directory const& directory;
    Terminal const& terminal;
    scenes::NamedShape const& shape;
    bool made_up = false;  ///< the language is: its words are longer than any
};

/// Every page of one screen. `canvas` is of the subject's shape.
Report audit_scene(Subject const& subject, scenes::Scene const& scene, Canvas& canvas);

/// All of `scenes::scenes` in each language and size, with what a visitor may have chosen besides.
Report audit_scenes(Subject const& subject, std::vector<std::string> const& languages,
                    std::vector<TextSize> const& sizes, std::vector<std::string> const& services,
                    Appearance const& chosen = {});

}  // namespace halte::audit
