# shellcheck shell=bash
# What a visit looks like, seen first on a rig of this machine with the visitor program of the tests, whose buttons can be
# found by name: pictures of each screen, and the places to touch. To be sourced after the rig and route.bash.
# shellcheck disable=SC2034,SC2154  # the scripts and the rig share these variables

# Emulated, a visit takes its time.
inactivity=600

plan_route() { test_that "The route of a visit is known" plan; }

plan() {
    : >"$folder/route"
    hsetroot -solid '#f7f3ea' -full "$build/safe-page-landscape.png" && picture safe-page && kiosk || return
    before_touch=note_touch
    open_service && note_touch "tap 0 0" && reach "Effacer et partir" || return
    before_touch=
    echo "end tap $((x + w / 2)) $((y + h / 2))" >>"$folder/route"
    keep_pictures && cp "$folder/halte.toml" "$folder/route" "$run/"
}

keep_pictures() {
    local picture
    for picture in "$folder"/pictures/{safe-page,step-*}.ppm; do
        pixels_of "$picture" >"$run/scout/$(basename "$picture" .ppm)"
    done
}
