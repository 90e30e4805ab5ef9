// prisoner FOLDER OPTIONS OF halte-visitor...: a visitor process that tries to get out. It makes every attempt three
// times: while it is free, which is the control; behind Landlock, when its first frame is drawn; and behind everything,
// when it begins to feel fingers. Then it prints a line for each, "ok", "not ok" or "skip", and ends.
#include <fmt/format.h>
#include <halte/confine.h>

#include <cstring>
#include <map>

#include "attempts.h"
#include "visitor.h"

namespace halte::sandbox {
namespace {

class Prisoner {
public:
    explicit Prisoner(std::string const& folder) : m_attempts(attempts_in(folder)), m_landlock(landlock_version()) {
        for (Attempt const& attempt : m_attempts) m_free[attempt.name] = attempt.try_it();
    }

    /// The first frame is drawn behind, the second one is seen, and when that is told once more it feels.
    void after_a_frame() {
        if (++m_told == 1)
            for (Attempt const& attempt : m_attempts) {
                if (is_for_landlock(attempt)) m_behind_landlock[attempt.name] = attempt.try_it();
            }
        if (m_told == 3) std::_Exit(tell() ? 0 : 1);
    }

private:
    bool tell() {
        bool right = true;
        for (Attempt const& attempt : m_attempts) right &= tell_of(attempt);
        for (Attempt const& need : needs()) {
            int const fault = need.try_it();
            right &= fault == 0;
            say(fault == 0 ? "ok" : "not ok", need.name, "is still possible", fault);
        }
        return right;
    }

    [[nodiscard]] bool is_for_landlock(Attempt const& attempt) const {
        return attempt.landlock != only_seccomp && attempt.landlock <= m_landlock;
    }

    bool tell_of(Attempt const& attempt) {
        int const fault = attempt.try_it();
        if (fault == 0) return say("not ok", attempt.name, "is possible behind everything", 0);
        if (int const free = m_free[attempt.name]; free != 0) {
            fmt::print("skip {}: this user cannot without confinement either ({})\n", attempt.name,
                       std::strerror(free));
            return true;
        }
        auto const early = m_behind_landlock.find(attempt.name);
        if (early != m_behind_landlock.end() && early->second == 0)
            return say("not ok", attempt.name, "is possible behind Landlock", 0);
        return say("ok", attempt.name, "is refused, and was possible before", fault);
    }

    static bool say(std::string const& verdict, std::string const& name, std::string const& what, int fault) {
        std::string const why = fault == 0 ? "" : fmt::format(" ({})", std::strerror(fault));
        fmt::print("{} {} {}{}\n", verdict, name, what, why);
        std::fflush(stdout);
        return verdict != "not ok";
    }

    std::vector<Attempt> m_attempts;
    int m_landlock;
    int m_told = 0;
    std::map<std::string, int> m_free;
    std::map<std::string, int> m_behind_landlock;
};

}  // namespace
}  // namespace halte::sandbox

int main(int count, char** words) {
    if (count < 2) return std::fputs("usage: prisoner FOLDER OPTIONS OF halte-visitor...\n", stderr), 64;
    halte::sandbox::Prisoner prisoner(words[1]);
    return halte::visitor_main(count - 1, words + 1,
                               {.observer = [&](auto const&, auto) { prisoner.after_a_frame(); }});
}
