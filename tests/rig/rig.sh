# shellcheck shell=bash
# The rig of the end-to-end tests: an X server that nobody sees, a finger on it, a kiosk in front of it. To be sourced.
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

# --- Results ---------------------------------------------------------------------------------------------------------

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
    cp -r "$folder"/{log,trees,pictures} "$kept" 2>/dev/null
    [ -z "$server" ] || "$bin/rig-watch" picture "$kept/screen.ppm" 2>/dev/null
    sed 's/^/    log: /' "$folder/log" 2>/dev/null | tail -5
}

# --- Waiting ---------------------------------------------------------------------------------------------------------

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

# --- The X server and the finger -------------------------------------------------------------------------------------

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
    for missing in halte halte-visitor observed-visitor rig-touch rig-watch; do
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
    Xvfb -displayfd 7 -screen 0 ${width}x${height}x24 -noreset -nolisten tcp >"$folder/x.log" 2>&1 &
    server=$!
}

open_xorg() {
    local xorg=/usr/lib/xorg/Xorg
    [ -x $xorg ] || xorg=$(command -v Xorg) || {
        reason="Xorg is missing (Debian packages xserver-xorg-core and xserver-xorg-video-dummy)"
        return 1
    }
    rig="with real touches"
    sed "s|@FOLDER@|$folder|" "$source_folder/tests/rig/xorg.conf.in" >"$folder/xorg.conf"
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

# finger "LINE OF rig-touch"...: returns when the server has dealt with all of them.
finger() {
    local line answer
    for line in "$@"; do
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

# --- The kiosk -------------------------------------------------------------------------------------------------------

# stage_visitor FILE: halte starts the program halte-visitor that stands beside it, so the tests put theirs there.
stage_visitor() {
    [ -e "$folder/stage/halte" ] || cp "$bin/halte" "$folder/stage/halte"
    ln -sf "$1" "$folder/stage/halte-visitor"
}

# The shortest times that the settings allow.
write_settings() {
    cat >"$folder/halte.toml" <<'TOML'
[place]
name = "Maison de l’Exemple"
address = "Rue de l’Exemple 1, 1000 Bruxelles"
latitude = 50.85
longitude = 4.35

[screen]
diagonal_inches = 15

[visit]
inactivity_seconds = 15
inactivity_reading_seconds = 15
countdown_seconds = 20
TOML
}

# A time zone in which it is now five past ten, so that no hour strikes, and no service opens, while a test runs.
ten_past_in_the_morning() {
    local off=$((EPOCHSECONDS % 86400 - (10 * 3600 + 300))) sign=
    [ $off -ge 0 ] || sign=-
    printf 'HLT%s%02d:%02d:%02d' "$sign" $((${off#-} / 3600)) $((${off#-} / 60 % 60)) $((${off#-} % 60))
}

# launch ARGUMENTS OF halte...
launch() {
    rm -f "$folder"/trees/*
    write_settings
    TZ=$(ten_past_in_the_morning) HALTE_TREE=$folder/trees "$folder/stage/halte" --config "$folder/halte.toml" "$@" \
        2>>"$folder/log" 7>&- 8>&- 9>&- &
    halte=$!
}

# kiosk ARGUMENTS OF halte...: a fresh kiosk, when its first visitor's welcome screen is on the screen.
kiosk() {
    [ -z "$halte" ] || end_kiosk || return
    : >"$folder/log"
    [ "$(readlink "$folder/stage/halte-visitor")" = "$bin/observed-visitor" ] || stage_visitor "$bin/observed-visitor"
    launch "$@"
    await 20 "a welcome screen" is_welcome
}

# Leaves the end status of halte in `status`.
end_kiosk() {
    local pid=$halte
    kill "$pid" 2>/dev/null
    await 5 "an end of halte after SIGTERM" is_gone "$pid" || return
    wait "$pid"
    status=$?
    halte=
}

# --- What is on the screen -------------------------------------------------------------------------------------------

# Of the visitor process whose window is on top: its id, frames drawn, when it was shown, and its tree.
visitor=
frame=0
shown_ms=0
tree=

read_screen() {
    local file header best=0 top=
    for file in "$folder"/trees/*.jsonl; do
        read -r header <"$file" || continue
        [[ $header =~ \"pid\":([0-9]+),\"frame\":([0-9]+),\"shown_ms\":([0-9]+) ]] || continue
        if [ "${BASH_REMATCH[3]}" -gt $best ] && kill -0 "${BASH_REMATCH[1]}" 2>/dev/null; then
            best=${BASH_REMATCH[3]}
            top=$file
        fi
    done 2>/dev/null
    [ -n "$top" ] && read_tree "$top"
}

read_tree() {
    tree=$(<"$1")
    # Screens keep some words together with unbreakable spaces; tests are typed with plain ones.
    tree=${tree//$'\xc2\xa0'/ }
    tree=${tree//$'\xe2\x80\xaf'/ }
    [[ $tree =~ \"pid\":([0-9]+),\"frame\":([0-9]+),\"shown_ms\":([0-9]+) ]] || return
    visitor=${BASH_REMATCH[1]}
    frame=${BASH_REMATCH[2]}
    shown_ms=${BASH_REMATCH[3]}
}

# find_node TEXT: the first node whose line holds the text and of which something can be seen. It is left in `node`, its
# rectangle in x, y, w and h, and the part that can be seen in `visible`.
find_node() {
    local line
    while IFS= read -r line; do
        [[ $line == *"$1"* ]] || continue
        [[ $line =~ \"rect\":\[([0-9-]+),([0-9-]+),([0-9]+),([0-9]+)\],\"visible\":\[([0-9-]+),([0-9-]+),([0-9]+),([0-9]+)\] ]] ||
            continue
        [ "${BASH_REMATCH[8]}" -gt 0 ] || continue
        node=$line
        x=${BASH_REMATCH[1]} y=${BASH_REMATCH[2]} w=${BASH_REMATCH[3]} h=${BASH_REMATCH[4]}
        visible="${BASH_REMATCH[*]:5:4}"
        return
    done <<<"$tree"
    return 1
}

# top_of TEXT: the same for a node that may have been scrolled away; prints where its top is.
top_of() {
    read_screen && [[ $tree =~ [^$'\n']*"$1"[^$'\n']*\"rect\":\[[0-9-]+,([0-9-]+), ]] && echo "${BASH_REMATCH[1]}"
}

# sees TEXT: the words are somewhere on the screen now.
sees() { read_screen && find_node_named "$1"; }
find_node_named() {
    local line
    while IFS= read -r line; do
        [[ $line =~ \"name\":\"([^\"]*)\" ]] && [[ ${BASH_REMATCH[1]} == *"$1"* ]] && find_node "$line" && return
    done <<<"$tree"
    return 1
}
sees_no() { read_screen && ! find_node_named "$1"; }

is_welcome() { sees "Maison de l’Exemple" && find_node '"role":"button","name":"Français"' && sees_no "Effacer et partir"; }
is_situations() { sees "Ce n’est pas votre faute." && find_node '"name":"Effacer et partir"'; }
is_service() { sees "0800 98 100" && ! find_node '"role":"button","name":"SOS Viol, 0800 98 100"'; }
is_veil() { read_screen && find_node '"name":"Continuer"' && find_node '"name":"Recommencer"'; }
is_another_visitor() { read_screen && [ "$visitor" != "$1" ]; }
is_fresh_welcome() { is_another_visitor "$1" && is_welcome; }

# Two looks at the tree without a new frame between them, longer apart than two frames of a movement.
is_still() {
    read_screen || return
    local before="$visitor $frame"
    sleep 0.07
    read_screen && [ "$visitor $frame" = "$before" ]
}

# picture NAME: saves what is on the screen when two looks in a row saw the same.
picture() {
    local file=$folder/pictures/$1.ppm
    await 5 "a picture that stands still" is_same_twice "$file"
}
is_same_twice() {
    "$bin/rig-watch" picture "$1" && sleep 0.05 && "$bin/rig-watch" picture "$1.again" && cmp -s "$1" "$1.again"
}
# shows NAME: whether the screen is the same now, to the pixel.
shows() {
    "$bin/rig-watch" picture "$folder/pictures/now.ppm" && cmp -s "$folder/pictures/now.ppm" "$folder/pictures/$1.ppm"
}

# --- Touching --------------------------------------------------------------------------------------------------------

# A new visitor's screen ignores fingers at first, for half a second.
await_feeling() {
    await 10 "a visitor" read_screen || return
    local left=$((shown_ms + 550 - $(now_ms)))
    [ $left -le 0 ] || sleep "$((left / 1000)).$(printf %03d $((left % 1000)))"
}

# reach NAME: turns pages until enough of the button of that name can be seen for a finger, and leaves that part's
# rectangle in x, y, w and h.
reach() {
    local pages name='"role":"button","name":"'$1'"'
    for ((pages = 0; pages < 15; ++pages)); do
        await 5 "a screen that stands still" is_still || return
        if find_node "$name" && [ "${visible##* }" -ge 60 ]; then
            read -r x y w h <<<"$visible"
            return
        fi
        find_node '"action":1000000,' || break
        finger "tap $((x + w / 2)) $((y + h / 2))" || return
        await 3 "a page that turns" is_after_frame "$frame" || return
    done
    why="there is no button \"$1\""
    return 1
}
is_after_frame() { read_screen && [ "$frame" -gt "$1" ]; }

# touch_button NAME: as a person does, in its middle.
touch_button() {
    await_feeling && reach "$1" && finger "tap $((x + w / 2)) $((y + h / 2))"
}

# open_situations, open_services, open_service: from the welcome screen on.
open_situations() { touch_button "Français" && await 5 "the situations" is_situations; }
open_services() {
    open_situations && touch_button "Viol ou agression sexuelle" &&
        await 5 "the services" sees "Maintenant, si vous voulez"
}
open_service() { open_services && touch_button "SOS Viol, 0800 98 100" && await 5 "the service" is_service; }
leave() { touch_button "Effacer et partir"; }

# --- Watching --------------------------------------------------------------------------------------------------------

# watch X Y W H: samples that rectangle until end_watch; the changes, and what `mark` says, come into $folder/seen.
watch() {
    [ -p "$folder/marks" ] || mkfifo "$folder/marks"
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
