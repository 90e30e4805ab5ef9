#include "whole_file.h"

namespace halte {

std::vector<ReadPage> read_pages(std::string const& file, ProblemLog& problems) {
    WholeFile source(file, "what was read on the screens", problems);
    std::vector<ReadPage> pages;
    source.keys.date("read_on");
    for (Keys& each : source.keys.tables("page", "a page")) {
        pages.push_back({each.text("name", Need::required), each.text("back", Need::required)});
        each.finish();
    }
    source.keys.finish();
    return pages;
}

}  // namespace halte
