#include "po_file.h"

#include <fmt/format.h>
#include <gettext-po.h>
#include <sys/mman.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "write_atomically.h"

namespace halte {
namespace {

/// libgettextpo's handlers are bare functions without an argument of their own, so the list they fill is global.
Findings* listening = nullptr;

void note_fault(int severity, po_message_t /*message*/, char const* file, std::size_t line, std::size_t /*column*/,
                int /*multiline*/, char const* text) {
    // From a fatal fault the handler must not return: memory that cannot be written to, since is_utf8() has turned away
    // files that would need a conversion.
    if (severity == PO_SEVERITY_FATAL_ERROR) throw std::runtime_error(text);
    Place const place{file == nullptr ? "" : file, line == std::size_t(-1) ? 0 : int(line)};
    std::string what = fmt::format("not a PO file: {}", text);
    while (!what.empty() && (what.back() == '\n' || what.back() == '.')) what.pop_back();
    std::ranges::replace(what, '\n', ' ');
    if (severity == PO_SEVERITY_ERROR) {
        listening->error(place, std::move(what), "Mend the line with a PO editor, or as the entries around it");
    } else {
        listening->warning(place, std::move(what), "Look at the line with a PO editor");
    }
}

void note_two_faults(int severity, po_message_t message, char const* file, std::size_t line, std::size_t column,
                     int multiline, char const* text, po_message_t /*other*/, char const* /*other_file*/,
                     std::size_t other_line, std::size_t /*other_column*/, int /*other_multiline*/,
                     char const* /*other_text*/) {
    std::string const both = fmt::format("{} (also line {})", text, other_line);
    note_fault(severity, message, file, line, column, multiline, both.c_str());
}

constexpr po_xerror_handler handler{note_fault, note_two_faults};

std::string words(char const* text) { return text == nullptr ? "" : text; }

std::optional<std::string> read_text(std::string const& file) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    if (!stream) return std::nullopt;
    return std::move(text).str();
}

/// Length of the UTF-8 sequence at the start of `text`, 0 when it is none.
std::size_t sequence_length(std::string_view text) {
    auto const first = static_cast<unsigned char>(text.front());
    std::size_t const length = first < 0x80                    ? 1
                               : first >= 0xc2 && first < 0xe0 ? 2
                               : first >= 0xe0 && first < 0xf0 ? 3
                               : first >= 0xf0 && first < 0xf5 ? 4
                                                               : 0;
    if (length > text.size()) return 0;
    auto const follows = [](char byte) { return (static_cast<unsigned char>(byte) & 0xc0) == 0x80; };
    if (length == 0) return 0;
    return std::ranges::all_of(text.substr(1, length - 1), follows) ? length : 0;
}

bool is_utf8(std::string_view text, Place place, Findings& findings) {
    place.line = 1;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t const length = sequence_length(text.substr(at));
        if (length == 0) {
            findings.error(place, "not UTF-8", "Save the file as UTF-8");
            return false;
        }
        if (text[at] == '\n') ++place.line;
        at += length;
    }
    if (text.find("charset=UTF-8") != std::string_view::npos) return true;
    findings.error({place.file, 1}, "the header does not say charset=UTF-8", "Add the Content-Type line to the header");
    return false;
}

/// The lines on which the translations of the entries begin, in the order of the file: libgettextpo does not tell.
std::vector<int> translation_lines(std::string const& text) {
    std::vector<int> lines;
    std::istringstream stream(text);
    int number = 0;
    for (std::string line; std::getline(stream, line);) {
        ++number;
        if (line.starts_with("msgstr") || line.starts_with("#~ msgstr")) lines.push_back(number);
    }
    return lines;
}

