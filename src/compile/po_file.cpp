#include "po_file.h"

#include <fmt/format.h>
#include <gettext-po.h>
#include <sys/mman.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <unordered_map>

#include "po_message.h"
#include "po_text.h"
#include "write_atomically.h"

namespace halte {
namespace {

struct Fault {
    int line = 0;
    std::string what;
};

/// What libgettextpo says of a file. One fault makes it stumble over what follows, so the first one counts.
struct Told {
    std::optional<Fault> first;
    bool doubled = false;
    std::vector<Fault> notes;
};

/// Its handlers are bare functions without an argument of their own, so what they fill is global.
Told* listening = nullptr;

void note_fault(int severity, po_message_t /*message*/, char const* /*file*/, std::size_t line, std::size_t /*column*/,
                int /*multiline*/, char const* text) {
    // From a fatal fault the handler must not return: too many others, or memory that cannot be written to.
    if (severity == PO_SEVERITY_FATAL_ERROR) throw std::runtime_error(text);
    std::string what = text;
    while (!what.empty() && (what.back() == '\n' || what.back() == '.')) what.pop_back();
    std::ranges::replace(what, '\n', ' ');
    Fault fault{line == std::size_t(-1) ? 0 : int(line), std::move(what)};
    if (severity != PO_SEVERITY_ERROR)
        listening->notes.push_back(std::move(fault));
    else if (!listening->first)
        listening->first = std::move(fault);
}

void note_two_faults(int severity, po_message_t message, char const* file, std::size_t line, std::size_t column,
                     int multiline, char const* text, po_message_t /*other*/, char const* /*other_file*/,
                     std::size_t /*other_line*/, std::size_t /*other_column*/, int /*other_multiline*/,
                     char const* /*other_text*/) {
    if (!listening->first) listening->doubled = true;
    note_fault(severity, message, file, line, column, multiline, text);
}

constexpr po_xerror_handler handler{note_fault, note_two_faults};

/// A file without a name, for a library that takes names only.
class MemoryFile {
public:
    MemoryFile() : m_descriptor(memfd_create("po", MFD_CLOEXEC)) { must(static_cast<bool>(m_descriptor)); }
    [[nodiscard]] std::string name() const { return fmt::format("/proc/self/fd/{}", m_descriptor.get()); }

private:
    UniqueFd m_descriptor;
};

/// Nothing when it is no PO file; `told` says why.
po_file_t parse(std::string const& words, Told& told) {
    MemoryFile const memory;
    std::ofstream(memory.name(), std::ios::binary) << words;
    listening = &told;
    try {
        return po_file_read(memory.name().c_str(), &handler);
    } catch (std::runtime_error const& fault) {
        if (!told.first) told.first = Fault{0, fault.what()};
        return nullptr;
    }
}

void add_entry(PoEntry entry, PoFile& po) {
    if (entry.message.french.empty() && entry.message.context.empty())
        po.header = std::move(entry);
    else
        po.entries.push_back(std::move(entry));
}

/// Those of every domain: msgfmt takes a file that names its domain as well.
void read_entries(po_file_t handle, std::vector<PoPlace> const& places, PoFile& po) {
    auto place = places.begin();
    for (char const* const* domain = po_file_domains(handle); *domain != nullptr; ++domain) {
        po_message_iterator_t iterator = po_message_iterator(handle, *domain);
        while (po_message_t message = po_next_message(iterator)) {
            PoEntry entry = read_entry(message);
            if (place != places.end()) entry.line = (place++)->translation_line;
            add_entry(std::move(entry), po);
        }
        po_message_iterator_free(iterator);
    }
}

void tell(Told const& told, PoText const& text, std::string const& name, ProblemLog& problems) {
    for (Fault const& note : told.notes)
        problems.warning({name, note.line}, note.what, "Look at the line with a PO editor");
    if (!told.first) return;
    if (told.doubled && note_doubled(text, name, problems)) return;
    problems.error({name, told.first->line}, fmt::format("not a PO file: {}", told.first->what),
                   "Mend the line with a PO editor, or as the entries around it");
}

/// What gettext reads in the text, with what it says of it; nothing when there was a fault.
std::optional<PoFile> read_text(PoText const& text, Told& told) {
    po_file_t const handle = parse(text.words, told);
    if (handle == nullptr) return std::nullopt;
    PoFile po;
    if (!told.first) read_entries(handle, text.places, po);
    po_file_free(handle);
    if (told.first) return std::nullopt;
    po.index();
    return po;
}

/// Texts that this process has read and nothing was to be said of. gettext takes three quarters of the time of a check,
/// and what is checked is mostly built next, from the same files.
class ReadTexts {
public:
    [[nodiscard]] std::optional<PoFile> find(std::string const& words) const {
        auto const known = m_files.find(words);
        return known == m_files.end() ? std::nullopt : std::optional(known->second);
    }
    void keep(std::string words, PoFile const& po) {
        // Three of each language are enough; what a long run leaves behind is of no use to it.
        constexpr std::size_t most = 100;
        if (m_files.size() == most) m_files.clear();
        m_files.emplace(std::move(words), po);
    }

private:
    std::unordered_map<std::string, PoFile> m_files;
};

/// Reads `file`, which problems call `name`.
std::optional<PoFile> read_po_as(std::string const& file, std::string const& name, ProblemLog& problems) {
    static ReadTexts read_before;
    auto text = read_po_text(file, name, problems);
    if (!text) return std::nullopt;
    auto po = read_before.find(text->words);
    if (!po) {
        Told told;
        po = read_text(*text, told);
        tell(told, *text, name, problems);
        if (po && told.notes.empty()) read_before.keep(std::move(text->words), *po);
    }
    if (po) po->file = name;
    return po;
}

/// A sentence as a part of another one.
std::string without_stop(std::string sentence) {
    if (sentence.ends_with('.')) sentence.pop_back();
    return sentence;
}

/// Why `again`, which was read back from what was written of `po`, is not the same; empty when it is.
std::string difference(PoFile const& po, std::optional<PoFile> const& again, ProblemLog problems) {
    Problems const found = std::move(problems).sorted();
    if (!again) return found.empty() ? "it does not read back" : without_stop(found.front().what);
    auto const [before, after] =
        std::ranges::mismatch(po.entries, again->entries, [](PoEntry const& one, PoEntry const& other) {
            return one.message == other.message && one.forms() == other.forms() && one.fuzzy == other.fuzzy;
        });
    if (before != po.entries.end()) return fmt::format("the entry \"{}\" would be lost", before->message.french);
    return after == again->entries.end() ? "" : "it does not read back as it was";
}

}  // namespace

std::vector<std::string> PoEntry::forms() const {
    return extras.plural.empty() ? std::vector{translation} : extras.plural_translations;
}

PoEntry const* PoFile::find(Message const& message) const {
    auto const place = m_places.find(message);
    return place == m_places.end() ? nullptr : &entries[place->second];
}

void PoFile::index() {
    m_places.clear();
    for (std::size_t i = 0; i < entries.size(); ++i) {
        PoEntry const& entry = entries[i];
        bool const usable = !entry.obsolete && entry.previous.empty() && !entry.translation.empty();
        if (usable) m_places.emplace(entry.message, i);
    }
}

std::optional<PoFile> read_po(std::string const& file, ProblemLog& problems) {
    return read_po_as(file, file, problems);
}

Result<void> write_po(PoFile const& po) {
    // libgettextpo ends the program when a disk is full, so it writes to memory, and write_atomically() to the disk.
    MemoryFile const memory;
    Told told;
    listening = &told;
    po_file_t handle = po_file_create();
    po_message_iterator_t iterator = po_message_iterator(handle, nullptr);
    write_entry(iterator, po.header);
    for (PoEntry const& entry : po.entries) write_entry(iterator, entry);
    po_message_iterator_free(iterator);
    try {
        must(po_file_write(handle, memory.name().c_str(), &handler) != nullptr);
    } catch (std::runtime_error const& fault) {
        return failure(fmt::format("{} cannot be written: {}", po.file, fault.what()));
    }
    po_file_free(handle);
    // Nothing replaces a translator's work before it has been read back whole.
    ProblemLog problems;
    auto const again = read_po_as(memory.name(), po.file, problems);
    std::string const lost = difference(po, again, std::move(problems));
    if (!lost.empty()) return failure(fmt::format("{} cannot be written: {}", po.file, lost));
    std::ifstream stream(memory.name(), std::ios::binary);
    return write_atomically(po.file, {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()});
}

}  // namespace halte
