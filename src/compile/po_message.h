#pragma once
/// One entry between a PO file in memory and libgettextpo, both ways, without loss.

#include <gettext-po.h>

#include "po_file.h"

namespace halte {

/// Without the former sentence of an entry that is not fuzzy: gettext's tools ignore what a translator left there.
PoEntry read_entry(po_message_t message);
void write_entry(po_message_iterator_t iterator, PoEntry const& entry);

}  // namespace halte
