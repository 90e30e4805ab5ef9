#pragma once
/// Every French sentence that a visitor may read and a translator is asked for. What is withheld is not among them.

#include <string>
#include <vector>

#include "sources.h"

namespace halte {

/// A sentence to translate, the source file it stands in, and what a translator must know of its place on the screen.
struct Wanted {
    Message message;
    Where place;
    std::string note;
    std::string plural{};      ///< of a phrase that counts
    bool of_record = false;    ///< then its French means the same in every record that has it
    bool only_tier_a = false;  ///< a step of weight, or more of a record than a card's line and the traces of a contact
    [[nodiscard]] bool is_asked_of(std::string_view tier) const { return tier == "a" || !only_tier_a; }
};

/// A phrase as it is kept in a snapshot: "section.key", "situation.ID.title", "guidance.ID.text", in the wording of a
/// profile where it has one.
struct Phrase {
    std::string id;
    std::string profile;
    SourceText words;
    SourceText plural{};        ///< of a phrase that counts
    Part part = Part::phrases;  ///< the file it is translated in
    bool high = false;          ///< of weight
    bool of_high = false;       ///< the title of a step whose text is of weight
    [[nodiscard]] Message message() const;
    /// All that a screen can show of it: the words, or both French forms. Each of them is to be checked.
    [[nodiscard]] std::vector<SourceText> forms() const;
};

/// In the order of the source files, so that a translator reads them as a visitor does.
std::vector<Phrase> all_phrases(Sources const& sources);
/// What a translator finds in the file of that part, in the order of the source files.
std::vector<Wanted> wanted_of(Sources const& sources, Part part);
/// The sentences of the records, each followed by how profiles say it otherwise.
std::vector<Wanted> wanted_sentences(Sources const& sources);

/// A sentence of a record: "sos-viol.summary", "awel.phone.2". By its context it keeps its translation, as one to be
/// mended, when its French changes.
Message message_of(Record const& record, RecordSentence const& sentence);
/// The same as a profile says it: "sos-viol.summary@school".
Message message_of(Record const& record, RecordSentence const& sentence, ProfileSource const& profile,
                   RewordedSource const& own);

}  // namespace halte
