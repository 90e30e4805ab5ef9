# shellcheck shell=bash
# The kiosk that the crash paths are tried on, and what may be left of its visits; to be sourced after rig.sh and
# random.bash. Its program is faulty-visitor, which writes no accessibility tree: everything is seen from outside.
# shellcheck disable=SC2034,SC2154  # the scripts share these variables

promises=$source_folder/tests/promises
world=      # the root folder of the kiosk as it is seen from here
group=      # a group of processes whose memory can be limited
seen_pids=" "

launch_faulty() {
    write_settings
    # Not a link: the kiosk's world has a /tmp of its own, and the build may be in the other.
    rm -f "$folder/stage/halte-visitor"
    cp "$bin/faulty-visitor" "$folder/stage/halte-visitor"
    "$promises/small_world" "$folder" "$folder/stage/halte" --config "$folder/halte.toml" 6>&- 7>&- 8>&- 9>&- &
    halte=$!
    world=/proc/$halte/root
    await 20 "the first start's picture" has_hash "$welcome_hash"
}

# For the rigs' own search for evidence.
keep_log() { cp "$world/tmp/log" "$folder/log" 2>/dev/null; }

# The process and window on top, which a person sees.
look_at_the_top() { read -r window victim _ < <("$bin/rig-windows" list | tail -1) && [ "${victim:-0}" -gt 0 ]; }

children_of_halte() { read -ra children <"/proc/$halte/task/$halte/children"; }
remember_children() {
    local child
    children_of_halte
    for child in "${children[@]}"; do [[ $seen_pids == *" $child "* ]] || seen_pids+="$child "; done
}

# What visits that are over have left: files in the kiosk's own /tmp and /dev/shm and in the rig's folder, and shared
# memory that a process has made which is gone.
leftovers() {
    local base
    base=$(basename "$folder")
    find "$world/tmp" "$world/dev/shm" -mindepth 1 \( -name .X11-unix -o -name "$base" \) -prune -o \
        ! -path "$world/tmp/log" ! -path "$world/tmp/run" ! -path "$world/tmp/home" -print
    ls -A "$folder" | comm -13 "$folder/stage/known" -
    orphaned_memory
}
# The number of a process comes again, and kiosks of others may be tried on the same machine: memory whose maker lives is
# nobody's orphan.
orphaned_memory() {
    local segment maker
    while read -r _ segment _ _ maker _; do
        if [[ $seen_pids == *" $maker "* ]] && is_gone "$maker"; then
            echo "shared memory $segment of process $maker"
        fi
    done </proc/sysvipc/shm
}
note_known_files() { ls -A "$folder" >"$folder/stage/known"; }

# A group whose memory is nearly nothing, in whichever of the two hierarchies the machine has. Leaves it in `group`.
make_group() {
    local limit
    group=/sys/fs/cgroup/memory/halte-crash-$$-$BASHPID limit=memory.limit_in_bytes
    [ -d /sys/fs/cgroup/memory ] || group=/sys/fs/cgroup/halte-crash-$$-$BASHPID limit=memory.max
    if mkdir "$group" 2>/dev/null && echo 131072 >"$group/$limit"; then return; fi 2>/dev/null
    rmdir "$group" 2>/dev/null
    group=
}
drop_group() { [ -z "$group" ] || rmdir "$group"; }

fill_the_disk() {
    local place
    for place in tmp dev/shm; do dd if=/dev/zero of="$world/$place/full" bs=4k 2>/dev/null; done
    ! echo more 2>/dev/null >>"$world/tmp/full" && ! echo more 2>/dev/null >>"$world/dev/shm/full"
}
empty_the_disk() { rm -f "$world/tmp/full" "$world/dev/shm/full"; }
