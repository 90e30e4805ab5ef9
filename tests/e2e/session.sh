#!/bin/bash
# The session of a terminal: what people see of it while no visitor process can draw at all.
# shellcheck source=tests/rig/rig.sh
. "$(dirname "$0")/../rig/rig.sh"

# kiosk/session runs the halte that it finds first.
begin_session() {
    write_settings
    PATH="$folder/stage:$PATH" RUNTIME_DIRECTORY=$folder HALTE_TREE=$folder/trees HALTE_SAFE_PAGES=$build \
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

# A mode of that shape, which no real screen has.
turn_the_screen() {
    local output
    output=$(xrandr --query | awk '$2 == "connected" { print $1; exit }')
    xrandr --newmode turned 38.25 576 608 688 800 768 771 775 792 && xrandr --addmode "$output" turned &&
        xrandr --output "$output" --mode turned
}
a_turned_screen_has_a_page_of_its_own() {
    why="the screen could not be turned"
    turn_the_screen && hsetroot -solid '#f7f3ea' -full "$build/safe-page-portrait.png" && picture portrait || return
    hsetroot -solid '#000000' && must_not 200 "that page already" shows portrait && stage_crasher && begin_session &&
        await 10 "seven starts" has_started 7 && await 3 "the page for that shape" shows portrait
}

session() {
    test_that "The emergency numbers stand on the root window while nothing draws" \
        the_emergency_numbers_stand_on_the_root_window
    test_that "A visitor process that draws is shown over them" a_visitor_process_that_draws_is_shown_over_them
    test_that "They are seen again when everything is killed" they_are_seen_again_when_everything_is_killed
    test_that "A screen that is higher than wide has a page of its own" a_turned_screen_has_a_page_of_its_own
}

for program in hsetroot xset xrandr; do
    command -v $program >/dev/null && continue
    skip "session" "$program is missing (see kiosk/packages.txt)"
    exit 0
done
on_every_rig session
[ $failures = 0 ]
