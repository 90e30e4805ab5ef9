#pragma once
/// Folders of source data that a test may damage: a copy of the project's own, or a small one made for the test. They
/// are gone when the test is.

#include <doctest/doctest.h>
#include <halte/compile.h>
#include <halte/snapshot.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <string>
#include <vector>

#include "support/temporary_folder.h"

namespace halte::test {

/// As another process leaves them.
inline FilledMemory memory_with(std::string_view bytes) {
    UniqueFd const memory(memfd_create("bytes", MFD_CLOEXEC));
    must(::write(memory.get(), bytes.data(), bytes.size()) == ssize_t(bytes.size()));
    return FilledMemory::of(memory.get());
}

class TemporaryData {
public:
    /// A copy of the project's own data, in every language.
    static TemporaryData copy_whole() {
        TemporaryData made;
        fs::copy(fs::path(HALTE_SOURCE) / "data", made.path(), fs::copy_options::recursive);
        return made;
    }
    /// The same in French, Dutch, English and Arabic, for tests that are not about languages: to read all of them takes
    /// most of the time of a check.
    static TemporaryData copy() {
        TemporaryData made = copy_whole();
        for (fs::directory_entry const& entry : fs::directory_iterator(made.path() / "translations")) {
            std::string const name = entry.path().filename().string();
            if (entry.is_directory() && name != "nl" && name != "en" && name != "ar") fs::remove_all(entry.path());
        }
        return made;
    }
    /// As little as a snapshot can be made of: French, Dutch and Arabic, two situations, two profiles, no record.
    static TemporaryData small();

    [[nodiscard]] fs::path path() const { return m_folder->path() / "data"; }
    [[nodiscard]] fs::path beside(std::string const& name) const { return m_folder->path() / name; }
    [[nodiscard]] std::string file(std::string const& name) const { return (path() / name).string(); }

    void write(std::string const& name, std::string const& text) const { write_file(path() / name, text); }
    /// Replaces the first `before` in a file, which must be there, and gives the line it stood on.
    int replace(std::string const& name, std::string const& before, std::string const& after) const {
        std::string text = read_file(path() / name);
        auto const place = text.find(before);
        REQUIRE_MESSAGE(place != std::string::npos, before);
        int const line = 1 + int(std::count(text.begin(), text.begin() + std::ptrdiff_t(place), '\n'));
        write(name, text.replace(place, before.size(), after));
        return line;
    }
    /// A record with what every record needs; `more` goes before its texts, `tables` after them.
    void record(std::string const& id, int order, std::string const& more, std::string const& tables = "") const {
        bool const has_kind = more.find("kind = ") != std::string::npos;
        std::ostringstream text;
        text << "id = \"" << id << "\"\nname = \"Name of " << id << "\"\nassured_date = 2026-11-24\norder = " << order
             << "\nsource_kind = \"service\"\n"
             << (has_kind ? "" : "kind = \"independent\"\n")
             << (more.find("status = ") == std::string::npos ? "status = \"active\"\n" : "") << more
             << "\n[text]\nsummary = \"Résumé de " << id << "\"\ndescription = \"Ce que fait " << id << "\"\n"
             << tables;
        write("records/" + id + ".toml", text.str());
    }

    [[nodiscard]] Problems problems() const {
        auto found = check_data(path(), Today{{2026, 11, 28}});
        REQUIRE(found);
        return *found;
    }
    /// Builds the snapshot and gives its path.
    [[nodiscard]] std::string snapshot() const {
        auto const output = beside("made.snapshot");
        auto const built = build_snapshot(path(), output, {.as_of = {}, .today = {{2026, 11, 28}}});
        REQUIRE_MESSAGE(built, (built ? "" : built.error().sentence));
        return output.string();
    }
    /// The same with its bytes, however long a busy machine takes to read them. A kiosk waits for a file for 3 s.
    [[nodiscard]] SnapshotFile snapshot_with_bytes() const {
        std::string const file = snapshot();
        std::string const bytes = read_file(file);
        return {file, memory_with(bytes)};
    }

private:
    std::unique_ptr<TemporaryFolder> m_folder = std::make_unique<TemporaryFolder>();
};

inline TemporaryData TemporaryData::small() {
    TemporaryData made;
    made.write("schema.sql", read_file(fs::path(HALTE_SOURCE) / "data/schema.sql"));
    made.write("icons/drop.svg",
               "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 2 2\"><rect width=\"1\" height=\"2\"/></svg>");
    made.write("languages.toml", R"(
[[language]]
code = "fr"
endonym = "Français"
greeting = "Bonjour"
script = "Latn"
plurals = "nplurals=2; plural=(n > 1);"
names = { fr = "Français" }
formal = ["vous", "votre", "vos", "êtes", "*ez"]
not_formal = ["rendez-vous"]
[[language]]
code = "nl"
endonym = "Nederlands"
greeting = "Goedendag"
script = "Latn"
plurals = "nplurals=2; plural=(n != 1);"
tier = "a"
beside_source = true
names = { fr = "Néerlandais" }
formal = ["u", "uw"]
[[language]]
code = "ar"
endonym = "العربية"
greeting = "مرحبًا"
script = "Arab"
plurals = "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);"
tier = "a"
names = { fr = "Arabe" }
)");
    made.write("situations.toml", R"(
[[situation]]
id = "rape"
icon = "drop"
title = "Un titre"
line = "Une ligne"
[[situation]]
id = "school"
icon = "drop"
title = "À l’école"
line = "En classe"
)");
    made.write("core.toml", "[welcome]\ntitle = \"De l’aide\"\n");
    made.write("phrases.toml",
               "[sill]\nleave = \"Effacer et partir\"\nkm = \"environ {km} km\"\n"
               "[badge.counted]\nplaces = [\"{count} lieu\", \"{count} lieux\"]\n");
    made.write("places.toml", "province = []\nplace = []\n");
    made.write("lines.toml", "fallback = []\nalways = []\n");
    made.write("asked_for.toml", "records = []\n");
    made.write("core_page.toml", "sentences = [\"welcome.title\"]\n");
    made.write("words_of_weight.toml", "words = [\"plainte*\"]\n");
    made.write("text_numbers.toml", "numbers = [\"0471 00 00 01\"]\n");
    made.write("emergency.toml", "pinned = []\n");
    made.write("guidance.toml", R"([[guidance]]
id = "first"
situations = ["rape"]
icon = "drop"
title = "Un pas"
text = "Si vous voulez."
source = ["https://example.org/"]
reviewed_by = ""
)");
    made.write("words_to_avoid.toml",
               "[[avoid]]\nlanguage = \"fr\"\nwords = [\"mot à éviter\"]\ninstead = \"Un autre mot\"\n");
    made.write("translations/glossary.toml",
               "[[term]]\nfrench = [\"viol\"]\n"
               "nl = { says = [\"verkrachting\"], avoid = [\"seks\"], why = \"It sounds agreed to.\" }\n"
               "ar = { says = [\"اغتصاب\"] }\n");
    made.write(
        "profiles/hospital.toml",
        "id = \"hospital\"\nname = \"Hôpital\"\nsituations = [\"rape\", \"school\"]\nlanguages = [\"fr\", \"ar\"]\n");
    made.write("profiles/school.toml", R"(id = "school"
name = "École"
situations = ["school", "rape"]
languages = ["fr"]
[wording]
"situation.rape.title" = "On m’a touché"
"sill.leave" = "Partir"
)");
    return made;
}

}  // namespace halte::test
