#pragma once
/// Which control of a screen is meant, and which one has the focus.

#include <compare>
#include <string>

namespace halte {

/// Which control this is: "leave", "text-size.large", "open.service.awel". It follows from what the control does, not
/// from where it stands, so it is the same in the next frame and in another language. It is unique in a frame.
struct ControlId {
    std::string words{};
    auto operator<=>(ControlId const&) const = default;
};

/// What the next key acts on. No control: the page's first one, once it is drawn.
struct Focus {
    ControlId control{};
    bool whole_group = false;  ///< the group that begins with it: a switch chooses one first
    bool operator==(Focus const&) const = default;
};

}  // namespace halte
