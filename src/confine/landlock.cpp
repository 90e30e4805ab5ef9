#include "landlock.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <halte/confine.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace halte {

int landlock_version() {
    constexpr unsigned ask_version = 1;
    long const version = syscall(SYS_landlock_create_ruleset, nullptr, 0, ask_version);
    return version > 0 ? int(version) : 0;
}

namespace landlock {
namespace {

/// The rights that mean something for a file that is no folder; the kernel refuses the others there.
constexpr Rights of_a_file = execute | write_file | read_file | truncate | control_device;

/// The kernel's struct landlock_path_beneath_attr.
struct [[gnu::packed]] Beneath {
    Rights allowed;
    std::int32_t folder;
};
constexpr int rule_beneath = 1;

Rights files_known_to(int version) {
    Rights known = execute | read | (change & ~(move_elsewhere | truncate));
    if (version >= 2) known |= move_elsewhere;
    if (version >= 3) known |= truncate;
    if (version >= 5) known |= control_device;
    return known;
}

Failure refused(std::string const& what) {
    return failure(fmt::format("Landlock {}: {}", what, std::strerror(errno)), ExitCode::not_confined);
}

}  // namespace

Result<Ruleset> Ruleset::create(Taken taken) {
    int const version = landlock_version();
    taken.files &= files_known_to(version);
    if (version < 4) taken.net = 0;
    if (version < 6) taken.outside = 0;
    Ruleset rules;
    rules.m_taken = taken;
    rules.m_rules = UniqueFd(int(syscall(SYS_landlock_create_ruleset, &taken, sizeof taken, 0)));
    if (!rules.m_rules) return refused("gave no set of rules");
    return rules;
}

Result<void> Ruleset::allow(std::string const& path, Rights rights) {
    UniqueFd const place(open(path.c_str(), O_PATH | O_CLOEXEC));
    struct stat about{};
    if (!place || fstat(place.get(), &about) != 0) return {};
    if (!S_ISDIR(about.st_mode)) rights &= of_a_file;
    Beneath const rule{rights & m_taken.files, place.get()};
    if (rule.allowed == 0) return {};
    if (syscall(SYS_landlock_add_rule, m_rules.get(), rule_beneath, &rule, 0) != 0)
        return refused(fmt::format("took no rule for {}", path));
    return {};
}

Result<void> Ruleset::enforce() {
    TRY_VOID(forbid_new_privileges());
    if (syscall(SYS_landlock_restrict_self, m_rules.get(), 0) != 0) return refused("did not take effect");
    m_rules.close();
    return {};
}

}  // namespace landlock
}  // namespace halte
