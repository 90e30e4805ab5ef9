#!/bin/bash
# A whole visit, from the first touch to a screen that shows nothing of it.
# shellcheck source=tests/rig/rig.sh
. "$(dirname "$0")/../rig/rig.sh"

a_number_is_three_touches_away() {
    kiosk && picture welcome && open_service && sees "0800 98 100"
}

# The finger is held on the key, so that the frame with the pressed key is known, and then lifted.
leaving_shows_the_welcome_screen_in_the_next_frame() {
    local leaver=$visitor
    await_feeling && reach "Effacer et partir" && finger "down $((x + w / 2)) $((y + h / 2))" || return
    await 3 "a pressed key" is_pressed "Effacer et partir" && await 3 "a still screen" is_still || return
    local pressed_at=$frame
    finger up && await 10 "a fresh welcome" is_fresh_welcome "$leaver" || return
    read_tree "$folder/trees/$leaver.jsonl"
    why="the welcome screen came $((frame - pressed_at)) frames after the pressed key, or not"
    [ "$frame" = $((pressed_at + 1)) ] && find_node '"role":"button","name":"Français"' &&
        ! find_node_named "Effacer et partir" && ! find_node_named "0800"
}
is_pressed() { read_screen && find_node '"name":"'"$1"'"' && [[ $node == *'"pressed":true'* ]]; }

the_next_screen_is_the_first_one_to_the_pixel() {
    await 5 "the first start's picture" shows welcome
}

# The touches fall where a language's key is: on the visitor that leaves, and on the one that comes.
touches_just_after_the_exit_do_nothing() {
    local leaver until
    open_situations && leaver=$visitor && leave || return
    until=$(($(now_ms) + 10000))
    while [ "$(now_ms)" -lt $until ]; do
        finger "tap $french_x $french_y" || return
        read_screen && [ "$visitor" != "$leaver" ] && until=$((shown_ms + 350))
    done
    is_fresh_welcome "$leaver" || return
    leaver=$visitor
    must_not 700 "an answer to a touch after the exit" is_no_longer "$leaver" && await 3 "the welcome picture" shows welcome
}
is_no_longer() { ! is_welcome || [ "$visitor" != "$1" ]; }

# The control of the one above: the same touch counts when it comes later.
a_later_touch_in_the_same_place_counts() {
    await_feeling && finger "tap $french_x $french_y" && await 5 "the situations" is_situations
}

# In another language, with the largest text: neither may be met by the next person.
back_to_the_first_screen_leaves_the_visit() {
    kiosk && touch_button "العربية" && await 5 "the situations in Arabic" sees "ليس الذنب ذنبك" || return
    local leaver=$visitor
    touch_button "اللغة وحجم النص" && await 5 "the sizes of text" sees "كبير جدًا" && touch_button "كبير جدًا" || return
    touch_button "رجوع" && touch_button "رجوع" && await 10 "a fresh welcome" is_fresh_welcome "$leaver" &&
        await 5 "the first start's picture" shows welcome
}

nothing_leads_back() {
    open_visit_and_leave || return
    await_feeling && open_situations && sees_no "SOS Viol" && touch_button "Retour" && await 5 "the welcome" is_welcome &&
        sees_no "0800"
}
open_visit_and_leave() {
    kiosk && open_service || return
    local leaver=$visitor
    leave && await 10 "a fresh welcome" is_fresh_welcome "$leaver"
}

whole_visit() {
    test_that "A number is three touches away" a_number_is_three_touches_away
    test_that "Erase and leave shows the welcome screen in the next frame" \
        leaving_shows_the_welcome_screen_in_the_next_frame
    test_that "After a visit the screen is the first start's to the pixel" the_next_screen_is_the_first_one_to_the_pixel
    await_feeling && reach "Français"
    french_x=$((x + w / 2)) french_y=$((y + h / 2))
    test_that "Touches within half a second after the exit do nothing" touches_just_after_the_exit_do_nothing
    test_that "A later touch in the same place counts" a_later_touch_in_the_same_place_counts
    test_that "Back to the first screen leaves the visit" back_to_the_first_screen_leaves_the_visit
    test_that "Nothing leads back into a visit that was left" nothing_leads_back
}

on_every_rig whole_visit
[ $failures = 0 ]
