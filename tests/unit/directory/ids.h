#pragma once
/// The services of a list, by their ids.

#include <halte/directory.h>

namespace halte::test {

using Ids = std::vector<std::string>;

inline Ids ids(std::vector<ServiceSummary> const& services) {
    Ids found;
    found.reserve(services.size());
    for (ServiceSummary const& service : services) found.push_back(service.id);
    return found;
}

}  // namespace halte::test
