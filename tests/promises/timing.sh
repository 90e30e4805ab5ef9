#!/bin/bash
# How long it takes until nothing of a visit is seen any more. A strip beside the exit's key is sampled all the time, so
# that a frame in between would be seen; the times are those of the samples.
# shellcheck source=tests/rig/rig.sh
. "$(dirname "$0")/../rig/rig.sh"

# As kiosk.sh writes them, in ms.
inactivity_ms=15000
countdown_ms=20000
late=1000

# The strip runs from the top to the bottom through the middle.
watch_the_middle() {
    kiosk && await 3 "a still screen" is_still && watch $((width / 2 - 8)) 0 16 $height && mark begin
}

# pictures_after NAME: "MILLISECONDS PICTURE" for each picture after the mark of that name, in milliseconds since then;
# PICTURE is "welcome", "same" (as at the mark) or "another".
pictures_after() {
    awk -v name="$1" '$2 == "picture" { now = $3 }
        $2 == "mark" && $3 == "begin" { welcome = now }
        $2 == "picture" && marked { print $1 - marked, now == welcome ? "welcome" : now == before ? "same" : "another" }
        $2 == "mark" && $3 == name { marked = $1; before = now }
        $2 == "mark" && $3 == "done" { marked = 0 }' "$folder/seen"
}

press_the_exit() {
    await_feeling && reach "Effacer et partir" && finger "down $((x + w / 2)) $((y + h / 2))" &&
        await 3 "a pressed key" is_pressed && await 3 "a still screen" is_still
}
is_pressed() { read_screen && find_node '"name":"Effacer et partir"' && [[ $node == *'"pressed":true'* ]]; }

# leaves_in_one_frame OPEN: the frame after the one with the pressed key is the welcome screen, and no other is seen.
leaves_in_one_frame() {
    local leaver pressed_at seen
    watch_the_middle && "$1" && press_the_exit && mark leave || return
    leaver=$visitor pressed_at=$frame
    finger up && await 10 "a fresh welcome" is_fresh_welcome "$leaver" && mark "done" || return
    end_watch
    read_tree "$folder/trees/$leaver.jsonl"
    why="the last frame of the visit was $((frame - pressed_at)) after the pressed key, or not the welcome screen"
    [ "$frame" = $((pressed_at + 1)) ] && find_node '"role":"button","name":"Français"' &&
        ! find_node_named "Effacer et partir" || return
    seen=$(pictures_after leave)
    echo "# $rig, $1: the welcome screen was seen $(head -1 <<<"$seen" | cut -d' ' -f1) ms after the finger was lifted"
    why="what followed on the finger was: ${seen//$'\n'/, }"
    [ "$(wc -l <<<"$seen")" = 1 ] && [[ $seen == *welcome ]]
}

# ends_within MS OPEN: from the last touch on. The watched strip is the welcome screen by then, and stays so.
ends_within() {
    local leaver last
    watch_the_middle && "$2" && await_feeling && leaver=$visitor && mark touch && finger "tap 2 2" || return
    await $((($1 + 10000) / 1000)) "a fresh welcome" is_fresh_welcome "$leaver" && mark "done" || return
    end_watch
    last=$(pictures_after touch | tail -1)
    echo "# $rig, $2: the welcome screen was seen ${last% *} ms after the last touch, of $1 and $late ms"
    why="the last picture was: $last"
    [[ $last == *welcome ]] && [ "${last% *}" -le $(($1 + late)) ] && [ "${last% *}" -ge "$1" ]
}

# Who touches the welcome screen only sees no other picture; the process is replaced all the same.
a_brushed_welcome_is_replaced() {
    local brushed since
    kiosk && await_feeling && brushed=$visitor && since=$(now_ms) && finger "tap 2 2" || return
    await $(((inactivity_ms + 10000) / 1000)) "another visitor" is_fresh_welcome "$brushed" || return
    echo "# $rig: a brushed welcome screen was replaced $((shown_ms - since)) ms after the touch, of $inactivity_ms and $late ms"
    why="it was replaced after $((shown_ms - since)) ms"
    [ $((shown_ms - since)) -le $((inactivity_ms + late)) ]
}

timing() {
    test_that "Erase and leave is the welcome screen in the next frame, from the situations" \
        leaves_in_one_frame open_situations
    test_that "Erase and leave is the welcome screen in the next frame, from the services" \
        leaves_in_one_frame open_services
    test_that "Erase and leave is the welcome screen in the next frame, from a service" leaves_in_one_frame open_service
    if [ "$rig" = "with a pointer" ]; then
        test_that "A visit that only brushed the welcome screen ends in time" a_brushed_welcome_is_replaced
    else
        test_that "A visit that is left alone ends in time after the last touch" \
            ends_within $((inactivity_ms + countdown_ms)) open_service
    fi
}

on_every_rig_at_once timing
[ $failures = 0 ]
