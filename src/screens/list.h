#pragma once
/// The screens, one function and one file each. A new screen is one line here and one in the table of
/// screens.cpp.

#include "frame.h"
#include "stage.h"

namespace halte {

void draw_welcome(Stage& stage);
void draw_situations(Stage& stage);
void draw_services(Stage& stage);
void draw_service(Stage& stage);
void draw_general_lines(Stage& stage);
void draw_authors(Stage& stage);
void draw_unconfirmed(Stage& stage);
void draw_emergency_page(Stage& stage);
void draw_language(Stage& stage);
void draw_places(Stage& stage);
void draw_veil(Stage& stage);

/// The phrase that the screen being drawn has above it, by the table of screens.cpp; empty where it has none of its
/// own.
std::string heading(Stage& stage);

}  // namespace halte
