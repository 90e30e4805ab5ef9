# shellcheck shell=bash
# What a visit looks like, seen first on a rig of this machine with the visitor program of the tests, whose buttons can be
# found by name: pictures of each screen, and the places to touch. To be sourced after the rig and route.bash.
# shellcheck disable=SC2034,SC2154  # the scripts and the rig share these variables

# Emulated, a visit takes its time.
inactivity=600

# plan_route FOLDER WIDTHxHEIGHT: what a visit looks like on a screen of that size comes into $run/FOLDER.
plan_route() {
    planned=$1
    mkdir -p "$run/$planned/pictures"
    width=${2%x*} height=${2#*x} run_rig pointer try_to_plan &
    wait_for_rigs $!
    [ -s "$run/$planned/route" ]
}
try_to_plan() { test_that "The route of a visit is known, $planned" plan; }

plan() {
    local page=$build/safe-page-$planned.png
    : >"$folder/route"
    hsetroot -solid '#f7f3ea' -full "$page" >/dev/null && picture safe-page && kiosk || return
    before_touch=note_touch
    open_service && note_touch "tap 0 0" && reach "Effacer et partir" || return
    before_touch=
    echo "end tap $((x + w / 2)) $((y + h / 2))" >>"$folder/route"
    keep_pictures && cp "$folder/halte.toml" "$run/" && cp "$folder/route" "$run/$planned/"
}

keep_pictures() {
    local picture
    for picture in "$folder"/pictures/{safe-page,step-*}.ppm; do
        pixels_of "$picture" >"$run/$planned/pictures/$(basename "$picture" .ppm)"
    done
}
