#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "sources.h"

namespace halte {
namespace fs = std::filesystem;
namespace {

/// The files of `folder` that end in `extension`, sorted, so that no answer depends on the order of a disk.
std::vector<fs::path> files_in(fs::path const& folder, std::string const& extension) {
    std::vector<fs::path> files;
    std::error_code fault;
    for (fs::directory_entry const& entry : fs::directory_iterator(folder, fault)) {
        if (entry.path().extension() == extension) files.push_back(entry.path());
    }
    std::ranges::sort(files);
    return files;
}

/// A record under another ending is read by nobody, and nobody would miss it.
void note_other_endings(fs::path const& folder, ProblemLog& problems) {
    std::error_code fault;
    for (fs::directory_entry const& entry : fs::directory_iterator(folder, fault)) {
        fs::path const& file = entry.path();
        std::string const name = file.filename().string();
        if (file.extension() == ".toml" || name.starts_with('.')) continue;
        std::string const stem = name.substr(0, name.find('.'));
        problems.error({file.string(), 0}, "the name of the file does not end in .toml, and nothing reads it",
                       fmt::format("Rename it to {}.toml, or take it out of the folder", stem));
        problems.unread((folder / (stem + ".toml")).string());
    }
}

std::vector<Record> read_records(fs::path const& folder, ProblemLog& problems) {
    note_other_endings(folder, problems);
    std::vector<Record> records;
    for (fs::path const& file : files_in(folder, ".toml")) {
        if (auto record = read_record(file.string(), problems)) records.push_back(std::move(*record));
    }
    std::ranges::stable_sort(records, {}, &Record::order);
    return records;
}

std::vector<ProfileSource> read_profiles(fs::path const& folder, ProblemLog& problems) {
    std::vector<ProfileSource> profiles;
    for (fs::path const& file : files_in(folder, ".toml")) {
        if (auto profile = read_profile(file.string(), problems)) profiles.push_back(std::move(*profile));
    }
    return profiles;
}

/// A file that is not there yet stops nothing: what it would translate is shown in French.
PoFile read_po_or_nothing(fs::path const& file, ProblemLog& problems) {
    if (fs::exists(file)) return read_po(file.string(), problems).value_or(PoFile{});
    problems.warning({file.string(), 0}, "the file is missing", "Make it with halte-directory update");
    return {};
}

/// One folder for each language but French, the source. A language without a folder is not offered.
std::vector<TranslationSource> read_translations(fs::path const& folder, std::vector<LanguageSource> const& languages,
                                                 ProblemLog& problems) {
    std::vector<TranslationSource> translations;
    for (LanguageSource const& language : languages) {
        fs::path const own = folder / language.code.words;
        if (language.code.words == source_language) continue;
        if (!fs::is_directory(own)) {
            problems.warning(language.code.place,
                             fmt::format("{} has no translations and is not shown", language.endonym.words),
                             "Run halte-directory update, and have them translated");
            continue;
        }
        TranslationSource translation{.language = language.code.words,
                                      .rule = language.rule,
                                      .beside_source = language.beside_source,
                                      .tier = language.tier.words};
        for (PartFile const& each : part_files) {
            if (each.part != Part::core && language.has_only_core()) continue;
            translation[each.part] = read_po_or_nothing(own / each.name, problems);
        }
        if (fs::path const pages = own / "pages.toml"; fs::exists(pages))
            translation.pages = read_pages(pages.string(), problems);
        translations.push_back(std::move(translation));
    }
    return translations;
}

}  // namespace

PoEntry const* TranslationSource::find_phrase(Message const& message) const {
    PoEntry const* const found = (*this)[Part::core].find(message);
    return found != nullptr ? found : (*this)[Part::phrases].find(message);
}

bool Sources::offers(std::string const& language) const {
    return language == source_language ||
           std::ranges::find(translations, language, &TranslationSource::language) != translations.end();
}

Result<Sources> read_sources(fs::path const& data, ProblemLog& problems) {
    std::error_code fault;
    fs::directory_iterator const readable(data, fault);
    if (fault) {
        return failure(fmt::format("{} is not a folder that can be read: {}", data.string(), fault.message()),
                       ExitCode::bad_data);
    }
    auto const file = [&data](char const* name) { return (data / name).lexically_normal().string(); };
    Sources sources;
    sources.records = read_records((data / "records").lexically_normal(), problems);
    sources.asked_for = read_list(file("asked_for.toml"), "the list of records asked for", "records", problems);
    sources.pinned = read_pinned(file("emergency.toml"), problems);
    sources.text_numbers = read_list(file("text_numbers.toml"), "the list of text numbers", "numbers", problems);
    sources.words_of_weight = read_list(file("words_of_weight.toml"), "the list of words of weight", "words", problems);
    SituationsSource situations = read_situations(file("situations.toml"), problems);
    sources.situations = std::move(situations.doors);
    sources.situations_without_door = std::move(situations.without_door);
    sources.guidance = read_guidance(file("guidance.toml"), problems);
    LanguagesSource languages = read_languages(file("languages.toml"), problems);
    sources.languages = std::move(languages.screen);
    sources.spoken = std::move(languages.spoken);
    sources.phrases = read_phrases(file("core.toml"), Part::core, problems);
    sources.core_page = read_list(file("core_page.toml"), "the first page of the core", "sentences", problems);
    std::ranges::move(read_phrases(file("phrases.toml"), Part::phrases, problems), std::back_inserter(sources.phrases));
    sources.lines = read_lines(file("lines.toml"), problems);
    sources.avoided = read_avoided(file("words_to_avoid.toml"), problems);
    sources.glossary = read_glossary(file("translations/glossary.toml"), problems);
    sources.places = read_places(file("places.toml"), problems);
    sources.profiles = read_profiles((data / "profiles").lexically_normal(), problems);
    sources.translations = read_translations((data / "translations").lexically_normal(), sources.languages, problems);
    for (fs::path const& icon : files_in((data / "icons").lexically_normal(), ".svg")) {
        sources.icons.emplace(icon.stem().string(), icon);
    }
    return sources;
}

Result<Sources> read_whole_sources(fs::path const& data) {
    ProblemLog problems;
    Sources sources = TRY(read_sources(data, problems));
    auto const faults = std::move(problems).sorted();
    auto const fault = std::ranges::find(faults, Level::failure, &Problem::level);
    if (fault != faults.end()) return failure(describe(*fault), ExitCode::bad_data);
    return sources;
}

}  // namespace halte
