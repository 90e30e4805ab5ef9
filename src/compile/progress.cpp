#include "progress.h"

namespace halte {

LanguageStatus::Count progress_of(PoFile const& po, std::vector<Wanted> const& wanted) {
    LanguageStatus::Count progress{.sentences = int(wanted.size())};
    for (Wanted const& each : wanted) {
        PoEntry const* const entry = po.find(each.message);
        if (entry == nullptr) continue;
        ++progress.translated;
        if (!entry->fuzzy) ++progress.read;
    }
    return progress;
}

}  // namespace halte
