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

# Another monitor beside this one, to its right, is the main one for a while.
there_is_a_second_monitor() {
    second=$(xrandr --query | awk '$1 != "Screen" && $2 == "disconnected" { print $1; exit }')
    [ -n "$second" ] && xrandr --addmode "$second" small
}
# part_of_the_screen_is PICTURE X: from that column on the screen is that picture, as far as that goes.
part_of_the_screen_is() {
    "$bin/rig-watch" picture "$folder/pictures/now.ppm" && python3 - "$folder/pictures/now.ppm" \
        "$folder/pictures/$1.ppm" "$2" <<'PYTHON'
import sys

def read(file):
    magic, size, most, pixels = open(file, "rb").read().split(b"\n", 3)
    return *map(int, size.split()), pixels

(wide, high, all_of_it), (width, height, part) = read(sys.argv[1]), read(sys.argv[2])
at = int(sys.argv[3])
rows = [all_of_it[(y * wide + at) * 3:(y * wide + at + width) * 3] for y in range(min(high, height))]
sys.exit(b"".join(rows) != part)
PYTHON
}
the_main_monitor_on_the_right_is_covered() {
    kiosk && xrandr --output "$second" --mode small --right-of "$output" --primary || return
    await 10 "a welcome screen on the right" part_of_the_screen_is small $width && kiosk &&
        await 3 "a welcome screen on the right from the start" part_of_the_screen_is small $width
}
the_main_monitor_changes_its_place() {
    local last=$visitor
    xrandr --output "$output" --primary && await 10 "a fresh welcome" is_fresh_welcome "$last" &&
        await 3 "a welcome screen on the left" part_of_the_screen_is welcome 0
}
two_monitors() {
    test_that "The main monitor is covered where it stands" the_main_monitor_on_the_right_is_covered
    test_that "The kiosk follows the main monitor to another place" the_main_monitor_changes_its_place
    xrandr --output "$second" --off && xrandr --fb ${width}x$height
}

screen() {
    add_the_small_mode && learn_pictures || why="the rig's screen cannot change"
    test_that "A welcome screen follows the size of the screen" an_idle_screen_that_changes
    back_to_the_usual
    test_that "A visit ends when the screen's size changes" a_screen_that_changes_in_a_visit
    test_that "The next welcome screen follows the screen back" a_screen_that_changes_back
    test_that "No start waits because a screen has changed" nothing_waited
    test_that "An X server that hangs is found out" a_server_that_hangs
    # A virtual server has one output only.
    if there_is_a_second_monitor; then two_monitors; fi
}

if ! command -v xrandr >/dev/null; then
    skip "screen" "xrandr is missing (see kiosk/packages.txt)"
    exit 0
fi
on_every_rig_at_once screen
[ $failures = 0 ]
