#!/bin/bash
# Random visits that end in every way but the right one:
#
#     tests/promises/crashes.sh [VISITS [SEED]]      50 visits when it is not said; 500 is the long form
#
# Each ends on the first start's picture, within the time that the supervisor's table gives it; the process is gone, and
# nothing of it is left in the kiosk's /tmp, /dev/shm or in shared memory. The seed is printed.
# shellcheck source=tests/rig/rig.sh
. "$(dirname "$0")/../rig/rig.sh"
# shellcheck source=tests/rig/random.bash
. "$source_folder/tests/rig/random.bash"
# shellcheck source=tests/promises/crash_world.bash
. "$source_folder/tests/promises/crash_world.bash"
# shellcheck source=tests/promises/crash_paths.bash
. "$source_folder/tests/promises/crash_paths.bash"

visits=${1:-50}
seed=${2:-$((EPOCHSECONDS % 32768))}
echo "# $visits visits with the seed $seed"

# Each path, and how many milliseconds it may take from the crash to the welcome screen. A start has 5 s: the machine may
# be slow. A silent process has 3 s more, and one whose clock jumped may sleep until its next sign of life, 2 s.
# "Twice" hits the next process too; one that is stopped in its start has 15 s for it.
declare -A limit=([kill]=5000 [abort]=5000 [stop]=8000 [no_more_memory]=6000 [memory_group]=6000 [lost_connection]=5000
    [failing_graphics]=6000 [full_disk]=6000 [day_forward]=7000 [day_back]=8000
    [kill_twice]=10000 [abort_twice]=10000 [stop_twice]=24000)
paths=(kill abort stop no_more_memory memory_group lost_connection failing_graphics full_disk day_forward day_back)
declare -A count worst moments
dirty=0 in_visits=0

open_visit() {
    # A new visitor's screen ignores fingers for half a second, which may begin later than the screen is seen.
    sleep 0.8
    await 3 "a window on top" look_at_the_top && finger "tap $french" && await 5 "a picture of a visit" has_left_the_welcome
}

