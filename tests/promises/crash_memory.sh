#!/bin/bash
# Nothing of a visit is in any memory after it has crashed, a sample of the paths of crashes.sh:
#
#     tests/promises/crash_memory.sh [all]      without "all" only the paths that are most unlike a kill
#
# Each visit is found in its process first. A kill is among the tests of memory.sh.
# shellcheck source=tests/rig/rig.sh
. "$(dirname "$0")/../rig/rig.sh"
# shellcheck source=tests/promises/canaries.bash
. "$(dirname "$0")/canaries.bash"
# shellcheck source=tests/promises/route.bash
. "$(dirname "$0")/route.bash"
# shellcheck source=tests/promises/searches.bash
. "$(dirname "$0")/searches.bash"

inactivity=120
paths=(lost_connection no_memory failing_graphics day_forward)
[ "${1:-}" != all ] || paths+=(abort stop)

# Where a program of the tests fails, a finger makes it draw or look at its clock.
crash_by_abort() { kill -ABRT "$visitor"; }
crash_by_stop() { kill -STOP "$visitor"; }
crash_by_lost_connection() {
    local window owner
    read -r window owner _ < <("$bin/rig-windows" list | tail -1)
    why="the window on top is of process $owner"
    [ "$owner" = "$visitor" ] && "$bin/rig-windows" cut "$window"
}
crash_by_no_memory() {
    prlimit --pid "$visitor" --as=65536 --data=65536
    local touch
    for ((touch = 0; touch < 40; ++touch)); do
        ! is_gone "$visitor" || return 0
        finger "tap $((width / 2)) $((height * (touch % 8 + 1) / 9))" "sleep 20" || return
    done
    leave_by_route
}
crash_by_failing_graphics() { kill -s RTMIN+3 "$visitor" && leave_by_route; }
crash_by_day_forward() { kill -s RTMIN+1 "$visitor" && finger "tap 2 2"; }

nothing_is_left_after() {
    local program="halte-visitor" crashed
    case $1 in
        failing_graphics | day_forward) program="faulty-visitor" ;;
    esac
    visit && await 5 "a next process" has_next || return
    crashed=$visitor
    search "$1-before" "$crashed" && finds "$1-before" "$crashed" name "UTF-8, as it is" &&
        finds "$1-before" "$crashed" name "coverage of" || return
    "crash_by_$1" && ended "$1" "$crashed"
}

crash_memory() {
    local path
    test_that "A scout finds the way to everything" scout
    for path in "${paths[@]}"; do
        test_that "Nothing of a visit is in any memory after its end by ${path//_/ }" nothing_is_left_after "$path"
    done
}

prepare_searches crash_memory
run_rig pointer crash_memory &
wait_for_rigs $!
[ $failures = 0 ]
