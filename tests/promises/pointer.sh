#!/bin/bash
# The X server remembers where the pointer was, and tells it to any program that asks: whoever knows the screens reads
# from it what was touched. After a visit it has nothing to tell.
# shellcheck source=tests/rig/rig.sh
. "$(dirname "$0")/../rig/rig.sh"

# told: the places that the X server tells of, but for those in the corner, where a visitor process puts the pointer.
# A device's measure of a pixel is up to a hundred of its own.
told() {
    "$bin/pointer-past" >"$folder/past" && awk '$1 == "device" ? $(NF - 1) > 100 || $NF > 100 : $2 > 1 || $3 > 1' \
        "$folder/past"
}
tells_nothing() {
    local places
    places=$(told)
    why="the X server tells of $(grep -c . <<<"$places") places: $(head -3 <<<"$places" | tr '\n' ';')"
    [ -z "$places" ]
}

touched=()
note_touch() { touched+=("${1#tap }"); }

# tells_of X Y: a touchscreen's own measure may round a place to the next pixel.
tells_of() {
    awk -v x="$1" -v y="$2" '$1 == "past" && ($2 - x) ^ 2 <= 1 && ($3 - y) ^ 2 <= 1 { found = 1 } END { exit !found }' \
        "$folder/past"
}

every_touch_of_a_visit_is_told() {
    local place status
    touched=()
    kiosk || return
    before_touch=note_touch
    open_service
    status=$?
    before_touch=
    [ $status = 0 ] && told >/dev/null || return
    for place in "${touched[@]}"; do
        why="the X server does not tell of the touch at $place"
        # shellcheck disable=SC2086  # x and y
        tells_of $place || return
    done
    why="there were no touches"
    [ ${#touched[@]} -ge 3 ] && grep -q ^device "$folder/past"
}

nothing_is_told_after_the_exit() {
    local leaver=$visitor
    leave && await 10 "a fresh welcome" is_fresh_welcome "$leaver" && await 5 "an end of the last process" is_gone "$leaver" &&
        tells_nothing
}

nothing_is_told_after_a_kill() {
    kiosk && open_service || return
    local killed=$visitor
    kill -KILL "$killed" && await 10 "a fresh welcome" is_fresh_welcome "$killed" && tells_nothing
}

# Where the key of a language is, a subject's key is on the next screen: the last touch of one visitor is killed there,
# and the next visitor's first touch falls on the same pixel.
a_touch_where_the_last_visitor_s_was_counts() {
    kiosk && await_feeling && reach "Français" || return
    local place="$((x + w / 2)) $((y + h / 2))" killed=$visitor
    finger "tap $place" && await 5 "the situations" is_situations && kill -KILL "$killed" &&
        await 10 "a fresh welcome" is_fresh_welcome "$killed" && await_feeling && finger "tap $place" &&
        await 5 "the situations" is_situations
}

pointer() {
    test_that "During a visit the X server tells any program of every touch" every_touch_of_a_visit_is_told
    test_that "After Erase and leave the X server tells of no touch" nothing_is_told_after_the_exit
    test_that "After a kill the X server tells of no touch" nothing_is_told_after_a_kill
    test_that "A first touch on the pixel of the last visitor's last touch counts" \
        a_touch_where_the_last_visitor_s_was_counts
}

if [ ! -x "$bin/pointer-past" ]; then
    skip "pointer" "pointer-past is not built: it needs the Debian package libxtst-dev"
    exit 0
fi
on_every_rig pointer
[ $failures = 0 ]
