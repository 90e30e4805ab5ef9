# shellcheck shell=bash
# Everything that somebody can see of a kiosk without looking into its memory; to be sourced after rig.sh. Numbers that
# differ from start to start whatever anybody does (processes, windows, pipes) are made alike.
# shellcheck disable=SC2154  # the scripts share these variables

# observe NAME: into files in $folder/observed/NAME.
observe() {
    local into=$folder/observed/$1 number=0 pid
    rm -rf "$into"
    mkdir -p "$into"
    # Its extra copy is of the last look only.
    picture "observed-$1" && rm -f "$folder/pictures/observed-$1.ppm.again" &&
        mv "$folder/pictures/observed-$1.ppm" "$into/screen.ppm" || return
    for pid in "$halte" $(cat "/proc/$halte/task/$halte/children"); do
        number=$((number + 1))
        observe_process "$pid" >"$into/process-$number"
    done
    observe_windows >"$into/windows"
    xprop -root | sort >"$into/root-properties"
    xlsatoms | sed 's/^[0-9]*\t*//' | sort >"$into/atoms"
    "$bin/rig-server" >"$into/server"
    cp "$folder/log" "$into/log"
}

observe_process() {
    local proc=/proc/$1
    echo "environment:"
    tr '\0' '\n' <"$proc/environ" | sed "s/$halte/SUPERVISOR/" | sort
    echo "command: $(tr '\0' ' ' <"$proc/cmdline")"
    echo "name: $(cat "$proc/comm")"
    echo "folder: $(readlink "$proc/cwd"), root: $(readlink "$proc/root")"
    echo "descriptors:"
    find "$proc/fd" -mindepth 1 -printf '%f %l\n' | sed -E 's/\[[0-9]+\]/[N]/; s#/tmp/tmp\.[^/]*#FOLDER#' | sort -n
    echo "threads:"
    cat "$proc"/task/*/comm | sort | uniq -c
    echo "limits:"
    cat "$proc/limits"
    echo "status:"
    grep -E '^(Umask|State|Uid|Gid|Groups|NoNewPrivs|Seccomp|Seccomp_filters|Sig(Pnd|Blk|Ign|Cgt)|Shd[A-Z][a-z]*|Cap[A-Z][a-z]*|VmSwap)' \
        "$proc/status" | grep -v '^State'
}

observe_windows() {
    local id
    xwininfo -root -tree | sed -E 's/0x[0-9a-f]+/WINDOW/g'
    xwininfo -root -children | grep -oE '^ +0x[0-9a-f]+' | while read -r id; do
        xprop -id "$id" | sed -E 's/0x[0-9a-f]+/WINDOW/g; s/(_NET_WM_PID.* = )[0-9]+/\1PROCESS/'
        xwininfo -id "$id" -all | sed -E 's/0x[0-9a-f]+/WINDOW/g; s/(Process id: )[0-9]+/\1PROCESS/'
    done
}

# differences A B: names of what differs.
differences() {
    local file
    for file in $(find "$folder/observed/$1" "$folder/observed/$2" -type f -printf '%f\n' | sort -u); do
        cmp -s "$folder/observed/$1/$file" "$folder/observed/$2/$file" || echo "$file"
    done
}

# The first of them, for a person.
lines_that_differ() {
    local file
    for file in $(differences "$1" "$2"); do
        echo "$file: $(diff -a "$folder/observed/$1/$file" "$folder/observed/$2/$file" 2>&1 | tr -d "\0" | grep -a '^[<>]' | head -4 | cut -c1-200 | tr '\n' ';')"
    done
}
