// A PO file, as a translator's tool leaves it.
#include "input.h"
#include "po_file.h"

using namespace halte;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
    fuzz::InputFile const file(bytes, size);
    ProblemLog problems;
    auto const po = read_po(file.path(), problems);
    fuzz::demand(po.has_value() || problems.has_errors());
    return 0;
}
