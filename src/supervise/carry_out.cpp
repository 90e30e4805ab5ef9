/// What decide() says, done to processes, counts and the log. Each action is one function and asks no question of its
/// own.
#include <fmt/format.h>

#include <csignal>

#include "loop.h"

namespace halte {

World Loop::world() const {
    World world;
    if (m_current) world.current = m_current->state();
    if (m_next) world.next = m_next->state();
    world.generation = m_generation;
    world.directive = m_attempts.directive();
    // What is wrong with settings or a directory is said once, not in every visit: a log must not count visits.
    world.lines = m_said_of == m_generation ? LogLines::if_it_fails : LogLines::as_they_come;
    world.start_at = m_attempts.start_at();
    // The next program could not tell it who died.
    bool const will_be_told =
        m_options.own_server && m_current && !m_current->was_told_alone() && !m_current->is_former();
    world.program_may_be_replaced = m_program_may_be_replaced && !will_be_told;
    world.limits = m_limits;
    return world;
}

void Loop::settle(Instant now) {
    Decision decision = decide(world(), now);
    for (; !decision.actions.empty(); decision = decide(world(), now))
        for (Action const& action : decision.actions)
            std::visit([&](auto const& what) { carry_out(what, now); }, action);
    m_wake = decision.wake;
}

void Loop::carry_out(Kill const& killed, Instant now) {
    VisitorProcess& process = *slot(killed.which);
    m_dead.dies(process.pid(), now);
    log_line(fmt::format("halte: a visitor process was {} for too long and is replaced.",
                         process.state().was_ready() ? "silent" : "not ready"));
    kill(process.pid(), SIGKILL);
    remember(process, process.listen_to_the_end(now));
    process.is_gone(killed.how);
}

void Loop::carry_out(CountEnd const& gone, Instant now) {
    VisitorState const& state = slot(gone.which)->state();
    HowItEnded const how = *state.gone;
    if (fell_over_what_was_left(state)) m_spoilt = not_put_back;
    Directive const before = m_attempts.directive();
    if (state.was_ready()) m_attempts.ended_in_use(how, state.shown, now);
    if (how == HowItEnded::after_visit || !is_early(state, now, m_limits))
        m_attempts.served();
    else
        m_attempts.failed_early(how, state.shown, now);
    if (m_attempts.directive() != before) begin_generation(m_said_of == m_generation);
    slot(gone.which).reset();
}

void Loop::carry_out(Discard const& discarded, Instant now) {
    kill(slot(discarded.which)->pid(), SIGKILL);
    m_dead.dies(slot(discarded.which)->pid(), now);
    slot(discarded.which).reset();
}

void Loop::carry_out(CountServed const& /*served*/, Instant /*now*/) { m_attempts.served(); }

void Loop::carry_out(Promote const& /*promoted*/, Instant /*now*/) {
    m_current = std::move(m_next);
    m_next.reset();
}

void Loop::carry_out(SayGo const& told, Instant now) { slot(told.which)->say_go(now); }

static std::vector<std::string> arguments_for(Start const& started, SupervisorOptions const& options) {
    std::vector<std::string> arguments = options.arguments;
    if (started.lines == LogLines::if_it_fails) arguments.emplace_back("--quiet");
    if (started.directive == Directive::start_embedded) {
        arguments.emplace_back("--embedded-directory");
    } else if (!options.directory.empty()) {
        arguments.emplace_back("--directory");
        arguments.push_back(options.directory);
    }
    return arguments;
}

void Loop::carry_out(Start const& started, Instant now) {
    // Before it starts: it may read other settings a moment later, and then the next one has those.
    auto const longest = unattended();
    UniqueFd fresh = m_options.own_server ? make_session_memory() : UniqueFd();
    auto spawned = spawn(m_options.visitor_program, arguments_for(started, m_options),
                         {.kept = m_session.get(), .fresh = fresh.get()});
    if (spawned) {
        VisitorState state = just_started(m_generation, started.lines, now);
        state.unattended = longest;
        slot(started.which).emplace(std::move(*spawned), state, std::move(fresh));
    } else {
        log_line("halte: " + spawned.error().sentence);
        m_attempts.failed_early(HowItEnded::failed_to_start, Shown::unknown, now);
    }
}

void Loop::carry_out(RenewProgram const& /*renewed*/, Instant /*now*/) {
    m_program_may_be_replaced = false;
    if (m_program.is_replaced())
        m_program.give_way(m_current ? &*m_current : nullptr, m_session.get(), m_dead.numbers());
}

}  // namespace halte
