# shellcheck shell=bash
# The measures, one function each; tests/bench/run sources them and says what is wanted. Each adds its rows to the table,
# and fails, leaving in `why` what it missed, when it could not be made.
# shellcheck disable=SC2034,SC2154  # the rig, the run and the measures share these variables
# shellcheck source=tests/rig/rig.sh
. "$source/tests/rig/rig.sh"
# shellcheck source=tests/bench/table.bash
. "$source/tests/bench/table.bash"
# shellcheck source=tests/bench/visit.bash
. "$source/tests/bench/visit.bash"
# shellcheck source=tests/bench/instructions.bash
. "$source/tests/bench/instructions.bash"

width=1920
height=1080

# The touchscreen, or the pointer where there is none. A rig says on its standard output what it lacks.
bench() {
    local kind
    table=$(mktemp)
    # shellcheck disable=SC2064  # the file of now
    trap "rm -f $table" EXIT
    for kind in touchscreen pointer; do
        run_rig $kind measure_all >&2 &
        wait_for_rigs $!
        [ ! -s "$table" ] || break
    done
    [ -s "$table" ] || fail "Nothing could be measured."
    print_table
    [ $failures = 0 ]
}

measure_all() {
    local name
    say "Measuring $rig, $([ $quick = no ] || echo quickly,\ )beside a load of $(cut -d' ' -f1 /proc/loadavg)"
    write_settings
    for name in "${wanted[@]}"; do
        say "Measuring: $name"
        why=
        "measure_$name" && continue
        failures=$((failures + 1))
        say "\"$name\" could not be measured: ${why:-no reason is known}"
        sed 's/^/    log: /' "$folder/log" 2>/dev/null | tail -5
    done
}

# times QUICKLY USUALLY: how often to repeat.
times() { if [ $quick = yes ]; then seq "$1"; else seq "$2"; fi; }

start_of() { "$bin/start-timer" "$@" 2>>"$folder/log"; }
start_of_ours() { start_of "$bin/halte-visitor" --config "$folder/halte.toml"; }
start_of_floor() { start_of "$bin/floor-window"; }

# The first of each is thrown away: it finds nothing in the file cache.
measure_start() {
    local ours floor turn
    start_of_ours >/dev/null && start_of_floor >/dev/null || return
    for turn in $(times 5 25); do
        ours=$(start_of_ours) && floor=$(start_of_floor) || return
        echo "$ours $floor" >>"$folder/starts"
    done
    row "start to the first frame" "$(milliseconds "$(column 1 "$folder/starts")")" \
        "$(milliseconds "$(column 2 "$folder/starts")")" "$(ratio "$folder/starts")" 1.3
}

# memory_of PIDS...: in kB, "ALL OWN". What is shared counts in parts; OWN is what no file holds.
memory_of() {
    local pid
    for pid in "$@"; do cat "/proc/$pid/smaps_rollup" || return; done |
        awk '/^Pss:/ { all += $2 } /^Pss_(Anon|Shmem):/ { own += $2 } END { print all, own }'
}

