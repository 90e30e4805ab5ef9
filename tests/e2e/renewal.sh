#!/bin/bash
# An upgrade replaces the supervisor's program while it runs. SIGHUP then renews it in its place, when nobody is there.
# shellcheck source=tests/rig/rig.sh
. "$(dirname "$0")/../rig/rig.sh"

# The first screen of another process, of a supervisor that is the same process with the new program.
is_renewed() { runs_the_new_halte && is_fresh_welcome "$1"; }
renewed_from() { await 10 "the new program, and a fresh welcome" is_renewed "$1" && await 3 "the same picture" shows welcome; }
can_be_visited() {
    await 5 "one visitor process" has_one_visitor && read_screen && local last=$visitor && open_service && leave &&
        await 10 "a fresh welcome" is_fresh_welcome "$last"
}

an_idle_supervisor_is_renewed_at_once() {
    kiosk && picture welcome || return
    local last=$visitor since
    upgrade_halte && since=$(now_ms) && kill -HUP "$halte" && renewed_from "$last" &&
        await 3 "an end of the last process" is_gone "$last" || return
    echo "# renewed after $((shown_ms - since)) ms"
    can_be_visited
}

a_visit_goes_on_undisturbed() {
    kiosk && open_services || return
    local reader=$visitor
    upgrade_halte && kill -HUP "$halte" || return
    must_not 1500 "a new program in the middle of a visit" runs_the_new_halte || return
    touch_button "SOS Viol, 0800 98 100" && await 5 "the service" is_service || return
    why="the visitor lost the page"
    ! is_another_visitor "$reader" || return
    leave && renewed_from "$reader" && can_be_visited
}

nothing_is_renewed_without_need() {
    kiosk || return
    local last=$visitor before
    before=$(stat -Lc %d:%i "/proc/$halte/exe")
    kill -HUP "$halte" && await 10 "a fresh welcome" is_fresh_welcome "$last" || return
    why="another program runs"
    [ "$(stat -Lc %d:%i "/proc/$halte/exe")" = "$before" ] && [ -z "$(log_lines)" ]
}

# With a visitor program that takes its time, the last welcome screen serves meanwhile.
stage_slow_starter() {
    printf '#!/bin/bash\nsleep 3\nexec %q "$@"\n' "$bin/observed-visitor" >"$folder/slow"
    chmod +x "$folder/slow"
    stage_visitor "$folder/slow"
}
whoever_comes_in_that_moment_is_served() {
    kiosk || return
    local last=$visitor
    stage_slow_starter && upgrade_halte && kill -HUP "$halte" && await 2 "the new program" runs_the_new_halte &&
        open_situations || return
    why="the visitor met another process"
    [ "$visitor" = "$last" ] && must_not 4000 "a visitor who lost the page" is_another_visitor "$last" && leave &&
        renewed_from "$last"
}

# Signals to what the last program started must be possible (Landlock), and so must ends without any.
the_last_welcome_is_killed_when_it_hangs() {
    kiosk || return
    local last=$visitor
    stage_slow_starter && upgrade_halte && kill -HUP "$halte" && await 2 "the new program" runs_the_new_halte || return
    kill -STOP "$last"
    await 5 "a fresh welcome" is_fresh_welcome "$last" && await 3 "an end of the last process" is_gone "$last"
}
the_last_welcome_ends_with_the_supervisor() {
    kiosk || return
    local last=$visitor
    stage_slow_starter && upgrade_halte && kill -HUP "$halte" && await 2 "the new program" runs_the_new_halte || return
    kill -STOP "$last"
    kill -KILL "$halte"
    wait "$halte" 2>/dev/null
    halte=
    await 2 "an end of the last process" is_gone "$last"
}

log_says() { grep -qF "$1" "$folder/log"; }
what_cannot_be_executed_is_left_alone() {
    kiosk || return
    local last=$visitor
    echo "no program" >"$folder/torn"
    upgrade_halte "$folder/torn" && kill -HUP "$halte" && await 10 "a fresh welcome" is_fresh_welcome "$last" || return
    why="the log says: $(log_lines)"
    [ "$(log_lines | wc -l)" = 1 ] && log_says "the program that replaced it cannot be executed" && can_be_visited || return
    last=$visitor
    upgrade_halte && kill -HUP "$halte" && renewed_from "$last"
}

a_supervisor_without_a_screen_is_renewed() {
    stage_crasher && launch && await 10 "seven starts" has_started 7 && upgrade_halte && kill -HUP "$halte" &&
        await 5 "the new program" runs_the_new_halte || return
    stage_visitor "$bin/observed-visitor"
    await 10 "a welcome screen" is_welcome && await 3 "the same picture" shows welcome
}

# More than the sixteen layers of confinement for which the kernel has room (Landlock).
upgrades_without_end() {
    kiosk || return
    local upgrade last
    for ((upgrade = 0; upgrade < 18; ++upgrade)); do
        last=$visitor
        upgrade_halte && kill -HUP "$halte" && renewed_from "$last" || return
    done
    can_be_visited || return
    why="the log says: $(log_lines)"
    [ -z "$(log_lines)" ]
}

