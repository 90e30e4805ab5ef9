#include "filter.h"

#include <fmt/format.h>
#include <halte/confine.h>
#include <linux/seccomp.h>
#include <seccomp.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace halte {
namespace {

Result<void> done(int result, char const* what) {
    if (result == 0) return {};
    return failure(fmt::format("seccomp {}: {}.", what, std::strerror(-result)), ExitCode::not_confined);
}

}  // namespace

bool filters_are_offered() {
    std::uint32_t const action = SECCOMP_RET_ERRNO;
    return syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) == 0;
}

Filter::Filter(std::uint32_t otherwise) : m_context(seccomp_init(otherwise), seccomp_release) {}

static Result<Filter> checked(Filter filter, bool made) {
    if (!made) return failure("seccomp gave no filter.", ExitCode::not_confined);
    return filter;
}

Result<Filter> Filter::that_allows() {
    Filter filter(SCMP_ACT_ALLOW);
    bool const made = filter.m_context != nullptr;
    return checked(std::move(filter), made);
}

Result<Filter> Filter::that_refuses() {
    Filter filter(SCMP_ACT_ERRNO(EPERM));
    bool const made = filter.m_context != nullptr;
    return checked(std::move(filter), made);
}

Result<void> Filter::add(std::uint32_t action, CallRule const& call) {
    if (call.number < 0) return {};
    std::vector<scmp_arg_cmp> conditions;
    for (auto const& rule : {call.only_if, call.and_if})
        if (rule) conditions.push_back({rule->argument, SCMP_CMP_MASKED_EQ, rule->mask, rule->value});
    int const result =
        seccomp_rule_add_array(m_context.get(), action, call.number, unsigned(conditions.size()), conditions.data());
    return done(result, "took no rule");
}

Result<void> Filter::allow(CallRule const& call) { return add(SCMP_ACT_ALLOW, call); }
Result<void> Filter::refuse(CallRule const& call, int error) { return add(SCMP_ACT_ERRNO(std::uint32_t(error)), call); }

Result<void> Filter::refuse_unless_first_is(int call, std::uint64_t value, int error) {
    scmp_arg_cmp const condition{0, SCMP_CMP_NE, value, 0};
    auto const action = SCMP_ACT_ERRNO(std::uint32_t(error));
    return done(seccomp_rule_add_array(m_context.get(), action, call, 1, &condition), "took no rule");
}

Result<void> Filter::enforce() {
    TRY_VOID(forbid_new_privileges());
    TRY_VOID(done(seccomp_attr_set(m_context.get(), SCMP_FLTATR_CTL_TSYNC, 1), "cannot hold every thread"));
    return done(seccomp_load(m_context.get()), "did not take effect");
}

}  // namespace halte
