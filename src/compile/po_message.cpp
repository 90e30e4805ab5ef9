#include "po_message.h"

namespace halte {
namespace {

std::string words(char const* text) { return text == nullptr ? "" : text; }

char const* or_nothing(std::string const& text) { return text.empty() ? nullptr : text.c_str(); }

PoExtras read_extras(po_message_t message) {
    PoExtras extras;
    extras.plural = words(po_message_msgid_plural(message));
    for (int i = 0; !extras.plural.empty() && po_message_msgstr_plural(message, i) != nullptr; ++i)
        extras.plural_translations.emplace_back(po_message_msgstr_plural(message, i));
    extras.previous_context = words(po_message_prev_msgctxt(message));
    extras.previous_plural = words(po_message_prev_msgid_plural(message));
    for (char const* const* format = po_format_list(); *format != nullptr; ++format)
        if (po_message_is_format(message, *format) != 0) extras.formats.emplace_back(*format);
    return extras;
}

void write_extras(po_message_t message, PoExtras const& extras) {
    if (!extras.plural.empty()) po_message_set_msgid_plural(message, extras.plural.c_str());
    for (std::size_t i = 0; i < extras.plural_translations.size(); ++i)
        po_message_set_msgstr_plural(message, int(i), extras.plural_translations[i].c_str());
    po_message_set_prev_msgctxt(message, or_nothing(extras.previous_context));
    po_message_set_prev_msgid_plural(message, or_nothing(extras.previous_plural));
    for (std::string const& format : extras.formats) po_message_set_format(message, format.c_str(), 1);
}

}  // namespace

PoEntry read_entry(po_message_t message) {
    PoEntry entry;
    entry.message = {words(po_message_msgctxt(message)), words(po_message_msgid(message))};
    entry.translation = words(po_message_msgstr(message));
    entry.comments = words(po_message_comments(message));
    entry.note = words(po_message_extracted_comments(message));
    entry.previous = words(po_message_prev_msgid(message));
    entry.extras = read_extras(message);
    entry.fuzzy = po_message_is_fuzzy(message) != 0;
    entry.obsolete = po_message_is_obsolete(message) != 0;
    if (!entry.fuzzy) entry.previous = entry.extras.previous_context = entry.extras.previous_plural = "";
    for (int i = 0; po_filepos_t const place = po_message_filepos(message, i); ++i) {
        entry.references.push_back(words(po_filepos_file(place)));
    }
    return entry;
}

void write_entry(po_message_iterator_t iterator, PoEntry const& entry) {
    po_message_t message = po_message_create();
    po_message_set_msgctxt(message, or_nothing(entry.message.context));
    po_message_set_msgid(message, entry.message.french.c_str());
    po_message_set_msgstr(message, entry.translation.c_str());
    po_message_set_comments(message, entry.comments.c_str());
    po_message_set_extracted_comments(message, entry.note.c_str());
    po_message_set_prev_msgid(message, or_nothing(entry.previous));
    write_extras(message, entry.extras);
    for (std::string const& reference : entry.references) {
        po_message_add_filepos(message, reference.c_str(), std::size_t(-1));
    }
    po_message_set_fuzzy(message, entry.fuzzy ? 1 : 0);
    po_message_set_obsolete(message, entry.obsolete ? 1 : 0);
    po_message_insert(iterator, message);
}

}  // namespace halte
