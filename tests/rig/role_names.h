#pragma once
/// Roles in words, for the program that writes the accessibility tree down and for tests that read it.

#include <halte/accessibility.h>

#include <algorithm>
#include <array>
#include <string>

namespace halte::rig {

struct RoleName {
    Role role;
    char const* name;
};
constexpr std::array role_names{RoleName{Role::text, "text"},         RoleName{Role::heading, "heading"},
                                RoleName{Role::image, "image"},       RoleName{Role::list, "list"},
                                RoleName{Role::item, "item"},         RoleName{Role::button, "button"},
                                RoleName{Role::switch_key, "switch"}, RoleName{Role::scroll_area, "scroll area"},
                                RoleName{Role::panel, "panel"},       RoleName{Role::band, "band"},
                                RoleName{Role::header, "header"}};

inline std::string name_of(Role role) { return std::ranges::find(role_names, role, &RoleName::role)->name; }
inline Role role_named(std::string const& name) {
    return std::ranges::find_if(role_names, [&](RoleName const& one) { return name == one.name; })->role;
}

}  // namespace halte::rig
