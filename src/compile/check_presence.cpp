#include <fmt/format.h>

#include <algorithm>

#include "check.h"

namespace halte {
namespace {

bool is_among(std::vector<SourceText> const& words, std::string const& id) {
    return std::ranges::find(words, id, &SourceText::words) != words.end();
}

/// Lines for readers of "*en" and "en" are for English, and those of no language for everybody.
bool are_for_somebody(Sources const& sources, LinesSource const& lines) {
    std::string_view language = lines.language;
    if (language.starts_with('*')) language.remove_prefix(1);
    return language.empty() || sources.offers(std::string(language));
}

bool is_general_line(Sources const& sources, std::string const& id) {
    return std::ranges::any_of(sources.lines, [&](LinesSource const& each) {
        return are_for_somebody(sources, each) && is_among(each.lines, id);
    });
}

bool has_door(Sources const& sources, Record const& record) {
    return std::ranges::any_of(sources.situations,
                               [&](SituationSource const& door) { return is_among(record.situations, door.id.words); });
}

bool is_on_a_screen(Sources const& sources, Record const& record) {
    return record.audience == "authors" || is_among(record.situations, "emergency") || has_door(sources, record) ||
           is_general_line(sources, record.id.words);
}

/// What a broken file would have said of it is not known, so that nothing is said then.
void must_be_on_a_screen(Sources const& sources, Record const& record, ProblemLog& problems) {
    bool unknown = problems.has_error(record.place.name);
    for (char const* file : {"situations.toml", "lines.toml", "languages.toml"})
        unknown = unknown || problems.is_unread(file);
    if (unknown || is_on_a_screen(sources, record)) return;
    problems.error(record.situations.empty() ? record.place : record.situations.front().place,
                   "no screen shows this record", "Name a situation that has a door, or add its id to lines.toml");
}

void must_be_marked(Sources const& sources, Record const& record, ProblemLog& problems) {
    bool const listed = is_among(sources.asked_for, record.id.words);
    if (listed == record.asked_for || problems.is_unread("asked_for.toml")) return;
    if (listed)
        problems.error(record.asked_for_at,
                       fmt::format("asked_for.toml names \"{}\", and the record does not say so", record.id.words),
                       "Write asked_for = true");
    else
        problems.error(record.asked_for_at,
                       "the record says that it was asked for, and asked_for.toml does not name it",
                       fmt::format("Add \"{}\" to asked_for.toml", record.id.words));
}

void must_be_there(Sources const& sources, SourceText const& id, ProblemLog& problems) {
    bool const there =
        std::ranges::any_of(sources.records, [&](Record const& record) { return record.id.words == id.words; });
    if (there || problems.is_unread(id.words + ".toml")) return;
    problems.error(id.place, fmt::format("the record \"{}\" is asked for by name, and is not there", id.words),
                   fmt::format("Restore records/{}.toml", id.words));
}

}  // namespace

void check_presence(Sources const& sources, ProblemLog& problems) {
    for (SourceText const& id : sources.asked_for) must_be_there(sources, id, problems);
    for (Record const& record : sources.records) {
        must_be_marked(sources, record, problems);
        must_be_on_a_screen(sources, record, problems);
    }
}

}  // namespace halte
