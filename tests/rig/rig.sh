# shellcheck shell=bash
# The rig of the end-to-end tests: an X server that nobody sees, a finger on it, eyes before it. To be sourced, with
# kiosk.sh, which knows the kiosk that is tried on it.
#
# Two rigs run the same scenarios. `pointer` is Xvfb with a mouse; `touchscreen` is Xorg with a real touch device (the
# inputtest driver), whose touches reach the kiosk the way those of a terminal's glass do.
#
#   BUILD=FOLDER    the build to test; build/ beside the source when it is not given
#
# A script prints "ok NAME", "not ok NAME: why" or "skip NAME: reason" for each test, and what a failed test left behind
# (pictures, log) stands in BUILD/rig-failures/.
# shellcheck disable=SC2034  # scripts read what stands here
set -u
LC_ALL=C

source_folder=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=${BUILD:-${HALTE_BUILD:-$source_folder/build}}
bin=$build/bin
width=1024
height=768

failures=0
why=
rig=none
folder=
halte=
server=
finger=
watcher=

# test_that SENTENCE COMMAND...: the command is a function that leaves in `why` what it missed.
test_that() {
    local sentence="$1, $rig"
    shift
    why=
    if "$@"; then
        echo "ok $sentence"
    else
        failures=$((failures + 1))
        echo "not ok $sentence: ${why:-$* failed}"
        keep_evidence "$sentence"
    fi
}

skip() { echo "skip $1: $2"; }

keep_evidence() {
    local kept="$build/rig-failures/${1//[^a-zA-Z0-9]/-}"
    mkdir -p "$kept"
    cp -r "$folder"/{log,trees,pictures,touches,searches} "$kept" 2>/dev/null
    [ -z "$server" ] || "$bin/rig-watch" picture "$kept/screen.ppm" 2>/dev/null
    sed 's/^/    log: /' "$folder/log" 2>/dev/null | tail -5
}

now_ms() { echo $((${EPOCHREALTIME/./} / 1000)); }

# await SECONDS WHAT COMMAND...: asks again and again until the command succeeds.
await() {
    local until=$(($(now_ms) + $1 * 1000)) seconds=$1 what=$2
    shift 2
    until "$@"; do
        if [ "$(now_ms)" -gt $until ]; then
            why="after $seconds s there was still not $what"
            return 1
        fi
        sleep 0.02
    done
}

# must_not WITHIN_MS WHAT COMMAND...: fails as soon as the command succeeds within that time. For what must not happen
# there is no condition to wait for.
must_not() {
    local until=$(($(now_ms) + $1)) what=$2
    shift 2
    while [ "$(now_ms)" -lt $until ]; do
        if "$@"; then
            why="there was $what"
            return 1
        fi
        sleep 0.05
    done
}

is_gone() { ! kill -0 "$1" 2>/dev/null; }

# on_every_rig FUNCTION: the function holds tests; it finds a fresh server and no kiosk.
on_every_rig() {
    local kind
    for kind in pointer touchscreen; do
        run_rig $kind "$1" &
        wait_for_rigs $!
    done
}

# The same on both rigs at once, for tests that mostly wait.
on_every_rig_at_once() {
    run_rig pointer "$1" &
    local first=$!
    run_rig touchscreen "$1" &
    wait_for_rigs $first $!
}

wait_for_rigs() {
    local pid
    # Each rig cleans up after itself when it is told to end.
    # shellcheck disable=SC2064  # the processes of now
    trap "kill $* 2>/dev/null; wait; exit 130" HUP INT TERM
    for pid in "$@"; do wait "$pid" || failures=$((failures + 1)); done
    trap - HUP INT TERM
}

# In a process of its own, so that its end, however it comes, takes with it all that it started.
run_rig() {
    failures=0
    folder=$(mktemp -d)
    mkdir "$folder/trees" "$folder/pictures" "$folder/stage"
    trap close_rig EXIT
    trap 'exit 130' HUP INT TERM
    local missing
    for missing in observed-visitor rig-touch rig-watch; do
        [ ! -x "$bin/$missing" ] || continue
        skip "$(basename "$0" .sh), $1" "$missing is not built: see tests/e2e/CMakeLists.txt for the packages it needs"
        exit 0
    done
    local reason
    if ! open_rig "$1"; then
        skip "$(basename "$0" .sh), $1" "${reason:-the X server did not start}"
        exit 0
    fi
    "$2"
    [ $failures = 0 ]
}

