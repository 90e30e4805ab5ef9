// halte.toml: whatever an editor has left in it, each wrong value is told and costs itself only.
#include <halte/configure.h>

#include "input.h"

using namespace halte;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
    LoadedSettings const loaded = parse_settings(fuzz::text_of(bytes, size), "halte.toml");
    for (Problem const& problem : loaded.problems) fuzz::demand(!problem.what.empty());
    for (std::string_view const key : {"screen.rotation", "visit.profile", "visit.languages", "place.timezone"})
        fuzz::demand(print_setting(loaded.settings, key).has_value());
    return 0;
}
