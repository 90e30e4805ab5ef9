// halte-visitor without its confinement: valgrind counts from inside the process and writes what it has counted to a
// file.
#include "visitor.h"

int main(int count, char** words) { return halte::visitor_main(count, words, {.confined = false}); }
