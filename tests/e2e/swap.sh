#!/bin/bash
# When one visitor process follows another, nobody sees it: between the last picture of a visit and the welcome screen of
# the next one there is no third picture, such as the root window's. A strip of the screen is sampled all the time.
# shellcheck source=tests/rig/rig.sh
. "$(dirname "$0")/../rig/rig.sh"

swaps=8

# third_pictures: what was on the screen in a swap (between "mark swap" and "mark done") but neither the picture that
# was there before, nor the welcome screen, which was there at the first mark of all; nor may anything follow on it.
third_pictures() {
    awk '$2 == "picture" && swapping && $3 != welcome && ($3 != before || arrived) { print "third picture", $3 }
         $2 == "picture" { now = $3; arrived = arrived || now == welcome }
         $2 == "mark" && $3 == "begin" { welcome = now }
         $2 == "mark" && $3 == "swap" { swapping = 1; before = now; arrived = now == welcome; ++swaps }
         $2 == "mark" && $3 == "done" { if (now != welcome) print "no welcome screen"; swapping = 0 }
         END { if (swaps == 0) print "no swap" }' "$folder/seen"
}

# The strip runs from the top to the bottom through the middle, beside the exit's key.
watch_the_middle() { watch $((width / 2 - 8)) 0 16 $height && caught_up && mark begin; }

# On a busy machine the watcher's last sample may be of a moment ago, when the picture still moved.
caught_up() { await 3 "a still screen" is_still && sleep 0.4; }

# after_a_swap COMMAND...: the command makes another visitor process follow.
after_a_swap() {
    local last
    await_feeling && caught_up && last=$visitor && mark swap && "$@" &&
        await 10 "a fresh welcome" is_fresh_welcome "$last" && await 3 "an end of the last process" is_gone "$last" &&
        caught_up && mark "done"
}

saw_no_third_picture() {
    end_watch
    echo "# $(awk '$2 == "samples" { print $3 }' "$folder/seen") samples in $(awk 'NR == 1 { first = $1 }
        { last = $1 } END { print last - first }' "$folder/seen") ms, over $(grep -c 'mark swap' "$folder/seen") swaps"
    why=$(third_pictures | sort | uniq -c | tr -s '\n ' ' ')
    cp "$folder/seen" "$folder/pictures/seen-$RANDOM"
    [ -z "$why" ]
}

no_third_picture_after_a_visit() {
    kiosk && await 3 "a still screen" is_still && watch_the_middle || return
    local swap
    for ((swap = 0; swap < swaps; ++swap)); do open_situations && after_a_swap leave || return; done
    saw_no_third_picture
}

no_third_picture_when_a_welcome_is_replaced() {
    kiosk && await 3 "a still screen" is_still && watch_the_middle || return
    local swap
    for ((swap = 0; swap < 4; ++swap)); do after_a_swap kill -HUP "$halte" || return; done
    saw_no_third_picture
}

# Two processes follow: one of the old supervisor's directory, one of the new program's, which may be the same.
no_third_picture_when_the_supervisor_is_renewed() {
    kiosk && await 3 "a still screen" is_still && watch_the_middle || return
    local swap
    for ((swap = 0; swap < 3; ++swap)); do after_a_swap upgrade_while_idle || return; done
    for ((swap = 0; swap < 3; ++swap)); do open_situations && after_a_swap upgrade_in_a_visit || return; done
    saw_no_third_picture
}
upgrade_while_idle() { upgrade_halte && kill -HUP "$halte" && await 10 "the new program" runs_the_new_halte; }
upgrade_in_a_visit() {
    local since
    since=$(now_ms)
    upgrade_halte && kill -HUP "$halte" && leave && await 10 "the new program" runs_the_new_halte &&
        await 10 "a second welcome screen" have_been_shown_since "$since" 2
}
# have_been_shown_since MS COUNT: so many processes have come onto the screen.
have_been_shown_since() {
    local header count=0
    while read -r header; do
        [[ $header =~ \"shown_ms\":([0-9]+) ]] && [ "${BASH_REMATCH[1]}" -ge "$1" ] && ((++count))
    done < <(head -qn1 "$folder"/trees/*.jsonl)
    [ $count -ge "$2" ]
}

# The next process waits behind the veil. The strip stands at the edge, where the countdown draws nothing.
no_third_picture_after_the_veil() {
    kiosk && await 3 "a still screen" is_still && watch 4 0 16 $height && caught_up && mark begin && open_situations || return
    await 18 "the veil" is_veil && after_a_swap touch_button "Recommencer" && saw_no_third_picture
}

# The control: the same watcher sees the root window when the last process is killed before the next one is ready.
the_watcher_sees_a_wrong_order() {
    kiosk && await 3 "a still screen" is_still && watch_the_middle || return
    local swap
    for ((swap = 0; swap < 3; ++swap)); do after_a_swap kill_the_visitor || return; done
    ! saw_no_third_picture || return
    why="it saw $why"
    [ "$(third_pictures | grep -c "third picture")" -ge 3 ]
}
kill_the_visitor() { kill -KILL "$visitor"; }

swap() {
    test_that "No third picture is seen after a visit" no_third_picture_after_a_visit
    test_that "No third picture is seen when a welcome screen is replaced" no_third_picture_when_a_welcome_is_replaced
    test_that "No third picture is seen when the supervisor is renewed" no_third_picture_when_the_supervisor_is_renewed
    test_that "No third picture is seen when a veiled visit starts again" no_third_picture_after_the_veil
    test_that "The watcher sees the third picture of a wrong order" the_watcher_sees_a_wrong_order
}

on_every_rig swap
[ $failures = 0 ]
