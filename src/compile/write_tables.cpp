#include <fmt/format.h>

#include "icons.h"
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

void write_profiles(Database& database, Sources const& sources) {
    for (ProfileSource const& profile : sources.profiles) {
        database.insert("INSERT INTO profile (id, authors_door) VALUES (?, ?)", profile.id.words,
                        std::int64_t(profile.authors_door));
        write_profile_list(database, profile, "situations", profile.situations);
        write_profile_list(database, profile, "languages", profile.languages);
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
                "INSERT INTO guidance (id, situation, position, icon, answers_in) VALUES (?, ?, ?, ?, NULLIF(?, ''))",
                guidance.id.words, situation.words, position++, guidance.icon.words, guidance.answers_in.words);
        }
    }
}

/// French, and every language that has a folder of translations.
bool is_offered(Sources const& sources, std::string const& language) {
    if (language == "fr") return true;
    for (TranslationSource const& translation : sources.translations) {
        if (translation.language == language) return true;
    }
    return false;
}

void write_languages(Database& database, Sources const& sources) {
    std::int64_t position = 0;
    for (LanguageSource const& language : sources.languages) {
        if (!is_offered(sources, language.code.words)) continue;
        database.insert(
            "INSERT INTO interface_language (code, position, endonym, greeting, right_to_left) VALUES (?, ?, ?, ?, ?)",
            language.code.words, position++, language.endonym.words, language.greeting.words,
            std::int64_t(language.right_to_left));
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

}  // namespace

void write_tables(Database& database, Sources const& sources) {
    write_situations(database, sources);
    write_guidance(database, sources);
    write_languages(database, sources);
    write_lines(database, sources);
    write_profiles(database, sources);
}

void write_phrases(Database& database, Sources const& sources) {
    for (Phrase const& phrase : all_phrases(sources)) {
        write_phrase(database, phrase, "fr", phrase.words.words, true);
        for (TranslationSource const& translation : sources.translations) {
            PoEntry const* entry = translation.phrases.find(phrase.message());
            if (entry == nullptr) continue;
            write_phrase(database, phrase, translation.language, entry->translation, !entry->fuzzy);
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
