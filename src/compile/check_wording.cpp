#include <fmt/format.h>

#include <algorithm>

#include "avoided_words.h"
#include "check.h"

namespace halte {
namespace {

bool is_among(std::vector<Sentence> const& words, std::string const& id) {
    return std::ranges::find(words, id, &Sentence::words) != words.end();
}

bool shares(std::vector<Sentence> const& some, std::vector<Sentence> const& others) {
    return std::ranges::any_of(some, [&](Sentence const& each) { return is_among(others, each.words); });
}

/// Whether a terminal of that kind can show the record: in a situation it has, or among the lines.
bool can_show(Sources const& sources, ProfileSource const& profile, Record const& record) {
    if (is_among(profile.left_out_services, record.id.words)) return false;
    if (record.audience == "authors") return profile.authors_door;
    bool const line = std::ranges::any_of(
        sources.lines, [&](LinesSource const& each) { return is_among(each.lines, record.id.words); });
    return line || shares(record.situations, profile.situations);
}

/// Not "rendez-vous", which has nothing of it.
bool says_vous(std::string const& words) {
    constexpr std::string_view appointment = "rendez-vous";
    std::string text = folded(words);
    for (auto at = text.find(appointment); at != std::string::npos; at = text.find(appointment))
        text.erase(at, appointment.size());
    return says(text, "vous") || says(text, "votre") || says(text, "vos");
}

bool is_reworded(ProfileSource const& profile, std::string const& words) {
    return std::ranges::any_of(profile.sentences,
                               [&](RewordedSource const& each) { return each.general.words == words; });
}

void must_say_tu(ProfileSource const& profile, Record const& record, Findings& findings) {
    for_each_sentence(record, [&](std::string_view entity, std::size_t, std::string_view, Sentence const& sentence) {
        if (entity != "service" || !says_vous(sentence.words) || is_reworded(profile, sentence.words)) return;
        findings.error(sentence.place,
                       fmt::format("\"{}\" would say \"vous\" to a child ({})", sentence.words, profile.id.words),
                       fmt::format("Write a [[sentence]] with it in profiles/{}.toml", profile.id.words));
    });
}

void must_be_said(std::set<std::string> const& said, ProfileSource const& profile, Findings& findings) {
    std::set<std::string> seen;
    for (RewordedSource const& each : profile.sentences) {
        if (!said.contains(each.general.words))
            findings.error(each.general.place, fmt::format("no record says \"{}\"", each.general.words),
                           "Write a record's sentence, word for word, or take this one out");
        if (!seen.insert(each.general.words).second)
            findings.error(each.general.place, fmt::format("\"{}\" is there twice", each.general.words), "Remove one");
        if (profile.says_tu && says_vous(each.words.words))
            findings.error(each.words.place, fmt::format("\"{}\" says \"vous\" to a child", each.words.words),
                           "Say it with tu");
    }
}

}  // namespace

void check_wording(Sources const& sources, Findings& findings) {
    std::set<std::string> said;
    for (Record const& record : sources.records) {
        for_each_sentence(record, [&](std::string_view, std::size_t, std::string_view, Sentence const& sentence) {
            said.insert(sentence.words);
        });
    }
    // A record that is broken or missing is one finding, not one for each of its sentences.
    bool const all_sound = !findings.has_errors();
    for (ProfileSource const& profile : sources.profiles) {
        if (all_sound) must_be_said(said, profile, findings);
        if (!profile.says_tu) continue;
        for (Record const& record : sources.records) {
            if (can_show(sources, profile, record)) must_say_tu(profile, record, findings);
        }
    }
}

}  // namespace halte
