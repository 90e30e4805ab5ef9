#include "long_directory.h"

#include <fmt/format.h>

#include "await.h"
#include "rig.h"
#include "support/many_services.h"

namespace halte::rig {

fs::path snapshot_with_services(int count) {
    constexpr Milliseconds patience(120'000);
    fs::path const file = rig().folder() / fmt::format("with-{}.snapshot", count);
    if (fs::exists(file)) return file;
    fs::path const data = rig().folder() / fmt::format("data-with-{}", count);
    fs::copy(source_folder() / "data", data, fs::copy_options::recursive);
    for (auto const& entry : fs::directory_iterator(data / "translations")) {
        std::string const name = entry.path().filename().string();
        if (entry.is_directory() && name != "nl" && name != "en" && name != "ar") fs::remove_all(entry.path());
    }
    test::add_many_services(data, {.count = count});
    Ran const ran = run({programs() / "halte-directory", "build", data, "-o", file}, {}, patience);
    fs::remove_all(data);
    if (ran.status != 0) throw Missed(fmt::format("There is no snapshot with {} services: {}", count, ran.complaints));
    return file;
}

}  // namespace halte::rig
