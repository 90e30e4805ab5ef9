# shellcheck shell=bash
# Searches of memory for what a visit to the canaries has left; to be sourced, with the rig, canaries.bash and
# route.bash.
# shellcheck disable=SC2034,SC2154  # rig.sh and the scripts share these variables

# prepare_searches TESTS: the words to look for come into the folder `shared`. Where nothing may be searched it goes
# through the tests only to skip them, and ends the script: visitor processes are not dumpable, so only who may trace
# anybody (capability 19) may read their memory.
prepare_searches() {
    local rights
    rights=$(awk '/^CapEff:/ { print $2 }' /proc/self/status)
    if ! ((0x$rights >> 19 & 1)); then
        test_that() { skip "$1" "only root may read the memory of a visitor process"; }
        "$1"
        exit 0
    fi
    shared=$(mktemp -d)
    trap 'rm -rf "$shared"' EXIT
    if ! make_canaries "$shared" || ! "$bin/memory-search" derive "$shared/canaries" >"$shared/needles"; then
        echo "not ok A snapshot with canaries is built: $(tail -1 "$shared/build.log")"
        exit 1
    fi
}

# search NAME PID...: what was found, in the form of memory-search, comes into $folder/searches/NAME.
search() {
    local name=$1
    shift
    "$bin/memory-search" search "$folder/needles" --own "$shared/canary.snapshot" "$@" \
        >"$folder/searches/$name" 2>>"$folder/log"
    [ $? -le 1 ] && return
    why="the memory of $* could not be searched: $(tail -1 "$folder/log")"
    return 1
}

# finds NAME PID CANARY FORM: regular expressions, but for the name and the process.
finds() {
    why="in process $2 there is no $3 as $4"
    grep -qE "^hit"$'\t'"$2 [^"$'\t'"]*"$'\t'"($3)"$'\t'"($4)" "$folder/searches/$1"
}

# finds_nothing NAME PID...: nor was there anything that it could not read. What the kernel itself shows to processes
# (vvar, vsyscall) cannot be read from outside, nor the holes that libraries leave between their parts.
finds_nothing() {
    local name=$1 file=$folder/searches/$1 pid
    shift
    for pid in "$@"; do
        why="in process $pid there is $(grep -cE "^hit"$'\t'"$pid " "$file") times something of the visit, as in:
$(grep -m 3 -E "^hit"$'\t'"$pid " "$file")"
        ! grep -qE "^hit"$'\t'"$pid " "$file" || return
        why="process $pid was not searched"
        grep -qE "^searched"$'\t'"$pid " "$file" || return
    done
    why="not searched was $(grep ^unread "$file" | grep -vE '\[(vvar|vvar_vclock|vsyscall)\]|---p' | head -1)"
    [ "$why" = "not searched was " ]
}

# finds_the_snapshot NAME PID...: each visitor process has it from its start, once. That its words are found there and
# nowhere else says that the search looked well.
finds_the_snapshot() {
    local name=$1 pid
    shift
    for pid in "$@"; do
        why="process $pid has not one whole snapshot"
        awk -F'\t' -v owner="$pid halte-visitor" '$1 == "searched" && $2 == owner && $4 == 1 { found = 1 }
            END { exit !found }' "$folder/searches/$name" && grep -q "^own"$'\t'"$pid " "$folder/searches/$name" || return
    done
}

# tell NAME: how much was searched, and where how many of which forms were found, for whoever reads the output.
tell() {
    awk -F'\t' -v name="$1" '
        $1 == "searched" { printf "    %s: %s: %.0f MB, %d hits, %d ms\n", name, $2, $3 / 1e6, $5, $6 }
        $1 == "hit" {
            form = $4
            sub(/ of [0-9.]+ pixels.*| of the code, .*|, (as it|capitals|small|no acc|taken|back).*/, "", form)
            sub(/^[0-9]+ /, "", $2)
            sub(/^.*\//, "", $5)
            ++found[$2 ": " form " in " $5]
        }
        END { for (what in found) printf "    %s: %s: %d\n", name, what, found[what] }' "$folder/searches/$1" | sort
}

# The visit stands still at its end, with the next visitor's process waiting behind it.
next=
has_next() {
    read -r _ next < <(visitors)
    [ -n "$next" ]
}
# ended NAME PID: the visitor's process is gone, and nothing of the visit is anywhere.
ended() {
    await 50 "an end of the visitor process" is_gone "$2" && await 10 "the welcome screen" shows welcome || return
    local heirs
    read -ra heirs < <(visitors)
    search "$1" "$halte" "${heirs[@]}" "$server" && tell "$1"
    finds_nothing "$1" "$halte" "${heirs[@]}" "$server" && finds_the_snapshot "$1" "${heirs[@]}" &&
        left_no_shared_memory "$2"
}

# In /proc/sysvipc/shm the fifth column is the process that made a segment.
left_no_shared_memory() {
    why="a segment of shared memory outlives process $1"
    ! awk -v pid="$1" '$5 == pid { found = 1 } END { exit !found }' /proc/sysvipc/shm
}
