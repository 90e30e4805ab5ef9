/// halte-visitor: one visit. The supervisor (halte) starts it, and starts the next one; by hand it shows one visit.

#include "visitor.h"

int main(int count, char** words) { return halte::visitor_main(count, words); }
