#pragma once
/// Every kind of screen as a visit that stands on it, and the four screens the product is designed and audited at.

#include <halte/screens.h>

#include <string>
#include <vector>

namespace halte::scenes {

struct NamedShape {
    std::string name;
    ScreenShape shape;
};
std::vector<NamedShape> audited_shapes();

struct Scene {
    std::string name;  ///< "services-rape"
    Visit visit;
};
/// One of each kind, the lists of every situation, and the services given; the first of them also as it is read in
/// French by somebody who left another language.
std::vector<Scene> scenes(Directory const& directory, Terminal const& terminal, std::string const& language,
                          TextSize size, std::vector<std::string> const& services);

/// What a visitor may have chosen there: on the first screen nothing yet, but that a terminal may stand high.
void choose(Visit& visit, Appearance const& appearance);
/// As it is for somebody who uses keys.
void lead_by_keys(Visit& visit);

/// Every language that the snapshot offers: who adds one to data/ has it in the audit and in the tour.
std::vector<std::string> codes_of(Directory const& directory);
/// Of those that are written in one script, the first.
std::vector<std::string> codes_of_scripts(Directory const& directory);
/// One that is read from the left and one from the right: enough where only the shape of a screen counts.
std::vector<std::string> codes_of_directions(Directory const& directory);
/// Those that every shape and size of text is tried in: one of each direction and height of lines, one that shows
/// French beside its own words, and the one with the longest words.
std::vector<std::string> codes_to_measure(Directory const& directory);

/// A terminal with a place, an address and coordinates, so that everything a screen can show is shown.
Terminal example_terminal(Directory const& directory, std::string const& profile = "hospital");
/// The key that turns the page, or nothing where there is none.
Node const* page_key(AccessibilityTree const& tree);
/// Presses that key, which must be there, and gives the offset of the page that then stands. `now` moves on.
float page_turned(Canvas& canvas, Instant& now);

/// A Tuesday morning on the day after the snapshot.
Moment example_moment(Directory const& directory);

}  // namespace halte::scenes
