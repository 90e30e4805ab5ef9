#!/bin/bash
# What a finger does to the screen under it.
# shellcheck source=tests/rig/rig.sh
. "$(dirname "$0")/../rig/rig.sh"

# The visitor process is stopped while the fingers come, as a slow frame would keep it busy.
quick_touches_count_where_they_fell() {
    kiosk && await_feeling && reach "Français" || return
    kill -STOP "$visitor"
    finger "tap $((x + w / 2)) $((y + h / 2))" "tap $((width / 2)) 20"
    kill -CONT "$visitor"
    await 5 "the situations" is_situations
}

touches() {
    test_that "Quick touches count where they fell" quick_touches_count_where_they_fell
}

on_every_rig touches
[ $failures = 0 ]
