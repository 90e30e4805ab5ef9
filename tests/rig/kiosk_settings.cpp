#include <fmt/format.h>

#include <cstdlib>
#include <ctime>

#include "kiosk.h"

namespace halte::rig {

std::string KioskSettings::deep_in_the_night() {
    // The names of tzdata count westwards: Etc/GMT+5 is five hours behind.
    long behind = std::time(nullptr) / 3600 % 24 - 2;
    if (behind > 12) behind -= 24;
    return fmt::format("Etc/GMT{}{}", behind >= 0 ? "+" : "-", std::abs(behind));
}

std::string KioskSettings::toml() const {
    return fmt::format(R"([place]
name = "Maison de l’Exemple"
address = "{}"
latitude = {}
longitude = {}
timezone = "{}"

[screen]
diagonal_inches = {}

[visit]
profile = "{}"
unread = "{}"
inactivity_seconds = {}
inactivity_reading_seconds = {}
countdown_seconds = {}
inactivity_keys_seconds = {}

[hands]
{}
)",
                       address, latitude, longitude, timezone, diagonal_inches, profile, unread, inactivity_seconds,
                       inactivity_reading_seconds, countdown_seconds, inactivity_keys_seconds, hands);
}

}  // namespace halte::rig
