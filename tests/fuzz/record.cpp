// A record of a service, as an editor writes it: it is read, or every fault in it is told with its line.
#include "input.h"
#include "sources.h"

using namespace halte;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
    fuzz::InputFile const file(bytes, size);
    ProblemLog problems;
    auto const record = read_record(file.path(), problems);
    fuzz::demand(record.has_value() || problems.has_errors());
    return 0;
}