PoEntry read_entry(po_message_t message) {
    PoEntry entry;
    entry.message = {words(po_message_msgctxt(message)), words(po_message_msgid(message))};
    entry.translation = words(po_message_msgstr(message));
    entry.comments = words(po_message_comments(message));
    entry.note = words(po_message_extracted_comments(message));
    entry.previous = words(po_message_prev_msgid(message));
    entry.fuzzy = po_message_is_fuzzy(message) != 0;
    entry.obsolete = po_message_is_obsolete(message) != 0;
    for (int i = 0; po_filepos_t const place = po_message_filepos(message, i); ++i) {
        entry.references.push_back(words(po_filepos_file(place)));
    }
    return entry;
}

void write_entry(po_message_iterator_t iterator, PoEntry const& entry) {
    po_message_t message = po_message_create();
    if (!entry.message.context.empty()) po_message_set_msgctxt(message, entry.message.context.c_str());
    po_message_set_msgid(message, entry.message.french.c_str());
    po_message_set_msgstr(message, entry.translation.c_str());
    po_message_set_comments(message, entry.comments.c_str());
    po_message_set_extracted_comments(message, entry.note.c_str());
    if (!entry.previous.empty()) po_message_set_prev_msgid(message, entry.previous.c_str());
    for (std::string const& reference : entry.references) {
        po_message_add_filepos(message, reference.c_str(), std::size_t(-1));
    }
    po_message_set_fuzzy(message, entry.fuzzy ? 1 : 0);
    po_message_set_obsolete(message, entry.obsolete ? 1 : 0);
    po_message_insert(iterator, message);
}

void read_entries(po_file_t handle, std::vector<int> const& lines, PoFile& po) {
    po_message_iterator_t iterator = po_message_iterator(handle, nullptr);
    std::size_t place = 0;
    while (po_message_t message = po_next_message(iterator)) {
        PoEntry entry = read_entry(message);
        entry.line = place < lines.size() ? lines[place] : 0;
        ++place;
        if (entry.message.french.empty() && entry.message.context.empty()) {
            po.header = std::move(entry);
        } else {
            po.entries.push_back(std::move(entry));
        }
    }
    po_message_iterator_free(iterator);
}

}  // namespace

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

std::optional<PoFile> read_po(std::string const& file, Findings& findings) {
    std::optional<std::string> const text = read_text(file);
    if (!text) {
        findings.error({file, 0}, "the file cannot be read", "Make it with halte-directory update");
        return std::nullopt;
    }
    if (!is_utf8(*text, {file, 0}, findings)) return std::nullopt;
    listening = &findings;
    po_file_t const handle = po_file_read(file.c_str(), &handler);
    if (handle == nullptr) return std::nullopt;
    PoFile po;
    po.file = file;
    read_entries(handle, translation_lines(*text), po);
    po_file_free(handle);
    po.index();
    return po;
}

Result<void> write_po(PoFile const& po) {
    // libgettextpo ends the program when a disk is full, so it writes to memory, and write_atomically() to the disk.
    UniqueFd const memory(memfd_create("po", MFD_CLOEXEC));
    must(static_cast<bool>(memory));
    std::string const name = fmt::format("/proc/self/fd/{}", memory.get());
    Findings findings;
    listening = &findings;
    po_file_t handle = po_file_create();
    po_message_iterator_t iterator = po_message_iterator(handle, nullptr);
    write_entry(iterator, po.header);
    for (PoEntry const& entry : po.entries) write_entry(iterator, entry);
    po_message_iterator_free(iterator);
    try {
        must(po_file_write(handle, name.c_str(), &handler) != nullptr);
    } catch (std::runtime_error const& fault) {
        return failure(fmt::format("{} cannot be written: {}", po.file, fault.what()));
    }
    po_file_free(handle);
    // Nothing replaces a translator's work before it has been read back whole.
    auto const again = read_po(name, findings);
    if (!again || again->entries.size() != po.entries.size()) {
        return failure(fmt::format("{} cannot be written: it does not read back as it was", po.file));
    }
    std::string const text = read_text(name).value_or("");
    return write_atomically(po.file, {text.begin(), text.end()});
}

}  // namespace halte
