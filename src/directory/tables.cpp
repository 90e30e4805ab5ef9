#include <fmt/format.h>

#include <algorithm>

#include "inside.h"

namespace halte {

Text read_text(FoundRows const& rows, int column) {
    return {.words = rows.text(column), .language = rows.text(column + 1), .reviewed = rows.truth(column + 2)};
}

Date Directory::as_of() const {
    FoundRows rows = m_inside->connection.ask("SELECT as_of FROM snapshot");
    must(rows.next());
    return parse_date(rows.text(0)).value_or(Date{});
}

std::vector<Language> Directory::languages() const {
    std::vector<Language> languages;
    FoundRows rows = m_inside->connection.ask(
        "SELECT code, endonym, greeting, script, voice, usual_answer, offered_unread, sentences, translated, read, "
        "rest,"
        " rest_translated, rest_read FROM interface_language ORDER BY position");
    while (rows.next()) {
        Script const script = script_of(rows.text(3)).value_or(Script::latin);
        languages.push_back({rows.text(0), rows.text(1), rows.text(2), script, metrics_of(script).right_to_left,
                             rows.text(4), rows.truth(5), rows.truth(6), rows.whole(7), rows.whole(8), rows.whole(9),
                             rows.whole(10), rows.whole(11), rows.whole(12)});
    }
    return languages;
}

std::optional<Profile> Directory::profile(std::string_view id) const {
    return m_inside->profile.ask(std::string(id), [&] { return m_inside->find_profile(id); });
}

std::optional<Profile> Directory::Inside::find_profile(std::string_view id) const {
    if (ids("SELECT id FROM profile WHERE id = ?", id).empty()) return std::nullopt;
    auto const list = [&](char const* name) {
        return ids("SELECT item FROM profile_item WHERE profile_id = ? AND list = ? ORDER BY position", id,
                   std::string_view(name));
    };
    return Profile{std::string(id),
                   list("situations"),
                   list("languages"),
                   list("leading_lines"),
                   list("leading_services"),
                   !ids("SELECT id FROM profile WHERE id = ? AND authors_door = 1", id).empty(),
                   !ids("SELECT id FROM profile WHERE id = ? AND chat_first = 1", id).empty()};
}

std::vector<std::string> Directory::profile_ids() const { return m_inside->ids("SELECT id FROM profile ORDER BY id"); }

std::string question(std::string_view subject, Viewpoint const& from) {
    std::string const place =
        from.coordinates ? fmt::format("{} {}", from.coordinates->latitude, from.coordinates->longitude) : "";
    return fmt::format("{}\n{}\n{}\n{}\n{}\n{}", subject, from.language, from.profile, place, from.other,
                       from.only_read);
}

/// In that very language: a profile's own words come before the general ones.
static std::optional<Text> phrase_in(Connection const& connection, std::string_view language, std::string_view key,
                                     Viewpoint const& from) {
    FoundRows rows = connection.ask(
        "SELECT words, language, reviewed, profile FROM phrase WHERE id = ? AND language = ?", key, language);
    std::optional<Text> general;
    while (rows.next()) {
        std::string_view const profile = rows.words(3);
        bool const others = !profile.empty() && profile != from.profile;
        if (others || (from.only_read && !rows.truth(2))) continue;
        if (!profile.empty()) return read_text(rows, 0);
        general = read_text(rows, 0);
    }
    return general;
}

/// The visitor's language comes before the one that answers for it, and that before the source; the language before the
/// wording: a general sentence that is understood helps more than a child's in French.
Text Directory::Inside::find_phrase(std::string_view key, Viewpoint const& from) const {
    std::optional<Text> phrase;
    for (std::string_view const language :
         {std::string_view(from.language), std::string_view(from.other), std::string_view(source_language)})
        if (!phrase) phrase = phrase_in(connection, language, key, from);
    if (!phrase) log_line("no phrase has the key " + std::string(key));
    must(phrase.has_value());
    return *phrase;
}

/// Asked for a hundred times in a frame, hence not formatted.
static std::string name_of(std::string_view key, Viewpoint const& from) {
    std::string name(key);
    for (std::string const* const part : {&from.language, &from.profile, &from.other})
        name.append(1, '\n').append(*part);
    name += from.only_read ? '1' : '0';
    return name;
}

template <class Find>
static Text const& remembered(std::unordered_map<std::string, Text>& phrases, std::string name, Find const& find) {
    auto found = phrases.find(name);
    if (found == phrases.end()) found = phrases.emplace(std::move(name), find()).first;
    return found->second;
}

Text Directory::phrase(std::string_view key, Viewpoint const& from) const {
    return remembered(m_inside->phrases, name_of(key, from), [&] { return m_inside->find_phrase(key, from); });
}

/// Of an empty snapshot, or of a language that it does not have, the only form.
static std::size_t form_in(Connection const& connection, std::string_view language, int count) {
    std::size_t const n = count < 200 ? std::size_t(std::max(count, 0)) : 100 + std::size_t(count) % 100;
    FoundRows rows = connection.ask("SELECT plural_forms FROM interface_language WHERE code = ?", language);
    std::string const forms = rows.next() ? rows.text(0) : "";
    return n < forms.size() ? std::size_t(forms[n] - '0') : 0;
}

/// Each language has its own form for a number: the first that has the words says which.
Text Directory::Inside::find_phrase(std::string_view key, int count, Viewpoint const& from) const {
    Viewpoint in = from;
    std::string form;
    for (std::string const& language : {from.language, from.other, std::string(source_language)}) {
        in.language = language;
        form = fmt::format("{}.{}", key, form_in(connection, language, count));
        if (has_phrase(form, in)) break;
    }
    return find_phrase(form, in);
}

Text Directory::phrase(std::string_view key, int count, Viewpoint const& from) const {
    return remembered(m_inside->phrases, name_of(fmt::format("{} {}", count, key), from),
                      [&] { return m_inside->find_phrase(key, count, from); });
}

bool Directory::Inside::has_phrase(std::string_view key, Viewpoint const& from) const {
    return connection
        .ask("SELECT 1 FROM phrase WHERE id = ? AND language = ? AND (reviewed OR NOT ?)", key,
             std::string_view(from.language), int(from.only_read))
        .next();
}

std::optional<Situation> Directory::situation(std::string_view id, Viewpoint const& from) const {
    Situation situation;
    {
        FoundRows rows = m_inside->connection.ask("SELECT id, icon FROM taxonomy_term WHERE id = ? AND door", id);
        if (!rows.next()) return std::nullopt;
        situation = {.id = rows.text(0), .icon = rows.text(1)};
    }
    situation.title = phrase("situation." + situation.id + ".title", from);
    situation.line = phrase("situation." + situation.id + ".line", from);
    return situation;
}

std::vector<Situation> Directory::situations(Viewpoint const& from) const {
    auto const place = profile(from.profile);
    auto const ids =
        place ? place->situations : m_inside->ids("SELECT id FROM taxonomy_term WHERE door ORDER BY position");
    std::vector<Situation> situations;
    for (std::string const& id : ids) {
        if (auto found = situation(id, from)) situations.push_back(std::move(*found));
    }
    return situations;
}

std::vector<Guidance> Directory::Inside::find_guidance(std::string_view situation, Viewpoint const& from) const {
    std::vector<Guidance> found;
    FoundRows rows = connection.ask(
        "SELECT id, icon, high FROM guidance WHERE situation = ?1 AND (answers_in IS NULL OR answers_in = ?2 OR NOT"
        " EXISTS (SELECT 1 FROM general_line WHERE language = ?2)) AND id NOT IN (SELECT item FROM profile_item WHERE"
        " profile_id = ?3 AND list = 'left_out_guidance') ORDER BY position",
        situation, from.language, std::string_view(from.profile));
    while (rows.next()) found.push_back({.id = rows.text(0), .icon = rows.text(1), .high = rows.truth(2)});
    return found;
}

std::vector<Guidance> Directory::guidance(std::string_view situation, Viewpoint const& from) const {
    return m_inside->guidance.ask(question(situation, from), [&] {
        std::vector<Guidance> guidance = m_inside->find_guidance(situation, from);
        Viewpoint in_source = from;
        in_source.language = in_source.other = source_language;
        for (Guidance& each : guidance) {
            each.title = phrase("guidance." + each.id + ".title", from);
            each.text = phrase("guidance." + each.id + ".text", from);
            if (each.high && !each.text.reviewed)
                each.text.beside = phrase("guidance." + each.id + ".text", in_source).words;
        }
        return guidance;
    });
}

std::vector<std::string> Directory::service_ids() const {
    return m_inside->ids("SELECT id FROM service ORDER BY position");
}

}  // namespace halte
