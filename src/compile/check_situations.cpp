#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "check.h"

namespace halte {
namespace {

class SituationCheck {
public:
    SituationCheck(Sources const& sources, ProblemLog& problems)
        : m_problems(problems), m_any(problems.is_unread("situations.toml")) {
        for (SituationSource const& each : sources.situations) m_known.insert(each.id.words);
        for (SourceText const& each : sources.situations_without_door) m_known.insert(each.words);
    }

    void situations(Record const& record) {
        std::set<std::string> seen;
        for (SourceText const& each : record.situations) {
            if (!seen.insert(each.words).second)
                m_problems.error(each.place, fmt::format("the situation \"{}\" is there twice", each.words),
                                 "Remove one");
            bool const special = each.words == "all" || each.words == "general" || each.words == "emergency";
            if (special || is_known(each.words)) continue;
            m_problems.error(each.place, fmt::format("there is no situation \"{}\"", each.words),
                             "Use an id of situations.toml, or all, general or emergency");
        }
    }

    /// What it exists for is among what it helps in.
    void made_for(Record const& record) {
        std::set<std::string> seen;
        for (SourceText const& each : record.made_for) {
            auto const place = std::ranges::find(record.situations, each.words, &SourceText::words);
            if (!seen.insert(each.words).second)
                m_problems.error(each.place, fmt::format("it is made for \"{}\" twice", each.words), "Remove one");
            if (!is_known(each.words))
                m_problems.error(each.place, fmt::format("there is no situation \"{}\"", each.words),
                                 "Use an id of situations.toml");
            else if (place == record.situations.end())
                m_problems.error(each.place,
                                 fmt::format("it is made for \"{}\", which is not among its situations", each.words),
                                 "Name it under situations too, or take it out");
        }
    }

private:
    [[nodiscard]] bool is_known(std::string const& id) const { return m_any || m_known.contains(id); }

    ProblemLog& m_problems;
    bool m_any;  ///< the list of situations could not be read
    std::set<std::string> m_known;
};

}  // namespace

void check_situations(Sources const& sources, ProblemLog& problems) {
    SituationCheck check(sources, problems);
    for (Record const& record : sources.records) {
        check.situations(record);
        check.made_for(record);
    }
}

}  // namespace halte
