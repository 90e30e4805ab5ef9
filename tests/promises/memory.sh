#!/bin/bash
# Nothing of a visit is in any memory after it: not in the supervisor, not in the next visitor's processes, not in the X
# server. Every search is made first where it must find something.
# shellcheck source=tests/rig/rig.sh
. "$(dirname "$0")/../rig/rig.sh"
# shellcheck source=tests/promises/canaries.bash
. "$(dirname "$0")/canaries.bash"
# shellcheck source=tests/promises/route.bash
. "$(dirname "$0")/route.bash"

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

# Nobody hurries a search: but for the test of that, no visit ends by time.
inactivity=120

# The visit stands still at its end, with the next visitor's process waiting behind it.
next=
has_next() {
    read -r _ next < <(visitors)
    [ -n "$next" ]
}
# Glyphs and the modules of a code are there only in memory that was given back, and how long is chance: `tell` says
# what there was, and memory-search's own tests that it would be found.
the_words_and_pixels_are_found_in_the_visitor() {
    local canary
    visit && await 5 "a next process" has_next && search during "$server" "$visitor" "$next" "$halte" && tell during
    for canary in name summary in-arabic in-dutch below id number; do
        finds during "$visitor" $canary "UTF-8, as it is" || return
    done
    for canary in name summary in-arabic in-dutch below; do
        finds during "$visitor" $canary "six letters in UTF-8" && finds during "$visitor" $canary "coverage of" || return
    done
    finds during "$visitor" code "pixels of the code" && finds during "$visitor" code "vertices of the code" &&
        has_two_sizes during
}

# The name stands at the top of a page in normal text and in large text.
has_two_sizes() {
    local sizes
    sizes=$(grep -cE "^hit"$'\t'"$visitor [^"$'\t'"]*"$'\t'"name"$'\t'"coverage of .* bold" "$folder/searches/$1")
    why="the name is there in $sizes sizes"
    [ "$sizes" -ge 2 ]
}

the_pixels_are_found_in_the_x_server() {
    finds during "$server" code "pixels of the code.*BGRX" && finds during "$server" drawn-large ".*BGRX" &&
        finds during "$server" drawn-below ".*BGRX" && finds before "$server" drawn-first ".*BGRX"
}

nothing_of_it_is_elsewhere() { finds_nothing during "$halte" "$next" && finds_the_snapshot during "$next"; }

# That words would be found in the X server, too. The needles are others, since it does not clear what it frees.
a_word_given_to_the_x_server_is_found() {
    local given
    given=$(word)
    printf 'whole\tgiven\t%s\n' "$given" >"$folder/given"
    "$bin/memory-search" derive "$folder/given" >"$folder/given-needles" || return
    xprop -root -f HALTE_GIVEN 8u -set HALTE_GIVEN "$given"
    "$bin/memory-search" search "$folder/given-needles" "$server" >"$folder/searches/given"
    xprop -root -remove HALTE_GIVEN
    finds given "$server" given "UTF-8, as it is"
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

# The supervisor stands still, so that nobody ends the process.
a_visitor_that_nobody_ends_keeps_the_visit() {
    kill -STOP "$halte"
    leave_by_route && await 5 "the welcome screen" shows welcome && search kept "$visitor" && tell kept
    finds kept "$visitor" name "UTF-8, as it is" && finds kept "$visitor" name "coverage of" &&
        finds kept "$visitor" number "UTF-8, as it is"
}

nothing_is_left_after_the_exit() {
    kill -CONT "$halte" && ended exit "$visitor"
}

nothing_is_left_after_a_kill() {
    visit && await 5 "a next process" has_next && kill -KILL "$visitor" && ended killed "$visitor"
}

nothing_is_left_after_time() {
    local inactivity=15
    visit && ended time "$visitor"
}

nothing_is_left_in_the_x_server_after_the_end() {
    visit && end_kiosk && search over "$server" && tell over
    finds_nothing over "$server" && left_no_shared_memory "$visitor"
}

memory() {
    test_that "A scout finds the way to everything" scout
    test_that "During a visit its words and pixels are found in the visitor process" \
        the_words_and_pixels_are_found_in_the_visitor
    test_that "During a visit its pixels are found in the X server" the_pixels_are_found_in_the_x_server
    if command -v xprop >/dev/null; then
        test_that "A word that is given to the X server is found in it" a_word_given_to_the_x_server_is_found
    else
        skip "A word that is given to the X server is found in it, $rig" "xprop is missing (Debian package x11-utils)"
    fi
    test_that "During a visit nothing of it is in the supervisor or the next process" nothing_of_it_is_elsewhere
    test_that "A visitor process that nobody ends keeps the visit" a_visitor_that_nobody_ends_keeps_the_visit
    test_that "After Erase and leave nothing of the visit is in any process or the X server" \
        nothing_is_left_after_the_exit
    test_that "After a kill nothing of the visit is in any process or the X server" nothing_is_left_after_a_kill
    test_that "When time has ended a visit, nothing of it is in any process or the X server" nothing_is_left_after_time
    test_that "After the end of the kiosk nothing of the visit is in the X server" \
        nothing_is_left_in_the_x_server_after_the_end
}

# Visitor processes are not dumpable: only who may trace anybody (capability 19) may read their memory.
rights=$(awk '/^CapEff:/ { print $2 }' /proc/self/status)
if ! ((0x$rights >> 19 & 1)); then
    test_that() { skip "$1" "only root may read the memory of a visitor process"; }
    memory
    exit 0
fi
shared=$(mktemp -d)
trap 'rm -rf "$shared"' EXIT
if ! make_canaries "$shared" || ! "$bin/memory-search" derive "$shared/canaries" >"$shared/needles"; then
    echo "not ok A snapshot with canaries is built: $(tail -1 "$shared/build.log")"
    exit 1
fi
on_every_rig_at_once memory
[ $failures = 0 ]
