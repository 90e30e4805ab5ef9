#!/bin/bash
# X servers of every kind, in any state: the kiosk draws on them, or says what is wrong, and blames no directory for it.
# shellcheck source=tests/rig/rig.sh
. "$(dirname "$0")/../rig/rig.sh"

log_says() { grep -qF "$1" "$folder/log"; }
log_is_empty() {
    why="the log says: $(log_lines)"
    [ -z "$(log_lines)" ]
}

# draws_on_a_root_left_as WISH OF rig-root
draws_on_a_root_left_as() {
    "$bin/rig-root" "$1" && kiosk && await 3 "the welcome screen's picture" shows welcome && log_is_empty
}
a_window_manager_that_runs_keeps_its_mark() {
    local manager marked=none
    mkfifo "$folder/manager" || return
    "$bin/rig-root" manager <"$folder/manager" >"$folder/marked" &
    manager=$!
    exec 7>"$folder/manager"
    await 5 "a mark" test -s "$folder/marked" && kiosk && marked=$(xprop -root _NET_SUPPORTING_WM_CHECK)
    exec 7>&-
    wait $manager
    why="the mark is: $marked"
    [[ $marked == *"window id #"* ]]
}

root_windows() {
    kiosk && picture welcome || why="there is no welcome screen"
    test_that "The kiosk draws where a window manager died" draws_on_a_root_left_as dead-manager
    test_that "The kiosk draws where a mark names a window of another kind" draws_on_a_root_left_as manager-that-lies
    test_that "The kiosk draws on a root window with properties of any kind" draws_on_a_root_left_as garbage
    test_that "The kiosk draws over a window that its program has left" draws_on_a_root_left_as retained
    if command -v xprop >/dev/null; then
        test_that "A window manager that runs keeps its mark" a_window_manager_that_runs_keeps_its_mark
    else
        skip "A window manager that runs keeps its mark" "xprop is missing (Debian package x11-utils)"
    fi
}

# looks_as_in_24_bits: no channel of any pixel is farther away than the smallest depth rounds.
looks_as_in_24_bits() {
    python3 - "$shared/welcome.ppm" "$folder/pictures/welcome.ppm" <<'PYTHON'
import sys
usual, other = (open(file, "rb").read() for file in sys.argv[1:])
assert len(usual) == len(other), "the pictures have different sizes"
sys.exit(max(abs(one - two) for one, two in zip(usual, other)) > 12)
PYTHON
}
draws_and_serves() {
    kiosk && picture welcome && why="the picture looks different" && looks_as_in_24_bits &&
        open_service && leave && await 5 "the welcome screen again" shows welcome
}
learn_24_bits() { kiosk && picture welcome && cp "$folder/pictures/welcome.ppm" "$shared/"; }
another_depth() { test_that "The kiosk draws in $depth bits" draws_and_serves; }

# stage_with VARIABLE=VALUE...: the supervisor passes few variables on, so that a driver is chosen behind it.
stage_with() {
    [ -z "$halte" ] || end_kiosk || return
    printf '#!/bin/bash\nexec env %s %q "$@"\n' "$*" "$bin/observed-visitor" >"$folder/with-variables"
    chmod +x "$folder/with-variables" && stage_visitor "$folder/with-variables"
    : >"$folder/log"
}
# says_and_blames_nobody WORDS: in the log, and the directory that was given is not given up for it.
says_and_blames_nobody() {
    launch --directory "$build/src/programs/embedded.snapshot"
    await 20 "$1 in the log" log_says "$1" && await 20 "six starts" log_says "starts in 2 s" || return
    why="the log says: $(log_lines | grep -v "^halte:" | sort | uniq -c)"
    log_says "Install libgl1-mesa-dri" && ! log_says "the embedded one serves" && end_kiosk
}
# check_says LEVEL WORDS [VARIABLE=VALUE]
check_says() {
    local level=$1 words=$2
    shift 2
    why=$(env "$@" "$bin/halte-check" --json 2>&1 | python3 -c '
import json, sys
print(*[(f["level"], f["what"], f.get("cure")) for f in json.load(sys.stdin)["findings"] if f["id"] == "screen.opengl"])')
    [[ $why == *"'$level'"*"$words"* ]]
}
old_opengl_is_said() {
    stage_with MESA_GL_VERSION_OVERRIDE=1.4 && says_and_blames_nobody "OpenGL 1.4" &&
        check_says failure "OpenGL 1.4" MESA_GL_VERSION_OVERRIDE=1.4
}
a_missing_driver_is_said() {
    stage_with LIBGL_DRIVERS_PATH=/nowhere && says_and_blames_nobody "OpenGL does not start" &&
        check_says failure "OpenGL does not start" LIBGL_DRIVERS_PATH=/nowhere
}
drivers() {
    test_that "--check tells the OpenGL that draws" check_says ok "OpenGL "
    test_that "OpenGL that is too old is said, with the cure" old_opengl_is_said
    test_that "A missing driver of OpenGL is said, with the cure" a_missing_driver_is_said
}
a_server_without_opengl_is_said() {
    stage_with HALTE_TRIED=1 && says_and_blames_nobody "OpenGL does not start" && check_says failure "GLX"
}
servers_without_opengl() { test_that "An X server without OpenGL is said, with the cure" a_server_without_opengl_is_said; }

# The pointer is in the corner when a visitor's screen is shown, and nothing moves before the press.
a_press_with_its_place_presses_there() {
    kiosk && await_feeling && reach "Français" && finger "tablet $folder/tablet" || return
    finger "press $((x + w / 2)) $((y + h / 2))" && await 5 "the situations" is_situations
}
presses_in_a_row_press_where_they_fell() {
    kiosk && await_feeling && reach "Français" || return
    kill -STOP "$visitor"
    finger "press $((x + w / 2)) $((y + h / 2))" "press $((width / 2)) 20"
    kill -CONT "$visitor"
    await 5 "the situations" is_situations
}
# Of two visits: the place is as it was, but the pointer has been in the corner meanwhile.
the_same_place_is_pressed_again_in_the_next_visit() {
    kiosk && await_feeling && reach "Français" || return
    local place="$((x + w / 2)) $((y + h / 2))" first=$visitor
    finger "press $place" && await 5 "the situations" is_situations && leave &&
        await 10 "a fresh welcome" is_fresh_welcome "$first" && await_feeling || return
    finger "press $place" && await 5 "the situations again" is_situations
}
presses() {
    test_that "A press that carries its own place presses there" a_press_with_its_place_presses_there
    test_that "Presses in a row press where each of them fell" presses_in_a_row_press_where_they_fell
    test_that "The same place is pressed again in the next visit" the_same_place_is_pressed_again_in_the_next_visit
}

# Several servers at once, because these tests mostly wait. Each rig has what stands in the variables when it begins.
rigs=()
begin() {
    run_rig "$1" "$2" &
    rigs+=($!)
}
await_rigs() {
    wait_for_rigs "${rigs[@]}"
    rigs=()
}

shared=$(mktemp -d)
begin pointer learn_24_bits
begin pointer root_windows
begin pointer drivers
await_rigs
xvfb_options=(-extension GLX)
begin pointer servers_without_opengl
xvfb_options=()
for depth in 16 30; do begin pointer another_depth; done
begin touchscreen presses
await_rigs
rm -rf "$shared"
[ $failures = 0 ]
