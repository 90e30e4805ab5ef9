#!/bin/bash
# What a finger does to the screen under it.
# shellcheck source=tests/rig/rig.sh
. "$(dirname "$0")/../rig/rig.sh"

subject="Viol ou agression sexuelle"

is_pressed() { read_screen && find_node '"role":"button","name":"'"$1"'"' && [[ $node == *'"pressed":true'* ]]; }
is_released() { read_screen && [[ $tree != *'"pressed":true'* ]]; }
is_services() { sees "Maintenant, si vous voulez"; }

# The visitor process is stopped while the fingers come, as a slow frame would keep it busy.
quick_touches_count_where_they_fell() {
    kiosk && await_feeling && reach "Français" || return
    kill -STOP "$visitor"
    finger "tap $((x + w / 2)) $((y + h / 2))" "tap $((width / 2)) 20"
    kill -CONT "$visitor"
    await 5 "the situations" is_situations
}

a_button_acts_when_the_finger_is_lifted() {
    kiosk && open_situations && reach "$subject" && finger "down $((x + w / 2)) $((y + h / 2))" || return
    await 3 "a pressed button" is_pressed "$subject" && must_not 300 "an action before the release" is_services || return
    finger up && await 3 "the services" is_services
}

# The finger comes to rest on the neighbour, which must not act either.
sliding_off_a_button_cancels_it() {
    kiosk && open_situations && reach "$subject" && finger "down $((x + w / 2)) $((y + h / 2))" || return
    local step path=()
    for ((step = 1; step <= 8; ++step)); do path+=("move $((x + w / 2 + w * step / 8)) $((y + h / 2))" "sleep 10"); done
    await 3 "a pressed button" is_pressed "$subject" && finger "${path[@]}" || return
    await 3 "a button that was let go" is_released && finger up || return
    must_not 400 "an action of a button the finger had left" is_no_situations
}
is_no_situations() { ! is_situations; }

# drag FROM TO: upwards or downwards in the middle of the screen, 300 pixels in a tenth of a second, without lifting.
drag() {
    local step path=("down $((width / 2)) $1")
    for ((step = 1; step <= 10; ++step)); do path+=("sleep 10" "move $((width / 2)) $(($1 + ($2 - $1) * step / 10))"); done
    finger "${path[@]}"
}

# moved_since TOP: by how many pixels the list stands higher than when its first line's top was there.
moved_since() {
    await 5 "a list that stands still" is_still || return
    local now
    now=$(top_of '"name":"Maintenant, si vous voulez"')
    moved=$(($1 - ${now:-$1}))
    why="the list moved $moved pixels"
}

at_the_top_of_the_services() {
    kiosk && open_services && await_feeling && await 3 "a still screen" is_still &&
        top=$(top_of '"name":"Maintenant, si vous voulez"')
}

# Three tries: on a machine that is busy all the moves of a finger may arrive at once, as if it had rested.
a_list_runs_on_after_the_finger_is_lifted() {
    local try
    for try in 1 2 3; do
        at_the_top_of_the_services && drag 600 300 && finger up && moved_since "$top" || return
        [ "$moved" -le 360 ] || return 0
        echo "# try $try: the list moved $moved pixels"
    done
    return 1
}

# The control of the one above: the same drag, but the finger rests before it is lifted.
a_list_stays_under_a_finger_that_rested() {
    at_the_top_of_the_services && drag 600 300 && finger "sleep 400" up && moved_since "$top" &&
        [ "$moved" -gt 220 ] && [ "$moved" -le 300 ]
}

a_finger_on_a_running_list_only_stops_it() {
    at_the_top_of_the_services && drag 600 200 && finger up "sleep 20" "tap $((width / 4)) 400" || return
    must_not 400 "a service that nobody chose" is_no_list && moved_since "$top" && [ "$moved" -gt 300 ]
}
is_no_list() { [ -z "$(top_of '"name":"Maintenant, si vous voulez"')" ]; }

# What ran by under the finger was not meant, but the exit did not run.
the_exit_works_while_a_list_runs() {
    at_the_top_of_the_services || return
    local leaver=$visitor
    find_node '"role":"button","name":"Effacer et partir"' || return
    drag 600 200 && finger up "tap $((x + w / 2)) $((y + h / 2))" && await 5 "a fresh welcome" is_fresh_welcome "$leaver"
}

the_page_key_goes_down_and_back_to_the_top() {
    at_the_top_of_the_services || return
    local page last=-1
    moved=0
    for ((page = 0; page < 60 && moved != last; ++page)); do
        last=$moved
        read_screen && find_node '"turns_page":true,' && finger "tap $((x + w / 2)) $((y + h / 2))" || return
        await 3 "a page that turns" is_after_frame "$frame" && moved_since "$top" || return
        [ "$page" -gt 0 ] || [ "$moved" -gt 300 ] || return
        # From the end the key leads back to the top.
        [ "$moved" != 0 ] || break
    done
    [ "$page" -gt 1 ] && [ "$moved" = 0 ]
}

# two_contacts MS_BETWEEN PLACE: as a trembling hand or a bouncing glass makes them.
two_contacts() { finger "tap $2" "sleep $1" "tap $2"; }

two_contacts_open_one_page() {
    local between
    for between in 15 80 250; do
        kiosk && await_feeling && reach "Français" && two_contacts $between "$((x + w / 2)) $((y + h / 2))" &&
            await 5 "the situations" is_situations && must_not 400 "a second page" is_no_situations || return
    done
}

back_twice_goes_back_once() {
    local between
    for between in 15 120 250; do
        kiosk && open_service && await_feeling && reach "Retour" &&
            two_contacts $between "$((x + w / 2)) $((y + h / 2))" && await 5 "the services" has_the_card &&
            must_not 400 "a page before that" is_situations || return
    done
}
has_the_card() { read_screen && find_node '"role":"button","name":"SOS Viol, 0800 98 100"'; }

# The finger misses the key by the last pixels that count as its own.
a_little_beside_a_key_is_on_it() {
    kiosk && open_situations && await_feeling && reach "Retour" || return
    finger "tap $((x + w / 2)) $((y + h + 13))" && await 5 "a fresh welcome" is_fresh_welcome "$visitor"
}

touches() {
    test_that "Quick touches count where they fell" quick_touches_count_where_they_fell
    test_that "A button acts when the finger is lifted" a_button_acts_when_the_finger_is_lifted
    test_that "Sliding off a button cancels it" sliding_off_a_button_cancels_it
    test_that "A list runs on after the finger is lifted" a_list_runs_on_after_the_finger_is_lifted
    test_that "A list stays under a finger that rested" a_list_stays_under_a_finger_that_rested
    test_that "A finger on a running list only stops it" a_finger_on_a_running_list_only_stops_it
    test_that "The exit works while a list runs" the_exit_works_while_a_list_runs
    test_that "Two contacts close together open one page" two_contacts_open_one_page
    test_that "Back touched twice goes back once" back_twice_goes_back_once
    test_that "A touch a little beside a key is on it" a_little_beside_a_key_is_on_it
    test_that "The page key goes down and back to the top" the_page_key_goes_down_and_back_to_the_top
}

on_every_rig touches
[ $failures = 0 ]