# Leaves the reason in `reason` when it fails.
open_rig() {
    mkfifo "$folder/number"
    exec 7<>"$folder/number"
    case $1 in
        pointer) open_xvfb ;;
        touchscreen) open_xorg ;;
    esac || return
    read -r -t 20 -u 7 DISPLAY || {
        reason="$(x_complaint)"
        return 1
    }
    exec 7>&-
    export DISPLAY=":$DISPLAY"
    case $1 in
        pointer) open_finger pointer ;;
        touchscreen) open_finger touchscreen "$folder/touch" $width $height ;;
    esac
}

open_xvfb() {
    command -v Xvfb >/dev/null || {
        reason="Xvfb is missing (Debian package xvfb)"
        return 1
    }
    rig="with a pointer"
    Xvfb -displayfd 7 -screen 0 ${width}x${height}x24 -noreset -nolisten tcp \
        >"$folder/x.log" 2>&1 &
    server=$!
}

open_xorg() {
    local xorg=/usr/lib/xorg/Xorg
    [ -x $xorg ] || xorg=$(command -v Xorg) || {
        reason="Xorg is missing (Debian packages xserver-xorg-core and xserver-xorg-video-dummy)"
        return 1
    }
    rig="with real touches"
    sed "s|@FOLDER@|$folder|; s|@MODE@|${width}x$height|" "$source_folder/tests/rig/xorg.conf.in" >"$folder/xorg.conf"
    $xorg -displayfd 7 -config "$folder/xorg.conf" -logfile "$folder/xorg.log" -noreset -nolisten tcp -novtswitch \
        -sharevts vt7 >"$folder/x.log" 2>&1 &
    server=$!
}

# Why the server did not start, in its own words.
x_complaint() {
    local complaint
    complaint=$(grep -hE '^(Fatal server error|\(EE\)|.*\(EE\) [a-zA-Z])' "$folder/x.log" "$folder/xorg.log" 2>/dev/null |
        grep -vE 'Fatal server error|^\(EE\) *$' | head -1)
    echo "the X server did not start: ${complaint:-no display number within 20 s}"
}

# open_finger ARGUMENTS OF rig-touch...
open_finger() {
    mkfifo "$folder/finger" "$folder/felt"
    "$bin/rig-touch" "$@" <"$folder/finger" >"$folder/felt" 2>"$folder/finger.log" &
    finger=$!
    exec 8>"$folder/finger" 9<"$folder/felt"
    read -r -t 10 -u 9 _ || {
        reason="there is no finger: $(head -1 "$folder/finger.log")"
        return 1
    }
}

# finger "LINE OF rig-touch"...: returns when the server has dealt with all of them. A script may name a command in
# `before_touch`, which is told each line before it is carried out.
before_touch=
finger() {
    local line answer
    for line in "$@"; do
        [ -z "$before_touch" ] || "$before_touch" "$line" || return
        echo "$line" >&8
        read -r -t 20 -u 9 answer || answer="nothing"
        [ "$answer" = "done" ] || {
            why="the finger answered \"$answer\" to \"$line\""
            return 1
        }
    done
}

# Ends what this rig has started, by its id, and nothing else. The finger leaves before the server, never the other way
# round: a touchscreen's driver without its client keeps a core busy.
close_rig() {
    trap - EXIT
    local pid
    for pid in "$halte" "$watcher" "$finger" "$server"; do
        [ -z "$pid" ] || end_process "$pid"
    done
    rm -rf "$folder"
}

end_process() {
    kill "$1" 2>/dev/null
    await 4 "an end of process $1" is_gone "$1" || kill -KILL "$1"
    wait "$1" 2>/dev/null
}

# watch X Y W H: samples that rectangle until end_watch; the changes, and what `mark` says, come into $folder/seen.
watch() {
    # A test that failed has left its own.
    [ -z "$watcher" ] || end_watch
    [ -p "$folder/marks" ] || mkfifo "$folder/marks"
    # What the last watch saw must not count as this one's first sample: the watcher empties the file a moment later.
    : >"$folder/seen"
    "$bin/rig-watch" changes "$@" <"$folder/marks" >"$folder/seen" 2>>"$folder/log" 8>&- 9>&- &
    watcher=$!
    exec 6>"$folder/marks"
    await 5 "a first sample" grep -q picture "$folder/seen"
}
mark() {
    local count
    count=$(grep -c mark "$folder/seen")
    echo "$1" >&6
    await 5 "a mark" has_marks $((count + 1))
}
has_marks() { [ "$(grep -c mark "$folder/seen")" -ge "$1" ]; }
end_watch() {
    exec 6>&-
    wait "$watcher"
    watcher=
}

# shellcheck source=tests/rig/kiosk.sh
. "$source_folder/tests/rig/kiosk.sh"
