#pragma once
/// The attempts of attempts.h by what they are after.

#include "attempts.h"

namespace halte::sandbox {

std::vector<Attempt> file_attempts(std::string const& folder);
std::vector<Attempt> network_attempts();
std::vector<Attempt> process_attempts();
std::vector<Attempt> kernel_attempts();

/// Of a call that gives 0 when it worked: 0, or else errno.
int worked(long result);

}  // namespace halte::sandbox
