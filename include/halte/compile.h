#pragma once
/// From source records and translations to a snapshot: the editor's side. SQLite is written here and nowhere else.
/// It knows the folder `data/` and the schema; it knows nothing of visits, screens or windows.

#include <halte/base.h>
#include <halte/problem.h>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace halte {

/// One line for each problem, and a last one that counts them.
std::string describe(Problems const& problems);

/// The day on which the dates of records are judged: nothing was read after it. A clock that shows a day before the
/// program's own has stopped or was lost; it is told so, and the program's day counts.
struct Today {
    Date clock;         ///< what the machine shows
    Date program = {};  ///< of the program that asks, a day that is past for certain
    [[nodiscard]] bool clock_is_wrong() const { return clock < program; }
    [[nodiscard]] Date day() const { return clock_is_wrong() ? program : clock; }
};
/// The machine's clock and this program's day.
Today today();

/// Reads everything under `data` and finds what is wrong in it, in the order of files and lines. Empty means clean.
/// A failure stops a build; a warning is counted and shown.
/// Fails only when the folder cannot be read at all.
Result<Problems> check_data(std::filesystem::path const& data, Today const& today = halte::today());

struct BuildOptions {
    std::optional<Date> as_of;  ///< the newest date in the records when not given; not in the future
    Today today = halte::today();
};
/// Writes the snapshot of `data` to `output`: beside it first, then renamed over it, so that a cut leaves the old file
/// whole. The same input and tools give the same bytes on whatever day. Refuses when check_data finds something fatal.
Result<void> build_snapshot(std::filesystem::path const& data, std::filesystem::path const& output,
                            BuildOptions const& options);

struct LanguageStatus {
    std::string code;
    std::string tier;  ///< "a", "b", "c", as in languages.toml
    /// Of sentences: how many there are in French, in this language, and read by somebody who speaks it.
    struct Count {
        int sentences = 0;
        int translated = 0;
        int read = 0;
        void operator+=(Count const& other) {
            sentences += other.sentences;
            translated += other.translated;
            read += other.read;
        }
    };
    Count core, rest;
    int left_out = 0;  ///< sentences that are not asked of its tier, and that it has not
};
struct DataStatus {
    int organizations = 0;
    int asked_for = 0;                    ///< organizations the source document names
    int reachable = 0;                    ///< active, with a number, an e-mail address or a place that is shown
    int website_only = 0;                 ///< active, with nothing but a website
    int called = 0;                       ///< with a number that somebody called and found right
    std::map<std::string, int> made_for;  ///< by situation, how many exist for it
    int phones_shown = 0;
    int phones_waiting = 0;   ///< to be checked by telephone
    int phones_withheld = 0;  ///< never shown
    int guidance_shown = 0;
    int guidance_reviewed = 0;         ///< of those, read by a specialist
    int guidance_kept = 0;             ///< and not shown
    std::vector<std::string> waiting;  ///< "name: label (why)", one for each phone, address, hour that waits
    std::vector<LanguageStatus> languages;
};
Result<DataStatus> data_status(std::filesystem::path const& data);
/// The same for a person, in lines.
std::string describe(DataStatus const& status);

/// Brings the PO files of every language up to the French sentences: new ones come in empty, translations are kept,
/// those of a changed sentence become fuzzy with the old sentence beside them, those without a sentence become
/// obsolete. Makes the folder of a language that has none. Gives one line for each file.
Result<std::vector<std::string>> update_translations(std::filesystem::path const& data);

/// Writes the sheet on which a speaker of `language` ticks its sentences or writes better ones: one page of HTML that
/// loads nothing and prints on A4, the core first, then what else is translated. The same data gives the same bytes.
/// `output` is replaced whole or not at all. Refuses a language that is none, or has no translations, with those that
/// have, and data that cannot be read whole: sentences would be missing, and nobody would miss them.
Result<void> write_review_sheet(std::filesystem::path const& data, std::string const& language,
                                std::filesystem::path const& output);

}  // namespace halte
