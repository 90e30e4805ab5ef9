#pragma once
/// Who helps, in the order of a list: what the place puts first, what answers at any hour, what is near, the rest.

#include <halte/directory.h>

namespace halte {

struct Groups {
    std::vector<ServiceSummary> leading;
    std::vector<ServiceSummary> any_hour;
    std::vector<ServiceSummary> near;
    std::vector<ServiceSummary> rest;
};

/// `language` is the visitor's: of lines that are alike, the one that speaks it comes first.
Groups grouped(std::vector<ServiceSummary> services, std::string const& language);

}  // namespace halte
