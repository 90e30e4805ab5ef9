#include <halte/directory.h>
#include <halte/version.h>

#include <algorithm>

extern "C" {
// Set by embedded_snapshot.S around the bytes of the file.
extern std::uint8_t const halte_embedded_first;
extern std::uint8_t const halte_embedded_end;
}

namespace halte {

std::span<std::uint8_t const> embedded_snapshot() { return {&halte_embedded_first, &halte_embedded_end}; }

/// One wrong date in a snapshot from elsewhere would make a right clock look wrong, and take "open" and "closed" off
/// every service.
Date known_past(Directory const& embedded) { return std::max(released(), embedded.as_of()); }

}  // namespace halte
