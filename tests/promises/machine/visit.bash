# shellcheck shell=bash
# The visit to everything, played in the guest by the places of its buttons: a scout makes it first on this machine. To
# be sourced.
# shellcheck disable=SC2034,SC2154  # whole_machine and telling.bash share these variables

# The directory of the canaries, the route, and what it looked like.
plan_visit() {
    "$bin/rig-scout" everything "$run" 2>"$run/scout.log" && return
    why=$(tail -1 "$run/scout.log")
    return 1
}

# begin_visit: from the machine's start to the first screen.
begin_visit() {
    await_word 300 visitors && await_picture 300 welcome.ppm looks_like step-0 welcome.ppm || return
    visitor=$(running_visitors)
    : >"$run/touched"
}

# visit_by_route: up to its last screen. end_visit: until nothing of it can be seen.
visit_by_route() {
    local step line
    mapfile -t steps <"$run/route"
    for line in "${steps[@]}"; do
        read -r step _ at_x at_y <<<"$line"
        await_picture 120 "seen/$step.ppm" looks_like "$step" "seen/$step.ppm" || return
        say_step "$step of $((${#steps[@]} - 1))"
        [ "$step" = end ] || touch_after_a_moment "$at_x" "$at_y" || return
    done
    cp "$run/seen/$(<"$run/first-step").ppm" "$run/seen/first.ppm"
}
end_visit() {
    touch_after_a_moment "$at_x" "$at_y" && await 120 "an end of process $visitor" has_no_process "$visitor" &&
        await_picture 120 after.ppm cmp -s "$run/after.ppm" "$run/welcome.ppm"
}

# What a touch is to the kernel and to the X server's driver, as needles: an event of one axis, 16 bytes of time, and an
# event of the other. An axis that stays where it was gives none, so that not every touch can be told by its place.
touch_needles() {
    local step at_x at_y
    while read -r step at_x at_y; do
        printf 'touch\t%s\t8\t24\t03000000%s03000100%s\n' "$step" "$(little_endian "$(device_place "$at_x" $width)")" \
            "$(little_endian "$(device_place "$at_y" $height)")"
    done <"$run/touched" | sort -u -k 5
}
little_endian() { printf '%02x%02x%02x%02x' $(($1 & 255)) $(($1 >> 8 & 255)) $(($1 >> 16 & 255)) $(($1 >> 24)); }

# A new screen ignores fingers for half a second; emulated, for longer. Where they came down comes into $run/touched.
touch_after_a_moment() { sleep 4 && touch_at "$@" && echo "touch-$touches $touched_x $2" >>"$run/touched"; }

running_visitors() { sed -n 's/^machine: visitors *//p' "$run/serial" | tail -1 | tr -d '\r'; }
has_no_process() { [[ " $(running_visitors) " != *" $1 "* ]]; }
