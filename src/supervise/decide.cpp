#include "decide.h"

#include <algorithm>
#include <array>

namespace halte {
namespace {

using Actions = std::vector<Action>;

bool is_out_of_date(VisitorState const& state, World const& world) { return state.generation != world.generation; }

/// Until when the welcome screen stays that is there.
Instant end_of_welcome(World const& world) {
    VisitorState const& current = *world.current;
    return is_out_of_date(current, world) ? current.ready : current.ready + world.limits.longest_welcome;
}

/// Whether another process may map its window over the current one.
bool may_be_covered(World const& world, Instant now) {
    ProcessPhase const phase = world.current->phase;
    return phase == ProcessPhase::ended || (phase == ProcessPhase::welcome && now >= end_of_welcome(world));
}

/// Since when, or from when on, a visit has lasted so long that the next process is started behind it.
std::optional<Instant> start_behind_visit(World const& world) {
    if (!world.current || world.current->phase != ProcessPhase::in_visit) return std::nullopt;
    return world.current->touched + world.limits.ahead;
}

/// A second process behind a visit costs memory while it lasts, and spares the next visitor the wait for its start: at
/// the end of the visit it only has to map its window and draw a frame.
bool wants_next(World const& world, Instant now) {
    if (!world.current) return false;
    std::optional<Instant> const behind_visit = start_behind_visit(world);
    return world.current->phase == ProcessPhase::veiled || may_be_covered(world, now) ||
           (behind_visit && now >= *behind_visit);
}

bool wants_start(World const& world, Instant now) { return !world.current || (!world.next && wants_next(world, now)); }

// The rules, in the order in which they are asked. The first one that finds something to do is followed.

Actions count_the_gone(World const& world, Instant /*now*/) {
    Actions actions;
    bool const current_gone = world.current && world.current->gone;
    bool const next_gone = world.next && world.next->gone;
    if (current_gone) actions.emplace_back(CountEnd{Which::current});
    if (next_gone) actions.emplace_back(CountEnd{Which::next});
    // What a visitor did must not wait in memory for a program that does not start: the root window's picture of the
    // emergency numbers shows meanwhile.
    if (next_gone && !current_gone && world.current && world.current->phase == ProcessPhase::ended)
        actions.emplace_back(Discard{Which::current});
    return actions;
}

Actions kill_the_silent(World const& world, Instant now) {
    Actions actions;
    auto const kill_if_silent = [&](std::optional<VisitorState> const& state, Which which) {
        if (state && now >= deadline(*state, world.limits))
            actions.emplace_back(Kill{which, how_it_fell_silent(*state)});
    };
    kill_if_silent(world.current, Which::current);
    kill_if_silent(world.next, Which::next);
    return actions;
}

Actions let_the_next_take_over(World const& world, Instant /*now*/) {
    if (!world.next) return {};
    if (!world.current) return {Promote{}};
    if (world.next->told_go && world.next->was_ready()) return {Discard{Which::current}, CountServed{}, Promote{}};
    return {};
}

/// The next process of a visit that goes on from a veil, or of a directory that is out of date, is of no use.
Actions discard_what_is_useless(World const& world, Instant now) {
    bool const waits = world.next && !world.next->told_go;
    if (waits && (!wants_next(world, now) || is_out_of_date(*world.next, world))) return {Discard{Which::next}};
    return {};
}

/// A process that starts while nothing is on the screen need not wait.
Actions say_go(World const& world, Instant now) {
    if (world.current && !world.current->told_go) return {SayGo{Which::current}};
    bool const waits = world.next && !world.next->told_go && world.next->phase >= ProcessPhase::prepared;
    if (waits && may_be_covered(world, now)) return {SayGo{Which::next}};
    return {};
}

/// What somebody does from this moment on the next program reads in the pipe that it is left.
Actions renew_the_program(World const& world, Instant /*now*/) {
    bool const nobody_is_here = !world.next && (!world.current || world.current->phase == ProcessPhase::welcome);
    if (world.program_may_be_replaced && nobody_is_here) return {RenewProgram{}};
    return {};
}

Actions start_what_is_missing(World const& world, Instant now) {
    if (!wants_start(world, now) || now < world.start_at) return {};
    return {Start{world.current ? Which::next : Which::current, world.directive, world.lines}};
}

constexpr std::array rules = {count_the_gone, kill_the_silent,   let_the_next_take_over, discard_what_is_useless,
                              say_go,         renew_the_program, start_what_is_missing};

std::optional<Instant> next_limit(World const& world, Instant now) {
    std::optional<Instant> soonest;
    auto const take = [&](std::optional<Instant> limit) {
        if (limit) soonest = std::min(*limit, soonest.value_or(*limit));
    };
    for (auto const& state : {world.current, world.next})
        if (state) take(deadline(*state, world.limits));
    if (wants_start(world, now))
        take(world.start_at);
    else if (!world.next)
        take(start_behind_visit(world));
    if (world.current && world.current->phase == ProcessPhase::welcome && now < end_of_welcome(world))
        take(end_of_welcome(world));
    return soonest;
}

}  // namespace

Decision decide(World const& world, Instant now) {
    for (auto const rule : rules)
        if (Actions actions = rule(world, now); !actions.empty()) return {std::move(actions), std::nullopt};
    return {{}, next_limit(world, now)};
}

}  // namespace halte
