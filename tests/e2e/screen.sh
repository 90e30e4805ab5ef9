#!/bin/bash
# The screen changes under the kiosk: another monitor, a turned one, or an X server that answers nobody.
# shellcheck source=tests/rig/rig.sh
. "$(dirname "$0")/../rig/rig.sh"

small_timing="38.25 800 832 912 1024 600 603 607 624"

add_the_small_mode() {
    output=$(xrandr --query | awk '$2 == "connected" { print $1; exit }')
    # shellcheck disable=SC2086  # the numbers are words of their own
    xrandr --newmode small $small_timing && xrandr --addmode "$output" small
}
screen_becomes() { xrandr --output "$output" --mode "$1"; }
has_size() { [ "$(head -c 40 "$folder/pictures/now.ppm" | sed -n 2p)" = "$1" ]; }

# Of each size, as a kiosk shows it that has never known another.
learn_pictures() {
    screen_becomes small && kiosk && picture small && screen_becomes ${width}x$height && kiosk && picture welcome
}

# follows MODE PICTURE: the screen becomes MODE, and soon a fresh welcome screen covers it.
follows() {
    local last=$visitor since
    since=$(now_ms)
    screen_becomes "$1" && await 10 "a fresh welcome" is_fresh_welcome "$last" &&
        await 3 "a welcome screen of that size" shows "$2" && await 3 "an end of the last process" is_gone "$last" || return
    echo "# a welcome screen of $1 was there $((shown_ms - since)) ms after the change"
    why="the fresh welcome came after $((shown_ms - since)) ms"
    [ $((shown_ms - since)) -le 5000 ]
}

an_idle_screen_that_changes() { kiosk && follows small small; }
a_screen_that_changes_in_a_visit() {
    kiosk && open_service && follows small small && has_size "800 600"
}
a_screen_that_changes_back() { await_feeling && follows ${width}x$height welcome && has_size "$width $height"; }
nothing_waited() {
    why="the log says: $(log_lines)"
    ! grep -q "starts in" "$folder/log"
}
back_to_the_usual() { screen_becomes ${width}x$height; }

log_says() { grep -qF "$1" "$folder/log"; }
a_server_that_hangs() {
    kiosk && open_service || return
    local last=$visitor
    kill -STOP "$server"
    await 6 "an end of the process that asks a server in vain" log_says "a visitor process was silent for too long"
    local ended=$?
    kill -CONT "$server"
    [ $ended = 0 ] && await 20 "a fresh welcome" is_fresh_welcome "$last" && await 3 "the first start's picture" shows welcome
}

screen() {
    add_the_small_mode && learn_pictures || why="the rig's screen cannot change"
    test_that "A welcome screen follows the size of the screen" an_idle_screen_that_changes
    back_to_the_usual
    test_that "A visit ends when the screen's size changes" a_screen_that_changes_in_a_visit
    test_that "The next welcome screen follows the screen back" a_screen_that_changes_back
    test_that "No start waits because a screen has changed" nothing_waited
    test_that "An X server that hangs is found out" a_server_that_hangs
}

if ! command -v xrandr >/dev/null; then
    skip "screen" "xrandr is missing (see kiosk/packages.txt)"
    exit 0
fi
on_every_rig screen
[ $failures = 0 ]
