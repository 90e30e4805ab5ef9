#!/bin/bash
# Nothing of a visit is written anywhere: not by what the processes ask of the kernel, and not by what is on the disks
# afterwards. Visits are made with the product's own program.
# shellcheck source=tests/rig/rig.sh
. "$(dirname "$0")/../rig/rig.sh"
# shellcheck source=tests/promises/canaries.bash
. "$(dirname "$0")/canaries.bash"
# shellcheck source=tests/promises/route.bash
. "$(dirname "$0")/route.bash"
# shellcheck source=tests/promises/changes.bash
. "$(dirname "$0")/changes.bash"
promises=$source_folder/tests/promises

# The kiosk over files of its own, with a trace of every process.
launch_traced() {
    write_settings
    mkdir -p "$folder/traces"
    HALTE_BUILD=$build HALTE_PATIENCE=20 strace -ff -qq -o "$folder/traces/t" "$promises/overlay_world" "$folder" \
        "$folder/stage/halte" --config "$folder/halte.toml" "$@" 2>>"$folder/log" 6>&- 7>&- 8>&- 9>&- &
    await 20 "a supervisor" finds_the_supervisor && await 60 "the welcome screen" shows welcome &&
        list_world >"$folder/world-before"
}
finds_the_supervisor() { halte=$(pgrep -f "^$folder/stage/halte --config") && [ -n "$halte" ]; }

# What was written in the kiosk's world, as paths with sums; sockets of the X server and mount points apart. A world that
# cannot be entered is none in which nothing was written.
list_world() (
    set -o pipefail
    # shellcheck disable=SC2016  # for the shell in there
    nsenter --mount --target "$halte" bash -c '
        cd "$1/world" && find upper tmp run var-tmp root/dev/shm -mindepth 1 \( -type f -exec md5sum {} + -o -print \)' \
        - "$folder" | sort
)

# In the kiosk's world there is no other /tmp than its own.
a_whole_visit_is_traced() {
    cp -r "$shared" "$folder/canaries" && shared=$folder/canaries && mkdir "$folder/searches" &&
        touch "$folder/searches/before" && scout || return
    launch() { launch_traced "$@"; }
    visit && list_world >"$folder/world-during" && memory_is_locked "$visitor" && leave_by_route &&
        await 20 "an end of the visitor process" is_gone "$visitor" && await 20 "the welcome screen" shows welcome
}

# Only the program and the rig's tools have run between the two.
the_disk_is_as_before() {
    why="the kiosk's world could not be listed"
    list_world >"$folder/world-after" || return
    why="this was written: $(diff "$folder/world-before" "$folder/world-after" | grep '^[<>]' | head -5)"
    cmp -s "$folder/world-before" "$folder/world-after" && cmp -s "$folder/world-before" "$folder/world-during"
}

a_file_that_is_written_is_found() {
    local place
    for place in etc/halte-leak tmp/leak run/leak dev/shm/leak var/tmp/leak; do
        # shellcheck disable=SC2016  # for the shell in there
        nsenter --mount --target "$halte" bash -c 'echo secret >"$1/world/root/$2"' - "$folder" "$place"
    done
    list_world >"$folder/world-leaked"
    why="of five files $(grep -c 'leak$' "$folder/world-leaked") were found"
    [ "$(grep -c 'leak$' "$folder/world-leaked")" = 5 ] && ! cmp -s "$folder/world-before" "$folder/world-leaked"
}

