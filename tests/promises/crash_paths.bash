# shellcheck shell=bash
# The ways in which crashes.sh ends the process `victim` and its `window`, one function for each. Some need a person's
# fingers to take effect. To be sourced after crash_world.bash.
# shellcheck disable=SC2034,SC2154  # rig.sh and the scripts share these variables

killed_for_memory=0 outlived_memory=0

crash_by_kill() { kill -KILL "$victim" 2>/dev/null; }
crash_by_abort() { kill -ABRT "$victim" 2>/dev/null; }
crash_by_stop() { kill -STOP "$victim" 2>/dev/null; }
crash_by_lost_connection() { "$bin/rig-windows" cut "$window"; }
crash_by_failing_graphics() { kill -s RTMIN+3 "$victim" 2>/dev/null && prod 20; }
crash_by_day_forward() { kill -s RTMIN+1 "$victim" 2>/dev/null; }

# After that day the visit has as long as any other, and no longer: the signals let that time pass. A visitor process
# reads its clock when it is touched.
crash_by_day_back() {
    local signal
    for signal in RTMIN+2 RTMIN+4 RTMIN+5; do
        kill -s $signal "$victim" 2>/dev/null || return 0
        finger "tap 2 2" "sleep 200" || return
    done
}

# A process that needs no more memory than it has goes on, and is left as any other.
crash_by_no_more_memory() {
    prlimit --pid "$victim" --as=65536 --data=65536 2>/dev/null
    prod_and_leave
}
crash_by_memory_group() {
    echo "$victim" 2>/dev/null >"$group/cgroup.procs"
    prod_and_leave
}
prod_and_leave() {
    prod 60
    if is_gone "$victim"; then
        killed_for_memory=$((killed_for_memory + 1))
    else
        outlived_memory=$((outlived_memory + 1))
        leave_visit
    fi
}
crash_by_full_disk() {
    why="the disk could not be filled"
    fill_the_disk || return
    random_touches 1 6
    finger "${touches[@]}" && leave_visit
}

# prod TOUCHES: none stays down: while one does, the X server tells of no other.
prod() {
    local touch held=no
    random_touches "$1" "$1"
    for touch in "${touches[@]}"; do
        ! is_gone "$victim" || break
        finger "$touch" "sleep 15" || return
        case $touch in
            down*) held=yes ;;
            up) held=no ;;
        esac
    done
    [ $held = no ] || finger up
}

# Random fingers may have gone back to the welcome screen, where there is nothing to leave.
leave_visit() {
    for _ in 1 2 3; do
        finger "tap $leave" || return
        crashed_at=$(now_ms)
        ! await 1 "an end of the visit" is_gone "$victim" || return 0
        finger "tap $french" "sleep 200" || return
    done
    return 1
}
