// The words of two visitor processes, in which anything may run: whatever they say and however long they are silent,
// the supervisor comes to a decision, and a phase never goes back but from a veil to the visit.
#include "decide.h"
#include "input.h"

using namespace halte;

namespace {

void hear(std::optional<VisitorState>& state, std::uint8_t byte, Instant now) {
    if (!state) return;
    ProcessPhase const before = state->phase;
    state = after(*state, Word(char(byte)), now);
    bool const unveiled = before == ProcessPhase::veiled && state->phase == ProcessPhase::in_visit;
    fuzz::demand(state->phase >= before || unveiled);
}

}  // namespace

/// Each pair of bytes is a word, and who says it after how long.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
    Instant now{};
    World world;
    world.current = just_started(0, LogLines::as_they_come, now);
    world.next = just_started(0, LogLines::as_they_come, now);
    for (std::size_t at = 0; at + 1 < size; at += 2) {
        now += Milliseconds((bytes[at + 1] & 0x7F) * 50);
        hear((bytes[at + 1] & 0x80) != 0 ? world.next : world.current, bytes[at], now);
        static_cast<void>(decide(world, now));
    }
    return 0;
}