# The supervisor and every visitor process: during a visit there are two.
memory_of_kiosk() {
    local children
    # That file's line has no end, which is a failure to read.
    read -r -a children <"/proc/$halte/task/$halte/children"
    [ ${#children[@]} -gt 0 ] && memory_of "$halte" "${children[@]}"
}

memory_of_floor() {
    local pid ready=
    [ -p "$folder/floor" ] || mkfifo "$folder/floor"
    exec 5<>"$folder/floor"
    HALTE_PIPE=5 MALLOC_ARENA_MAX=1 MESA_SHADER_CACHE_DISABLE=true "$bin/floor-window" &
    pid=$!
    read -r -n 1 -t 20 -u 5 ready && floor=$(memory_of $pid)
    exec 5>&-
    end_process $pid
    [ "$ready" = r ]
}

# One after the other, never at once: what both map would count half for each.
measure_memory() {
    local floor welcome after turn
    learn_visit || return
    for turn in $(times 1 3); do
        memory_of_floor && unobserved_kiosk && welcome=$(memory_of_kiosk) && replay_visit &&
            after=$(memory_of_kiosk) && end_kiosk || return
        echo "$welcome $after $floor" >>"$folder/memory"
    done
    row_of_memory "memory of all processes at the welcome screen" 1 5 1
    row_of_memory "memory during a visit, the next process waiting" 3 5 -
    row_of_memory "of it no file's, at the welcome screen" 2 6 -
}

# row_of_memory MEASURE OURS FLOOR GOAL: by the columns.
row_of_memory() {
    awk -v ours="$2" -v floor="$3" '{ print $ours, $floor + 16 * 1024 }' "$folder/memory" >"$folder/compared"
    row "$1" "$(megabytes "$(column 1 "$folder/compared")")" \
        "$(megabytes "$(column "$3" "$folder/memory")") + 16 MB" "$(ratio "$folder/compared")" "$4"
}

# Of every thread: how often it slept until something woke it.
wake_ups_of() {
    local pid
    for pid in "$@"; do cat "/proc/$pid"/task/*/status; done | awk '/^voluntary_ctxt/ { sum += $2 } END { print sum }'
}

# Here the passing of time is what is measured.
measure_idle() {
    local seconds=20 before frames_before
    [ $quick = no ] || seconds=10
    kiosk && await_feeling && await_rest "$visitor" || return
    before=$(wake_ups_of "$halte" "$visitor")
    read_screen && frames_before=$frame || return
    sleep $seconds
    local woken=$(($(wake_ups_of "$halte" "$visitor") - before))
    read_screen || return
    row "frames per second at the welcome screen" "$(divided $((frame - frames_before)) $seconds)" - - 0
    row "wake-ups per second at the welcome screen" "$(divided $woken $seconds)" - - 1
}

measure_touch() {
    local turn
    : >"$folder/touched"
    export HALTE_FRAMES=$folder/frames
    kiosk || return
    for turn in $(times 2 8); do
        "$bin/floor-layer" 60 >>"$folder/layers" && await_feeling && await_rest "$visitor" && visit_slowly || return
    done
    unset HALTE_FRAMES
    frames_of_touches >"$folder/touch-frames"
    row_of_touch "CPU from touch to frame, 99th percentile" 99 1.5
    row_of_touch "CPU from touch to frame, median" 50 -
    say "$(wc -l <"$folder/touch-frames") frames after touches, $(wc -l <"$folder/layers") of the floor"
}
row_of_touch() {
    local ours floor
    ours=$(percentile "$2" <"$folder/touch-frames")
    floor=$(percentile "$2" <"$folder/layers")
    row "$1" "$(milliseconds "$ours")" "$(milliseconds "$floor")" "$(divided "$ours" "$floor")" "$3"
}

# The frame that was drawn first after each touch: what all threads used since the frame before it, when there was
# nothing to do.
frames_of_touches() {
    { awk '{ print $1, "touch" }' "$folder/touched" && awk '{ print $3, "frame", $4 }' "$folder/frames"; } | sort -n |
        awk '$2 == "touch" { waits = 1 } $2 == "frame" && waits { print $3; waits = 0 }'
}

# The finger is held until the pressed key is drawn. The next visitor's second frame is the first one on the screen.
measure_swap() {
    local turn leaver lifted shown floor
    export HALTE_FRAMES=$folder/swap-frames
    kiosk || return
    for turn in $(times 4 15); do
        open_situations && await_feeling && reach "Effacer et partir" && finger "down $((x + w / 2)) $((y + h / 2))" &&
            await 3 "a pressed key" is_after_frame "$frame" && await_rest "$visitor" || return
        leaver=$visitor
        lifted=${EPOCHREALTIME/./}
        finger up && await 10 "a fresh welcome" is_fresh_welcome "$leaver" || return
        shown=$(awk -v pid="$visitor" '$1 == pid && $2 == 2 { print $3 }' "$HALTE_FRAMES")
        floor=$(start_of_floor) || return
        echo "$((shown - lifted)) $floor" >>"$folder/swaps"
    done
    unset HALTE_FRAMES
    row "swap of visitors, against a start" "$(milliseconds "$(column 1 "$folder/swaps")")" \
        "$(milliseconds "$(column 2 "$folder/swaps")")" "$(ratio "$folder/swaps")" 1.5
}
