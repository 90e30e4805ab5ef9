#include <halte/base.h>
#include <malloc.h>

namespace halte {

/// The compiler in the software driver works in blocks of about that size.
static constexpr int mapped_at_start = 64 << 10;
static constexpr int mapped_in_a_visit = 4 << 20;

void begin_giving_memory_back() { mallopt(M_MMAP_THRESHOLD, mapped_at_start); }

void end_giving_memory_back() {
    mallopt(M_MMAP_THRESHOLD, mapped_in_a_visit);
    malloc_trim(0);
}

}  // namespace halte