# stage_probe: a program that says what it could do: write where the supervisor may not, open a socket, gain privileges.
stage_probe() {
    cat >"$folder/probe" <<PROBE
#!/bin/bash
could() { echo "probe: \$1: \$(if "\${@:2}" 2>/dev/null; then echo yes; else echo no; fi)" >&2; }
could write bash -c ': >$build/written-by-probe$DISPLAY'
could connect python3 -c 'import socket; socket.socket(socket.AF_INET)'
could gain grep -q '^NoNewPrivs:.0' /proc/self/status
PROBE
    chmod +x "$folder/probe"
}
probe_said() { [ "$(grep -c "^probe: [a-z]*: $1$" "$2")" = 3 ]; }
# Its program asks for no confinement, so what holds it is what the first program gave up.
what_replaces_it_is_confined() {
    stage_probe && "$folder/probe" 2>"$folder/free" || return
    why="without a supervisor it could not: $(cat "$folder/free")"
    probe_said yes "$folder/free" && rm "$build/written-by-probe$DISPLAY" && kiosk && upgrade_halte "$folder/probe" &&
        kill -HUP "$halte" || return
    await 5 "three answers" log_says "probe: gain:"
    local answered=$?
    # The next tests want a supervisor again, whatever became of this one.
    kill -KILL "$halte" 2>/dev/null
    wait "$halte" 2>/dev/null
    halte=
    upgrade_halte && [ $answered = 0 ] || return
    why="the log says: $(log_lines)"
    probe_said no "$folder/log" && [ ! -e "$build/written-by-probe$DISPLAY" ]
}

# systemd's side of the socket: each message on a line.
listen_as_systemd() {
    python3 -c 'import socket, sys
ear = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
ear.bind(sys.argv[1])
while True: print(*ear.recv(4096).decode().split("\n"), sep=" ", flush=True)' "$folder/notify" >"$folder/told" 8>&- 9>&- &
    ear=$!
    await 5 "an ear" [ -S "$folder/notify" ]
}
meals() { grep -c '^WATCHDOG=1$' "$folder/told"; }
is_fed_after() { [ "$(meals)" -gt "$1" ]; }
systemd_is_told() {
    listen_as_systemd && export NOTIFY_SOCKET=$folder/notify WATCHDOG_USEC=3000000 && kiosk || return
    local last=$visitor before
    await 8 "two meals of the watchdog" is_fed_after 1 || return
    upgrade_halte && kill -HUP "$halte" && renewed_from "$last" && before=$(meals) &&
        await 8 "a meal after the upgrade" is_fed_after "$before" || return
    # Nothing that draws from now on: the watchdog is not fed.
    printf '#!/bin/bash\nsleep 2\nexit 1\n' >"$folder/fails" && chmod +x "$folder/fails" && stage_visitor "$folder/fails"
    kill -KILL "$visitor" && await 3 "an end of the last process" is_gone "$visitor" && before=$(meals) &&
        must_not 5000 "a meal for a supervisor that nobody sees" is_fed_after "$before" || return
    stage_visitor "$bin/observed-visitor"
    await 10 "a meal for one that draws again" is_fed_after "$before" && end_kiosk || return
    why="it was told: $(sort "$folder/told" | uniq -c | tr -s '\n ' '; ')"
    [ "$(grep -c READY=1 "$folder/told")" = 1 ] && [ "$(tail -1 "$folder/told")" = STOPPING=1 ]
}
told_about_itself() {
    systemd_is_told
    local result=$?
    kill "$ear"
    unset NOTIFY_SOCKET WATCHDOG_USEC
    return $result
}

renewal() {
    test_that "An idle supervisor is renewed at once" an_idle_supervisor_is_renewed_at_once
    test_that "A visit goes on undisturbed, and the supervisor is renewed after it" a_visit_goes_on_undisturbed
    test_that "What replaces it is confined as it was" what_replaces_it_is_confined
    test_that "Nothing is renewed without need" nothing_is_renewed_without_need
    test_that "Whoever comes while the next process starts is served" whoever_comes_in_that_moment_is_served
    test_that "The last welcome screen is killed when it hangs" the_last_welcome_is_killed_when_it_hangs
    test_that "The last welcome screen ends with the supervisor" the_last_welcome_ends_with_the_supervisor
    test_that "What cannot be executed is left alone" what_cannot_be_executed_is_left_alone
    test_that "A supervisor whose visitor processes all crash is renewed" a_supervisor_without_a_screen_is_renewed
    test_that "Upgrades without end are obeyed" upgrades_without_end
    test_that "systemd is told what somebody would find, before an upgrade and after it" told_about_itself
}

on_every_rig_at_once renewal
[ $failures = 0 ]
