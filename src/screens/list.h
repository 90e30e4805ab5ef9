#pragma once
/// The screens, one function and one file each. A new screen is one line here and one in the table of
/// screens.cpp.

#include "frame.h"
#include "screen_context.h"

namespace halte {

void draw_welcome(ScreenContext& screen);
void draw_situations(ScreenContext& screen);
void draw_services(ScreenContext& screen);
void draw_service(ScreenContext& screen);
void draw_general_lines(ScreenContext& screen);
void draw_authors(ScreenContext& screen);
void draw_unconfirmed(ScreenContext& screen);
void draw_emergency_page(ScreenContext& screen);
void draw_language(ScreenContext& screen);
void draw_places(ScreenContext& screen);
void draw_without_phone(ScreenContext& screen);
void draw_words_to_show(ScreenContext& screen);
void draw_shown_words(ScreenContext& screen);
void draw_keys(ScreenContext& screen);
void draw_veil(ScreenContext& screen);

/// The phrase that the screen being drawn has above it, by the table of screens.cpp; empty where it has none of its
/// own.
std::string heading(ScreenContext& screen);

}  // namespace halte