# What made the world was traced, too: only what is the product's is kept.
own_traces() {
    local trace
    mkdir "$folder/own"
    for trace in "$folder"/traces/t.*; do
        if grep -q "^execve(\"$folder/stage/halte" "$trace"; then
            sed -n "\\|^execve(\"$folder/stage/halte|,\$p" "$trace" >"$folder/own/${trace##*/}"
        elif ! grep -q '^execve(' "$trace"; then
            cp "$trace" "$folder/own"
        fi
    done
    why="there are traces of $(grep -l halte-visitor "$folder"/own/* | wc -l) visitor processes"
    [ "$(grep -lE '^execve\("[^"]*halte-visitor"' "$folder"/own/* | wc -l)" -ge 2 ]
}

nothing_was_changed() {
    own_traces || return
    changes_in "$folder"/own/t.* >"$folder/changes"
    sed 's/^/    /' "$folder/changes"
    why="unexpected: $(unexpected changes_allowed <"$folder/changes" | head -3)"
    [ -s "$folder/changes" ] && [ -z "$(unexpected changes_allowed <"$folder/changes")" ]
}

nothing_unknown_was_refused() {
    refusals_in "$folder"/own/t.* >"$folder/refusals"
    sed 's/^/    /' "$folder/refusals"
    why="unexpected: $(unexpected refusals_allowed <"$folder/refusals" | head -3)"
    [ -s "$folder/refusals" ] && [ -z "$(unexpected refusals_allowed <"$folder/refusals")" ]
}

# The same reading finds the changes of a program that makes some, and what is refused to it.
changes_of_a_program_are_found() {
    mkdir "$folder/other"
    (cd "$folder/other" && strace -ff -qq -o "$folder/other/t" bash -c '
        echo x >file; mv file moved; ln -s moved link; mkdir d; rm moved; truncate -s 0 link; echo x >/proc/version')
    changes_in "$folder"/other/t.* >"$folder/other/changes"
    refusals_in "$folder"/other/t.* >>"$folder/other/changes"
    local call
    for call in 'openat.*"file".*O_CREAT' rename symlink mkdir unlink 'openat.*"/proc/version"'; do
        why="there is no $call among $(cat "$folder/other/changes")"
        unexpected changes_allowed <"$folder/other/changes" | grep -q "$call" || return
    done
}

# crashes FILE...: whether a process that is killed by a fault leaves a core where cores go.
leaves_a_core() {
    local cores=$folder/cores pid
    rm -rf "$cores" && mkdir "$cores"
    (cd "$cores" && ulimit -c unlimited && exec "$@") &
    pid=$!
    sleep 1
    kill -SEGV "$pid"
    wait "$pid" 2>/dev/null
    [ -n "$(ls "$cores")" ]
}
the_visitor_leaves_no_core() {
    leaves_a_core sleep 60 || { why="no process leaves a core here" && return 1; }
    why="a core was left"
    ! leaves_a_core "$bin/halte-visitor" --config "$folder/halte.toml"
}

memory_is_locked() {
    local locked resident
    locked=$(awk '$1 == "VmLck:" { print $2 }' "/proc/$1/status")
    resident=$(awk '$1 == "VmRSS:" { print $2 }' "/proc/$1/status")
    why="of $resident kB $locked kB are locked"
    [ "$locked" -gt 0 ] && grep -qE '^VmSwap:[[:space:]]+0 kB' "/proc/$1/status"
}

disk() {
    test_that "A whole visit is made over files of its own, locked in memory, and traced" a_whole_visit_is_traced
    test_that "What is on the disks is as before the visit" the_disk_is_as_before
    test_that "A file that is written is found" a_file_that_is_written_is_found
    test_that "Nothing was asked of the kernel that could outlive the visit" nothing_was_changed
    test_that "Nothing was refused but what is known" nothing_unknown_was_refused
    test_that "The changes of another program are found" changes_of_a_program_are_found
    test_that "A visitor process leaves no core" the_visitor_leaves_no_core
}

# Only root mounts, and reads what visitor processes ask.
reason_to_skip() {
    [ "$(id -u)" = 0 ] || { echo "only root may mount files over others" && return; }
    local program
    for program in strace nsenter unshare; do
        command -v $program >/dev/null || echo "$program is missing (see kiosk/packages.txt)"
    done
    unshare --mount bash -c 'mkdir -p "$1/try" && mount -t tmpfs none "$1/try" && mkdir "$1"/try/{u,w,m} &&
        mount -t overlay -o "lowerdir=/,upperdir=$1/try/u,workdir=$1/try/w" overlay "$1/try/m"' - "$shared" 2>&1 |
        head -1
}
shared=$(mktemp -d)
trap 'rm -rf "$shared"' EXIT
reason=$(reason_to_skip)
if [ -n "$reason" ]; then
    test_that() { skip "$1" "$reason"; }
    disk
    exit 0
fi
if ! make_canaries "$shared" || ! "$bin/memory-search" derive "$shared/canaries" >"$shared/needles"; then
    echo "not ok A snapshot with canaries is built: $(tail -1 "$shared/build.log")"
    exit 1
fi
run_rig pointer disk &
wait_for_rigs $!
[ $failures = 0 ]