# draw_moment PATH: leaves in `moment` when the crash is to come. Some paths say nothing without an open visit.
draw_moment() {
    local names
    case $1 in
        kill | abort | stop) names=(untouched touching veiled leaving twice) ;;
        day_* | full_disk) names=(touching touching veiled) ;;
        failing_graphics) names=(touching veiled leaving) ;;
        *) names=(untouched touching touching veiled leaving) ;;
    esac
    moment=${names[RANDOM % ${#names[@]}]}
}

reach_moment() {
    if [ "$moment" = untouched ]; then
        between 0 600 && finger "sleep $drawn" && await 3 "a window on top" look_at_the_top
        return
    fi
    open_visit || return
    random_touches 0 12
    finger "${touches[@]}" "sleep $((RANDOM % 400))" || return
    [ "$moment" != veiled ] || { kill -s RTMIN+4 "$victim" 2>/dev/null && finger "tap 2 2" "sleep $((RANDOM % 600))"; }
    in_visits=$((in_visits + 1))
    ! has_left_the_welcome || dirty=$((dirty + 1))
    [ "$moment" != leaving ] || finger "tap $leave" "sleep $((RANDOM % 80))"
}

# The successor is hit too, perhaps in its start.
crash_again() {
    local child
    finger "sleep $((RANDOM % 150))"
    children_of_halte
    for child in "${children[@]}"; do
        [ "$child" != "$victim" ] || continue
        victims+=("$child")
        victim=$child "crash_by_$1"
    done
}

is_clean() {
    local one
    for one in "${victims[@]}"; do is_gone "$one" || return; done
    has_hash "$welcome_hash" && look_at_the_top
}

# The X server lets go of the memory that it shared with a process a moment after that has gone.
has_left_nothing() {
    left=$(leftovers)
    [ -z "$left" ]
}

# one_crash PATH
one_crash() {
    local path=$1 took last
    remember_children
    draw_moment "$path"
    why="the moment could not be reached"
    reach_moment || return
    remember_children
    victims=("$victim")
    last=$victim
    crashed_at=$(now_ms)
    why="the process could not be hit"
    # A visit may have ended by itself a moment ago, when it was veiled on the welcome screen.
    "crash_by_$path" || is_gone "$victim" || return
    [ "$moment" != twice ] || crash_again "$path"
    [ "$moment" != twice ] || path+=_twice
    await $((limit[$path] / 1000)) "a fresh welcome screen" is_clean || return
    took=$(($(now_ms) - crashed_at))
    empty_the_disk
    remember_children
    await 3 "nothing left of process $last" has_left_nothing || {
        why+=", but $(head -3 <<<"$left" | tr '\n' ' ')"
        return 1
    }
    seen_pids=" "
    count[$path]=$((${count[$path]:-0} + 1))
    moments[$moment]=$((${moments[$moment]:-0} + 1))
    [ "${worst[$path]:-0}" -ge "$took" ] || worst[$path]=$took
}

# The terminal serves again, and what has served is no reason for the supervisor to wait.
plain_visit() {
    open_visit || return
    victims=("$victim")
    finger "tap $leave" && await 5 "a fresh welcome screen after a visit" is_clean
}

every_crash_ends_on_a_clean_welcome() {
    local visit fault path mine=$((visits / 2)) shift=$((RANDOM % 10))
    for ((visit = 0; visit < mine; ++visit)); do
        path=${paths[(visit + shift) % ${#paths[@]}]}
        [ "$path" != memory_group ] || [ -n "$group" ] || path=no_more_memory
        if ! one_crash "$path"; then
            fault=$why
            why="visit $visit, by $path, $moment: $fault"
            keep_log
            return 1
        fi
        [ $((visit % 4)) != 3 ] || plain_visit || {
            fault=$why
            why="after visit $visit, by $path, $moment: $fault"
            keep_log
            return 1
        }
    done
    why="only these paths were tried: ${!count[*]}"
    [ $mine -lt ${#paths[@]} ] || [ "${#count[@]}" -ge $((${#paths[@]} - 1)) ]
}

say_what_was_tried() {
    local name
    for name in "${paths[@]}" {kill,abort,stop}_twice; do
        echo "# $rig, by ${name//_/ }: ${count[$name]:-0} visits, at worst ${worst[$name]:-0} of ${limit[$name]} ms"
    done
    for name in "${!moments[@]}"; do echo "# $rig, $name: ${moments[$name]} visits"; done
    echo "# $rig: $dirty of $in_visits visits showed something else than the welcome screen when they crashed;" \
        "$killed_for_memory died for want of memory, $outlived_memory needed none"
}

most_visits_had_something_to_hide() {
    why="$dirty of $in_visits"
    [ $((dirty * 2)) -gt "$in_visits" ]
}
some_died_for_want_of_memory() { [ $killed_for_memory -gt 0 ]; }

what_is_left_would_be_found() {
    local found
    touch "$world/tmp/run/planted" "$world/dev/shm/planted" "$folder/planted"
    local segment
    segment=$(ipcmk -M 4096 | grep -o '[0-9]*$')
    seen_pids+="$(awk -v id="$segment" '$2 == id { print $5 }' /proc/sysvipc/shm) "
    found=$(leftovers)
    rm "$world/tmp/run/planted" "$world/dev/shm/planted" "$folder/planted"
    ipcrm -m "$segment"
    why="it found: ${found//$'\n'/; }"
    [ "$(grep -c planted <<<"$found")" = 3 ] && grep -q "shared memory $segment" <<<"$found" && [ -z "$(leftovers)" ]
}

crashes() {
    local nth=0
    [ "$rig" = "with a pointer" ] || nth=1
    seed $((seed + nth))
    if ! find_places || ! end_kiosk || ! launch_faulty; then
        test_that "A kiosk can be tried" false
        return
    fi
    note_known_files
    make_group
    test_that "Every crashed visit ends on a clean welcome screen, and leaves nothing" \
        every_crash_ends_on_a_clean_welcome
    say_what_was_tried
    test_that "Most of those visits had something to hide" most_visits_had_something_to_hide
    test_that "Some of them died for want of memory" some_died_for_want_of_memory
    test_that "What is left would be found" what_is_left_would_be_found
    drop_group
}

if [ "$(id -u)" != 0 ]; then
    skip "crashes" "a kiosk with a /tmp of its own needs root"
    exit 0
fi
on_every_rig_at_once crashes
[ $failures = 0 ]
