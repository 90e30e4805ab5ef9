#include <halte/base.h>
#include <cstdio>
#include <cstdlib>

namespace halte {

void must_failed(char const* condition, char const* file, int line) {
    std::fprintf(stderr, "%s:%d: must hold: %s\n", file, line, condition);
    std::abort();
}

void log_line(std::string const& sentence) { std::fprintf(stderr, "%s\n", sentence.c_str()); }

}  // namespace halte
