#!/bin/bash
# The session of a terminal: what people see of it while no visitor process can draw at all.
# shellcheck source=tests/rig/rig.sh
. "$(dirname "$0")/../rig/rig.sh"

# kiosk/session runs the halte that it finds first.
begin_session() {
    write_settings
    PATH="$folder/stage:$PATH" RUNTIME_DIRECTORY=$folder HALTE_TREE=$folder/trees HALTE_SAFE_PAGE=$build/safe-page.png \
        "$source_folder/kiosk/session" --config "$folder/halte.toml" 2>>"$folder/log" 6>&- 7>&- 8>&- 9>&- &
    halte=$!
}

the_emergency_numbers_stand_on_the_root_window() {
    local state
    read -r _ state < <("$bin/rig-watch" hash)
    why="the root window was $state before the session"
    [ "$state" = blank ] && stage_crasher && begin_session && await 10 "seven starts" has_started 7 || return
    picture emergency
    read -r _ state < <("$bin/rig-watch" hash)
    why="the root window was $state"
    [ "$state" = drawn ]
}

a_visitor_process_that_draws_is_shown_over_them() {
    stage_visitor "$bin/observed-visitor"
    await 10 "a welcome screen" is_welcome && must_not 300 "the emergency numbers" shows emergency
}

they_are_seen_again_when_everything_is_killed() {
    local last=$visitor
    kill -KILL "$halte" && wait "$halte" 2>/dev/null
    halte=
    await 3 "an end of the visitor process" is_gone "$last" && await 3 "the emergency numbers" shows emergency
}

session() {
    test_that "The emergency numbers stand on the root window while nothing draws" \
        the_emergency_numbers_stand_on_the_root_window
    test_that "A visitor process that draws is shown over them" a_visitor_process_that_draws_is_shown_over_them
    test_that "They are seen again when everything is killed" they_are_seen_again_when_everything_is_killed
}

for program in hsetroot xset; do
    command -v $program >/dev/null && continue
    skip "session" "$program is missing (see kiosk/packages.txt)"
    exit 0
done
on_every_rig session
[ $failures = 0 ]
