#include <fmt/format.h>
#include <grp.h>
#include <halte/files.h>
#include <pwd.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <optional>

#include "ask_program.h"
#include "kiosk_user.h"
#include "units.h"

namespace halte {
namespace {

/// A machine that is slow in starting a service can start one all the same.
constexpr Milliseconds longest_start{30'000};
constexpr Milliseconds longest_errand{10'000};
constexpr char const* no_unit = "systemctl does not tell what the kiosk's service is";

struct Account {
    uid_t user = 0;
    gid_t group = 0;
};

std::optional<Account> find_account(std::string const& user) {
    passwd const* const entry = getpwnam(user.c_str());
    if (entry == nullptr) return std::nullopt;
    return Account{entry->pw_uid, entry->pw_gid};
}

bool become(std::string const& user, Account const& account) {
    return initgroups(user.c_str(), account.group) == 0 && setgid(account.group) == 0 && setuid(account.user) == 0;
}

/// In a process that has changed its user and nothing else.
OtherReader ask_as(std::string const& user, Account const& account, Subject const& subject) {
    Errand errand([&]() -> Bytes {
        if (!become(user, account)) return tl::unexpected(Unread{Unread::Kind::refused, errno});
        return tell_unread(find_unread(to_be_read(subject), subject.directory));
    });
    auto const said = errand.result(SystemClock().now() + longest_errand);
    OtherReader reader = read_answer(said.value_or(""));
    if (!said) reader.otherwise = describe(said.error());
    return reader;
}

/// In a service of its own, with everything that holds the kiosk's.
OtherReader ask_within(KioskUnit const& unit, Subject const& subject) {
    std::vector<std::string> command = subject.question;
    std::vector<std::string> const paths = to_be_read(subject);
    command.insert(command.end(), paths.begin(), paths.end());
    Answer const answer = ask_program(command_within(unit, command), longest_start);
    OtherReader reader = read_answer(answer.said);
    if (!answer.in_time) reader.otherwise = "systemd-run does not end";
    reader.within = unit.name;
    return reader;
}

/// The service that shows the kiosk, if there is one, and the user who runs it.
KioskUnit find_unit(Subject const& subject, std::vector<ServiceState> const& units) {
    KioskUnit unit;
    if (ServiceState const* const kiosk = kiosk_of(units))
        unit = read_kiosk_unit(kiosk->unit, ask_for_unit(kiosk->unit));
    if (unit.user.empty()) unit.user = subject.kiosk_user;
    return unit;
}

}  // namespace

Problems examine_reading(Subject const& subject, std::vector<ServiceState> const& units) {
    KioskUnit const unit = find_unit(subject, units);
    auto const account = find_account(unit.user);
    char const* const id = "reading.kiosk";
    if (!account) return {fine(id, fmt::format("There is no user {} here whom to ask.", unit.user))};
    std::string const kiosk = fmt::format("{}, the user who runs the kiosk", unit.user);
    if (geteuid() == account->user) return {fine(id, fmt::format("All of this was read by {}.", kiosk))};
    if (geteuid() != 0) return {untold(id, fmt::format("What {}, can read", kiosk))};
    bool const confined = !unit.name.empty() && !subject.question.empty();
    // Without its lines the service's confines are unknown, and the look would be root's.
    bool const known =
        std::find(unit.confines.begin(), unit.confines.end(), "User=" + unit.user) != unit.confines.end();
    if (confined && !known) return judge_reading({unit.user, unit.name, false, {}, no_unit}, "");
    OtherReader reader = confined ? ask_within(unit, subject) : ask_as(unit.user, *account, subject);
    reader.user = unit.user;
    return judge_reading(reader, subject.loaded.settings.directory);
}

}  // namespace halte
