#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "messages.h"
#include "po_review.h"
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
    return {
        .translation = fmt::format("Project-Id-Version: Halte\nLanguage: {}\nMIME-Version: 1.0\n"
                                   "Content-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\n",
                                   language),
        .comments =
            "Written for somebody on their worst day: plain words, short sentences, \"you\".\n"
            "Names in {braces} are filled in by the program and stay as they are.\n"
            "Fuzzy: no speaker of the language has read it yet, and the screen says so.\n"
            "\"back: ...\" is what somebody read in it who had not seen the French. It goes with the words it was "
            "written for.\n"
            "Whoever has read an entry takes fuzzy off, and writes \"reviewed by FUNCTION on 2026-11-24\" above it.\n"
            "Whoever has read the whole file takes off every fuzzy, and writes that line here, once.\n"};
}

/// The files of a language as they were.
using Old = std::vector<PoFile>;

/// Of records, what another one says in the same French means the same: it was translated there.
PoEntry const* same_of_another_record(Old const& old, Wanted const& wanted) {
    if (!wanted.of_record) return nullptr;
    auto const& records = old.at(std::size_t(Part::records)).entries;
    auto const found = std::ranges::find_if(records, [&](PoEntry const& entry) {
        return entry.message.french == wanted.message.french && !entry.translation.empty();
    });
    return found == records.end() ? nullptr : &*found;
}

/// The old entry that a wanted sentence goes on with: the very one; else the same French of another record; else the
/// same place in other words. It may stand in another file: a phrase can come into the core.
PoEntry const* ancestor(Old const& old, Wanted const& wanted) {
    PoEntry const* itself = nullptr;
    PoEntry const* same_place = nullptr;
    for (PoFile const& file : old) {
        for (PoEntry const& entry : file.entries) {
            if (entry.message == wanted.message) itself = &entry;
            if (entry.message.context == wanted.message.context && !entry.obsolete) same_place = &entry;
        }
    }
    if (itself != nullptr && !itself->translation.empty()) return itself;
    PoEntry const* const same_french = same_of_another_record(old, wanted);
    if (same_french != nullptr) return same_french;
    return itself != nullptr ? itself : same_place;
}

/// A phrase that counts has as many places for words as the language has forms; any other has none.
void set_forms(PoEntry& entry, Wanted const& wanted, PluralRule const& rule) {
    PoExtras& extras = entry.extras;
    bool const counted_before = !extras.plural.empty();
    extras.plural = wanted.plural;
    if (wanted.plural.empty())
        extras.plural_translations.clear();
    else
        extras.plural_translations.resize(std::size_t(rule.forms), counted_before ? "" : entry.translation);
}

/// gettext's own tools read the rule in the header.
PoEntry with_rule(PoEntry header, std::string const& rule) {
    constexpr std::string_view key = "Plural-Forms:";
    std::string& words = header.translation;
    if (auto const at = words.find(key); at != std::string::npos) {
        auto const end = words.find('\n', at);
        words.erase(at, end == std::string::npos ? end : end + 1 - at);
    }
    words += fmt::format("{} {}\n", key, rule);
    return header;
}

using Used = std::set<PoEntry const*>;

PoEntry continued(Old const& old, Wanted const& wanted, fs::path const& data, Counts& counts, Used& used) {
    PoEntry entry{.message = wanted.message, .note = wanted.note};
    entry.references.push_back(fs::path(wanted.place.name).lexically_relative(data.lexically_normal()).string());
    PoEntry const* before = ancestor(old, wanted);
    if (before == nullptr) {
        ++counts.fresh;
        return entry;
    }
    used.insert(before);
    entry.translation = before->translation;
    entry.comments = before->comments;
    entry.fuzzy = before->fuzzy;
    entry.previous = before->previous;
    entry.extras = before->extras;
    bool const same_sentence =
        before->message == wanted.message || (wanted.of_record && before->message.french == wanted.message.french);
    if (same_sentence || before->translation.empty()) return entry;
    // The words are another sentence's now: kept for the translator to start from, and not shown. Where they were so
    // before, that sentence is still the one they translate.
    if (entry.previous.empty()) entry.previous = before->message.french;
    entry.fuzzy = true;
    entry.comments = without_review(before->comments);
    ++counts.changed;
    return entry;
}

