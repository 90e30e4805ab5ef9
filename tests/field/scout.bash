# shellcheck shell=bash
# What a visit looks like, seen first on a rig of this machine with the visitor program of the tests, whose buttons can be
# found by name: pictures of each screen, and the places to touch. To be sourced after the rig.
# shellcheck disable=SC2034,SC2154  # the scripts and the rig share these variables

# plan_route FOLDER WIDTHxHEIGHT: what a visit looks like on a screen of that size comes into $run/FOLDER.
plan_route() { test_that "The route of a visit is known, $1" plan "$@" && [ -s "$run/$1/route" ]; }
plan() {
    "$bin/rig-scout" service "$run/$1" "$2" "$build/safe-page-$1.png" 2>"$run/scout.log" && return
    why=$(tail -1 "$run/scout.log")
    return 1
}
