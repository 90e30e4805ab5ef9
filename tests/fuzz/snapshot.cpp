// A snapshot from outside: it is opened and can be asked everything, or refused with a sentence. What comes in are
// changes of a good and small one, because of random bytes SQLite reads no more than the first sixteen.
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>
#include <halte/directory.h>

#include "input.h"
#include "support/temporary_data.h"

using namespace halte;

namespace {

std::vector<std::uint8_t> made_snapshot() {
    doctest::Context context;
    context.setAsDefaultForAssertsOutOfTestCases();
    auto const data = test::TemporaryData::small();
    data.record("first", 1, "situations = [\"rape\"]\nlanguages = [\"fr\"]\nasked_for = false\n");
    std::string const bytes = test::read_file(data.snapshot());
    return {bytes.begin(), bytes.end()};
}

void ask(Directory const& directory) {
    for (Language const& language : directory.languages()) {
        Viewpoint const from{language.code, "hospital", Coordinates{50.85, 4.35}};
        static_cast<void>(directory.phrase("sill.leave", from));
        for (std::string const& id : directory.service_ids()) static_cast<void>(directory.service(id, from));
    }
}

/// Five bytes are a change: which byte of the file, and what is added to it.
void change(std::vector<std::uint8_t>& file, std::uint8_t const* bytes) {
    std::size_t place = 0;
    for (int at = 0; at < 4; ++at) place = place << 8 | bytes[at];
    file[place % file.size()] += bytes[4];
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
    static std::vector<std::uint8_t> const good = made_snapshot();
    std::vector<std::uint8_t> file = good;
    for (std::size_t at = 0; at + 5 <= size; at += 5) change(file, bytes + at);
    // The rest cuts it off.
    if (size % 5 != 0) file.resize(file.size() * (bytes[size - 1] + 1) / 256);
    auto const opened =
        Directory::open({"input", test::memory_with({reinterpret_cast<char const*>(file.data()), file.size()})});
    if (opened) ask(*opened);
    fuzz::demand(size != 0 || opened.has_value());
    fuzz::demand(opened || !opened.error().sentence.empty());
    return 0;
}
