#include "visitor.h"

#include <halte/confine.h>
#include <halte/mounting.h>

#include <future>

#include "confinement.h"

namespace halte {
namespace {

/// As the window shows it.
Mounting mounting_of(Settings const& settings, ScreenShape const& shape) {
    return {settings.mounting_height_mm, shape.height_px * double(scale_of(shape).mm_per_px),
            settings.shelf_in_front ? Shelf::in_front : Shelf::absent};
}

Visit first_visit(Settings const& settings, Terminal const& terminal, ScreenShape const& shape) {
    Visit visit;
    visit.pace = {settings.inactivity, settings.inactivity_reading, settings.inactivity_keys, settings.countdown};
    visit.appearance.contrast = settings.high_contrast ? Contrast::black_on_white : Contrast::soft;
    visit.appearance.reach = first_reach(mounting_of(settings, shape));
    visit.first_appearance = visit.appearance;
    visit.language = visit.first_language = terminal.languages.front().code;
    return visit;
}

ScreenShape shape_of(Settings const& settings, Window const& window) {
    return {window.width_px(), window.height_px(), settings.diagonal_inches, settings.viewing_distance_mm};
}

/// A screen without room for every control is used all the same: most of them can be touched.
void tell_of_the_screen(ScreenShape const& shape) {
    for (auto const& fault : {fault_of_size(shape), fault_of_distance(shape)})
        if (fault) log_line(fault->what + " " + fault->cure);
}

/// The state of the X server when the session started; empty where nothing is put back.
std::string state_at_start(SupervisorPipe& supervisor, Window const& window, VisitorOptions const& options) {
    if (!supervisor.has_session_memory()) return {};
    std::string state = supervisor.written_at_start(
        [&](std::string const& kept) { return window.is_of_this_server(kept); }, [&] { return window.server_state(); });
    if (state.empty()) log_line("How the X server was at the start cannot be kept: what visits change in it stays.");
    std::string const fault = options.quiet ? "" : window.fault_of_server();
    if (!fault.empty()) log_line(fault);
    return state;
}

Result<ExitCode> visit(VisitorOptions const& options, Instruments const& instruments) {
    begin_giving_memory_back();
    SupervisorPipe supervisor = SupervisorPipe::from_environment();
    Confinement confinement(instruments.confined);
    Settings const settings = settings_for(options);
    use_timezone(settings.timezone);
    GivenSnapshot given = snapshot_for(settings, options);
    TRY_VOID(confinement.before_anything_is_opened());
    auto const [directory, from_outside, past] = TRY(directory_in(std::move(given), options));
    if (from_outside) supervisor.say(Word::given);
    Terminal const terminal = terminal_for(settings, options, directory, past);
    SystemClock const machine;
    OnwardClock const clock(instruments.clock != nullptr ? *instruments.clock : machine);
    supervisor.say(Word::opening);
    auto fonts = std::async(Typesetter::create);  // while the driver opens the window
    Window window = TRY(Window::create({.width_px = options.width_px,
                                        .height_px = options.height_px,
                                        .keys = settings.keys.with(settings.switches),
                                        .clock = &clock}));
    TRY_VOID(confinement.once_there_is_a_window());
    ShownCanvas canvas = ShownCanvas::create(shape_of(settings, window), icons_of(directory), TRY(fonts.get()));
    supervisor.say(Word::alive);  // until here nothing of the directory was drawn
    auto const surface = surface_of(window, state_at_start(supervisor, window, options));
    auto const overseer = overseer_of(supervisor);
    auto const confine = [&]() -> Result<void> {
        TRY_VOID(confinement.before_the_first_finger());
        if (!options.quiet) confinement.tell_what_is_missing();
        return {};
    };
    VisitorLoop loop(
        {*surface, canvas, directory, terminal, *overseer, clock, instruments.observer, settings.key_pace, confine},
        first_visit(settings, terminal, shape_of(settings, window)));
    loop.draw_behind();
    if (!options.quiet) tell_of_the_screen(shape_of(settings, window));
    return loop.run();
}

}  // namespace

ExitCode run_visitor(VisitorOptions const& options, Instruments const& instruments) {
    die_with_parent();
    auto const ended = visit(options, instruments);
    if (ended) return *ended;
    log_line(ended.error().sentence);
    return ended.error().code;
}

}  // namespace halte
