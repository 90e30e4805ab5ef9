#!/bin/bash
# What happens to a visit that nobody touches. The settings hold the shortest times that are allowed: 15 s, then 20 s.
# shellcheck source=tests/rig/rig.sh
. "$(dirname "$0")/../rig/rig.sh"

everything_is_covered_after_a_while() {
    kiosk && picture welcome && open_services && await_feeling && await 3 "a still screen" is_still || return
    find_node '"turns_page":true,' && finger "tap $((x + w / 2)) $((y + h / 2))" || return
    await 3 "a page that turns" is_after_frame "$frame" && picture services || return
    reader=$visitor
    must_not 13000 "a veil too early" is_veil && await 4 "the veil" is_veil && sees_no "0800" && find_node_named "en pause"
}

the_countdown_counts() {
    read_screen && find_node_named "secondes" || return
    local first=$node
    await 3 "another number of seconds" has_no_node "$first"
}
has_no_node() { read_screen && find_node_named "secondes" && [ "$node" != "$1" ]; }

a_touch_beside_the_buttons_does_nothing() {
    finger "tap 4 4" "tap $((width - 4)) 4" "tap $((width / 2)) 4" &&
        must_not 500 "an end of the veil" is_no_veil
}
is_no_veil() { ! is_veil; }

continue_leads_back_to_the_same_picture() {
    touch_button "Continuer" && await 3 "the picture from before" shows services && is_same_visitor "$reader"
}
is_same_visitor() { read_screen && [ "$visitor" = "$1" ]; }

start_again_shows_a_fresh_welcome() {
    is_veil && is_same_visitor "$reader" && touch_button "Recommencer" &&
        await 10 "a fresh welcome" is_fresh_welcome "$reader" && await 3 "the first start's picture" shows welcome
}

a_visit_left_alone_ends() {
    open_service || return
    local alone=$visitor
    await 17 "the veil" is_veil && must_not 18000 "an end before the countdown's" is_no_veil || return
    await 10 "a fresh welcome" is_fresh_welcome "$alone" && await 3 "the first start's picture" shows welcome
}

# Short touches at one place where no key is, as a cracked glass reports them, on the page from before. The settings wait
# for 15 s.
touches_nobody_makes_do_not_keep_a_page_open() {
    local opened
    opened=$(now_ms)
    until is_veil; do
        why="the page was open after 33 s"
        [ $(($(now_ms) - opened)) -lt 33000 ] || return
        finger "tap 2 2" && must_not 2900 "another process" is_another_visitor "$reader" || return
    done
    why="the page was covered after $(($(now_ms) - opened)) ms"
    [ $(($(now_ms) - opened)) -gt 15000 ]
}

that_they_come_is_kept_and_nothing_else() {
    await 3 "a note" [ -e "$folder/ghost-touches" ] &&
        why="the note says $(stat -c '%s bytes, %Y s' "$folder/ghost-touches")" &&
        [ "$(stat -c '%s %Y' "$folder/ghost-touches")" = "0 0" ] && [ -z "$(log_lines)" ]
}

waiting() {
    test_that "Everything is covered when nobody touches for a while" everything_is_covered_after_a_while
    test_that "The countdown on the veil counts" the_countdown_counts
    test_that "A touch beside the veil's buttons does nothing" a_touch_beside_the_buttons_does_nothing
    test_that "Continue leads back to the same picture" continue_leads_back_to_the_same_picture
    test_that "Touches that nobody makes do not keep a page open" touches_nobody_makes_do_not_keep_a_page_open
    test_that "That they come is kept, and neither when nor how often" that_they_come_is_kept_and_nothing_else
    test_that "Start again shows a fresh welcome screen" start_again_shows_a_fresh_welcome
    test_that "A visit that is left alone ends after the countdown" a_visit_left_alone_ends
}

on_every_rig_at_once waiting
[ $failures = 0 ]
