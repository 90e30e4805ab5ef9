#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "messages.h"
#include "sources.h"

namespace halte {
namespace fs = std::filesystem;
namespace {

struct Counts {
    int fresh = 0;
    int changed = 0;
    int obsolete = 0;
};

/// Without a date in it: the same sentences give the same bytes.
PoEntry header_for(std::string const& language) {
    return {.translation = fmt::format("Project-Id-Version: Halte\nLanguage: {}\nMIME-Version: 1.0\n"
                                       "Content-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\n",
                                       language),
            .comments =
                "Written for somebody on their worst day: plain words, short sentences, \"you\".\n"
                "Names in {braces} are filled in by the program and stay as they are.\n"
                "Fuzzy: no speaker of the language has read it yet, and the screen says so.\n"};
}

/// The old entry that a wanted sentence goes on with: the very sentence, or the same phrase in other words.
PoEntry const* ancestor(PoFile const& old, Message const& message) {
    PoEntry const* same_phrase = nullptr;
    for (PoEntry const& entry : old.entries) {
        if (entry.message == message) return &entry;
        bool const same_key = !message.context.empty() && entry.message.context == message.context;
        if (same_key && !entry.obsolete) same_phrase = &entry;
    }
    return same_phrase;
}

PoEntry continued(PoFile const& old, Wanted const& wanted, fs::path const& data, Counts& counts) {
    PoEntry entry{.message = wanted.message, .note = wanted.note};
    entry.references.push_back(fs::path(wanted.place.file).lexically_relative(data.lexically_normal()).string());
    PoEntry const* before = ancestor(old, wanted.message);
    if (before == nullptr) {
        ++counts.fresh;
        return entry;
    }
    entry.translation = before->translation;
    entry.comments = before->comments;
    entry.fuzzy = before->fuzzy;
    entry.previous = before->previous;
    if (before->message == wanted.message || before->translation.empty()) return entry;
    // The words are another sentence's now: kept for the translator to start from, and not shown.
    entry.previous = before->message.french;
    entry.fuzzy = true;
    ++counts.changed;
    return entry;
}

void keep_obsolete(PoFile const& old, std::vector<Wanted> const& wanted, PoFile& merged, Counts& counts) {
    std::map<std::string, bool> contexts;
    std::map<Message, bool> messages;
    for (Wanted const& each : wanted) {
        messages[each.message] = true;
        if (!each.message.context.empty()) contexts[each.message.context] = true;
    }
    for (PoEntry entry : old.entries) {
        if (messages.contains(entry.message) || contexts.contains(entry.message.context)) continue;
        if (entry.translation.empty()) continue;
        if (!entry.obsolete) ++counts.obsolete;
        entry.obsolete = true;
        entry.references.clear();
        merged.entries.push_back(std::move(entry));
    }
}

/// Refuses when anything cannot be read: such a record would take its sentences out of every translation.
Result<Sources> read_whole(fs::path const& data) {
    Findings findings;
    Sources sources = TRY(read_sources(data, findings));
    auto const faults = std::move(findings).sorted();
    auto const fault = std::ranges::find_if(faults, &Finding::fatal);
    if (fault != faults.end()) return failure(describe(*fault), ExitCode::bad_data);
    return sources;
}

Result<std::string> update_file(fs::path const& data, std::string const& language, char const* name,
                                std::vector<Wanted> const& wanted) {
    PoFile merged;
    merged.file = (data / "translations" / language / name).lexically_normal().string();
    Findings findings;
    PoFile const old = fs::exists(merged.file) ? read_po(merged.file, findings).value_or(PoFile{}) : PoFile{};
    merged.header = old.header.translation.empty() ? header_for(language) : old.header;
    Counts counts;
    for (Wanted const& each : wanted) merged.entries.push_back(continued(old, each, data, counts));
    keep_obsolete(old, wanted, merged, counts);
    TRY_VOID(write_po(merged));
    return fmt::format("{}: {} sentences, {} new, {} changed, {} no longer used", merged.file, wanted.size(),
                       counts.fresh, counts.changed, counts.obsolete);
}

}  // namespace

Result<std::vector<std::string>> update_translations(fs::path const& data) {
    Sources const sources = TRY(read_whole(data));
    auto const phrases = wanted_phrases(sources);
    auto const sentences = wanted_sentences(sources);
    std::vector<std::string> report;
    for (LanguageSource const& language : sources.languages) {
        std::string const& code = language.code.words;
        if (code == "fr") continue;
        std::error_code fault;
        fs::create_directories(data / "translations" / code, fault);
        if (fault) return failure(fmt::format("translations/{} cannot be made: {}", code, fault.message()));
        report.push_back(TRY(update_file(data, code, "phrases.po", phrases)));
        report.push_back(TRY(update_file(data, code, "records.po", sentences)));
    }
    return report;
}

}  // namespace halte
