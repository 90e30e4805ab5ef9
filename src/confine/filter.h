#pragma once
/// A seccomp filter, made of a list of calls.

#include <halte/base.h>

#include <memory>

#include "calls.h"

namespace halte {

class Filter {
public:
    /// Everything passes that no rule refuses.
    static Result<Filter> that_allows();
    /// Everything is refused with EPERM that no rule lets pass.
    static Result<Filter> that_refuses();

    /// A call that this machine does not have is passed over.
    Result<void> allow(CallRule const& call);
    Result<void> refuse(CallRule const& call, int error);
    /// Refuses a call whose first argument is anything but `value`.
    Result<void> refuse_unless_first_is(int call, std::uint64_t value, int error);
    /// In every thread of this process, and in what it starts.
    Result<void> enforce();

private:
    explicit Filter(std::uint32_t otherwise);
    Result<void> add(std::uint32_t action, CallRule const& call);
    std::unique_ptr<void, void (*)(void*)> m_context;
};

/// Whether this kernel has filters.
bool filters_are_offered();

}  // namespace halte