/// What somebody translated, and no sentence goes on with. Without a translation gettext writes no obsolete entry.
void keep_obsolete(PoFile const& old, Used const& used, PoFile& merged, Counts& counts) {
    for (PoEntry const& each : old.entries) {
        if (used.contains(&each) || each.translation.empty()) continue;
        PoEntry entry = each;
        if (!entry.obsolete) ++counts.obsolete;
        entry.obsolete = true;
        entry.references.clear();
        merged.entries.push_back(std::move(entry));
    }
}

/// Whatever file they are translated in.
std::vector<Wanted> phrases_of(Sources const& sources) {
    std::vector<Wanted> wanted = wanted_of(sources, Part::core);
    std::ranges::move(wanted_of(sources, Part::phrases), std::back_inserter(wanted));
    return wanted;
}

/// Two that a PO file could not tell apart are named where they stand.
Result<void> must_differ(std::vector<Wanted> const& wanted) {
    std::map<Message, Where> first;
    for (Wanted const& each : wanted) {
        auto const [known, fresh] = first.emplace(each.message, each.place);
        if (fresh) continue;
        return failure(describe(Problem{each.place,
                                        fmt::format("\"{}\" is there twice, first at {}.", each.message.context,
                                                    describe(known->second)),
                                        "Rename or remove one."}),
                       ExitCode::bad_data);
    }
    return {};
}

/// Each part of a language as it is to be written, with what to tell of it.
struct Merged {
    PoFile po;
    std::size_t wanted = 0;
    Counts counts{};
};

Merged merge(Old const& old, PoFile const& own, LanguageSource const& language, std::vector<Wanted> const& wanted,
             fs::path const& data, Used& used) {
    Merged merged{.po = {}, .wanted = wanted.size()};
    merged.po.file = own.file;
    merged.po.header = with_rule(own.header.translation.empty() ? header_for(language.code.words) : own.header,
                                 language.plurals.words);
    for (Wanted const& each : wanted) {
        merged.po.entries.push_back(continued(old, each, data, merged.counts, used));
        set_forms(merged.po.entries.back(), each, language.rule);
    }
    return merged;
}

PoFile read_old(fs::path const& folder, char const* name) {
    std::string const file = (folder / name).lexically_normal().string();
    ProblemLog problems;
    PoFile old = fs::exists(file) ? read_po(file, problems).value_or(PoFile{}) : PoFile{};
    old.file = file;
    return old;
}

/// All files are read and merged before one is written: a cut in between leaves no sentence without its translation.
Result<std::vector<std::string>> update_language(fs::path const& data, Sources const& sources,
                                                 LanguageSource const& language) {
    fs::path const folder = data / "translations" / language.code.words;
    Old old;
    for (PartFile const& each : part_files) old.push_back(read_old(folder, each.name));
    std::vector<Merged> parts;
    Used used;
    for (std::size_t i = 0; i < part_files.size(); ++i)
        parts.push_back(merge(old, old[i], language, wanted_of(sources, part_files[i].part), data, used));
    std::vector<std::string> report;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (part_files[i].part != Part::core && language.has_only_core()) continue;
        auto& [po, wanted, counts] = parts[i];
        keep_obsolete(old[i], used, po, counts);
        TRY_VOID(write_po(po));
        report.push_back(fmt::format("{}: {} sentences, {} new, {} changed, {} no longer used", po.file, wanted,
                                     counts.fresh, counts.changed, counts.obsolete));
    }
    return report;
}

}  // namespace

Result<std::vector<std::string>> update_translations(fs::path const& data) {
    Sources const sources = TRY(read_whole_sources(data));
    TRY_VOID(must_differ(phrases_of(sources)));
    std::vector<std::string> report;
    for (LanguageSource const& language : sources.languages) {
        std::string const& code = language.code.words;
        if (code == source_language) continue;
        std::error_code fault;
        fs::create_directories(data / "translations" / code, fault);
        if (fault) return failure(fmt::format("translations/{} cannot be made: {}", code, fault.message()));
        std::ranges::move(TRY(update_language(data, sources, language)), std::back_inserter(report));
    }
    return report;
}

}  // namespace halte
