#!/bin/bash
# The whole X server dies in the middle of a visit, and comes back later.
# shellcheck source=tests/rig/rig.sh
. "$(dirname "$0")/../rig/rig.sh"

has_no_children() { [ -z "$(<"/proc/$halte/task/$halte/children")" ]; }
log_says() { grep -qF "$1" "$folder/log"; }

every_process_of_the_visit_ends() {
    kiosk && picture welcome && open_service || return
    local visits
    read -ra visits <"/proc/$halte/task/$halte/children"
    kill -KILL "$server"
    wait "$server" 2>/dev/null
    server=
    died_at=$(now_ms)
    local one
    for one in "${visits[@]}"; do await 5 "an end of visitor process $one" is_gone "$one" || return; done
    echo "# ${#visits[@]} processes were gone $(($(now_ms) - died_at)) ms after the server's death"
}

it_is_called_by_its_name() {
    why="the log says: $(log_lines)"
    log_says "a visitor process lost its screen" && ! log_says "crashed" && ! log_says "was silent"
}

# Between two tries there is no process at all.
it_tries_again_at_growing_intervals() {
    local seconds
    for seconds in 1 2; do
        await 10 "a wait of $seconds s" log_says "the next visitor process starts in $seconds s." || return
    done
    await 2 "a moment without a visitor process" has_no_children
}

# The wait that has just begun is of two seconds, and the next one would be of four.
it_returns_with_the_server() {
    Xvfb "$DISPLAY" -screen 0 ${width}x${height}x24 -noreset -nolisten tcp >>"$folder/x.log" 2>&1 8>&- 9>&- &
    server=$!
    local back_at
    back_at=$(now_ms)
    await 20 "a welcome screen on the new server" is_welcome && await 3 "the first start's picture" shows welcome || return
    echo "# the welcome screen was there $((shown_ms - back_at)) ms after the start of the new server"
}

a_visit_is_possible_again() {
    exec 8>&- 9<&-
    wait "$finger" 2>/dev/null
    rm "$folder/finger" "$folder/felt"
    open_finger pointer && open_service && leave && await 5 "the first start's picture" shows welcome
}

halte_was_the_same_all_the_time() {
    why="halte is gone"
    ! is_gone "$halte" || return
    end_kiosk
}

lost_display() {
    test_that "Every process of a visit ends with the X server" every_process_of_the_visit_ends
    test_that "A lost X server is no crash" it_is_called_by_its_name
    test_that "The supervisor tries again at growing intervals" it_tries_again_at_growing_intervals
    test_that "The welcome screen returns with the X server" it_returns_with_the_server
    test_that "A visit is possible again" a_visit_is_possible_again
    test_that "The supervisor was the same all the time" halte_was_the_same_all_the_time
}

run_rig pointer lost_display &
wait_for_rigs $!
[ $failures = 0 ]
