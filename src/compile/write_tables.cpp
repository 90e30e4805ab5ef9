#include <fmt/format.h>
#include <halte/letter_case.h>

#include <algorithm>
#include <array>

#include "icons.h"
#include "progress.h"
#include "write.h"

namespace halte {
namespace {

void write_profile_list(Database& database, ProfileSource const& profile, char const* list,
                        std::vector<SourceText> const& items) {
    std::int64_t position = 0;
    for (SourceText const& item : items) {
        database.insert("INSERT INTO profile_item (profile_id, list, position, item) VALUES (?, ?, ?, ?)",
                        profile.id.words, list, position++, item.words);
    }
}

/// Those that the profile names, then the others: a new language needs no word in any profile.
std::vector<SourceText> languages_of(Sources const& sources, ProfileSource const& profile) {
    std::vector<SourceText> order = profile.languages;
    for (LanguageSource const& each : sources.languages) {
        bool const named = std::ranges::find(order, each.code.words, &SourceText::words) != order.end();
        if (!named && sources.offers(each.code.words)) order.push_back(each.code);
    }
    return order;
}

void write_profiles(Database& database, Sources const& sources) {
    for (ProfileSource const& profile : sources.profiles) {
        database.insert("INSERT INTO profile (id, authors_door, chat_first) VALUES (?, ?, ?)", profile.id.words,
                        std::int64_t(profile.authors_door), std::int64_t(profile.chat_first));
        write_profile_list(database, profile, "situations", profile.situations);
        write_profile_list(database, profile, "languages", languages_of(sources, profile));
        write_profile_list(database, profile, "leading_lines", profile.leading_lines);
        write_profile_list(database, profile, "leading_services", profile.leading_services);
        write_profile_list(database, profile, "left_out_services", profile.left_out_services);
        write_profile_list(database, profile, "left_out_guidance", profile.left_out_guidance);
    }
}

void write_situations(Database& database, Sources const& sources) {
    std::int64_t position = 0;
    for (SituationSource const& situation : sources.situations) {
        database.insert("INSERT INTO taxonomy_term (id, icon, position, door) VALUES (?, ?, ?, 1)", situation.id.words,
                        situation.icon.words, position++);
    }
    for (SourceText const& id : sources.situations_without_door) {
        database.insert("INSERT INTO taxonomy_term (id, icon, position, door) VALUES (?, '', ?, 0)", id.words,
                        position++);
    }
}

void write_guidance(Database& database, Sources const& sources) {
    std::int64_t position = 0;
    for (GuidanceSource const& guidance : sources.guidance) {
        if (!guidance.show) continue;
        for (SourceText const& situation : guidance.situations) {
            database.insert(
                "INSERT INTO guidance (id, situation, position, icon, answers_in, high) VALUES (?, ?, ?, ?, NULLIF(?, "
                "''), ?)",
                guidance.id.words, situation.words, position++, guidance.icon.words, guidance.answers_in.words,
                std::int64_t(guidance.high));
        }
    }
}

/// The source language is whole, and read by whoever writes it.
using Asked = std::array<std::vector<Wanted>, part_files.size()>;

LanguageStatus progress_in(Sources const& sources, Asked const& asked, std::string const& language) {
    LanguageStatus found{.code = language};
    auto const own = std::ranges::find(sources.translations, language, &TranslationSource::language);
    for (PartFile const& each : part_files) {
        auto const& wanted = asked[std::size_t(each.part)];
        int const all = int(wanted.size());
        (each.part == Part::core ? found.core : found.rest) += own == sources.translations.end()
                                                                   ? LanguageStatus::Count{all, all, all}
                                                                   : progress_of((*own)[each.part], wanted);
    }
    return found;
}

void write_languages(Database& database, Sources const& sources) {
    Asked asked;
    for (PartFile const& each : part_files) asked[std::size_t(each.part)] = wanted_of(sources, each.part);
    std::int64_t position = 0;
    for (LanguageSource const& language : sources.languages) {
        if (!sources.offers(language.code.words)) continue;
        auto const [code, tier, core, rest, left_out] = progress_in(sources, asked, language.code.words);
        database.insert("interface_language", {{"code", code},
                                               {"position", position++},
                                               {"endonym", language.endonym.words},
                                               {"greeting", language.greeting.words},
                                               {"script", language.script.words},
                                               {"plural_forms", language.rule.form_of},
                                               {"voice", language.voice.words},
                                               {"usual_answer", std::int64_t(language.usual_answer)},
                                               {"offered_unread", std::int64_t(language.tier.words == "a")},
                                               {"sentences", std::int64_t(core.sentences)},
                                               {"translated", std::int64_t(core.translated)},
                                               {"read", std::int64_t(core.read)},
                                               {"rest", std::int64_t(rest.sentences)},
                                               {"rest_translated", std::int64_t(rest.translated)},
                                               {"rest_read", std::int64_t(rest.read)}});
    }
}

void write_lines(Database& database, Sources const& sources) {
    for (LinesSource const& lines : sources.lines) {
        std::int64_t position = 0;
        for (SourceText const& service : lines.lines) {
            database.insert("INSERT INTO general_line (language, position, service_id) VALUES (?, ?, ?)",
                            lines.language, position++, service.words);
        }
    }
}

void write_phrase(Database& database, Phrase const& phrase, std::string const& language, std::string const& words,
                  bool reviewed) {
    database.insert("INSERT INTO phrase (id, language, profile, words, reviewed) VALUES (?, ?, ?, ?, ?)", phrase.id,
                    language, phrase.profile, words, std::int64_t(reviewed));
}

/// Of a phrase that counts every form is a row of its own, under its key and the number of the form.
void write_forms(Database& database, Phrase const& phrase, std::string const& language,
                 std::vector<std::string> const& forms, bool reviewed) {
    if (phrase.plural.empty()) return write_phrase(database, phrase, language, forms.front(), reviewed);
    Phrase form = phrase;
    for (std::size_t i = 0; i < forms.size(); ++i) {
        form.id = fmt::format("{}.{}", phrase.id, i);
        write_phrase(database, form, language, forms[i], reviewed);
    }
}

/// A language by its name in every language of the screen, alone and within a sentence. A name out of a dictionary is
/// no sentence that a speaker has to read: it does not bring the note about unread words onto a page.
void write_name(Database& database, Sources const& sources, LanguageSource const& named) {
    for (LanguageSource const& in : sources.languages) {
        std::string const& code = in.code.words;
        if (!sources.offers(code)) continue;
        std::string const& name = named.name_in(code).words;
        write_phrase(database, {"name_of_language." + named.code.words, "", {}}, code, name, true);
        write_phrase(database, {"name_in_sentence." + named.code.words, "", {}}, code,
                     in.small_names ? with_small_initial(name) : name, true);
    }
}

}  // namespace

void write_tables(Database& database, Sources const& sources) {
    write_situations(database, sources);
    write_guidance(database, sources);
    write_languages(database, sources);
    write_lines(database, sources);
    write_profiles(database, sources);
}

void write_phrases(Database& database, Sources const& sources) {
    for (LanguageSource const& each : sources.languages) write_name(database, sources, each);
    for (LanguageSource const& each : sources.spoken) write_name(database, sources, each);
    for (Phrase const& phrase : all_phrases(sources)) {
        std::vector<std::string> french;
        for (SourceText const& form : phrase.forms()) french.push_back(form.words);
        write_forms(database, phrase, source_language, french, true);
        for (TranslationSource const& translation : sources.translations) {
            PoEntry const* entry = translation.find_phrase(phrase.message());
            if (entry == nullptr || !translation.shows(*entry, phrase.high)) continue;
            write_forms(database, phrase, translation.language, entry->forms(), !entry->fuzzy);
        }
    }
}

Result<void> write_icons(Database& database, Sources const& sources) {
    for (auto const& [name, svg] : sources.icons) {
        std::vector<std::uint8_t> const png = TRY(render_icon(svg));
        database.insert("INSERT INTO icon (name, png) VALUES (?, ?)", name, std::span<std::uint8_t const>(png));
    }
    return {};
}

}  // namespace halte
