#!/bin/bash
# Nobody gets out of the kiosk, however they press and touch:
#
#     tests/promises/escape.sh [CHORDS [SEED]]      10000 chords when it is not said; 100000 is the long form
#
# Random chords of keys, taps, five fingers and drags over the edges come at full speed, while visits begin and end. The
# seed is printed. On the X server with a touchscreen only: its keys and fingers are those of devices.
# shellcheck source=tests/rig/rig.sh
. "$(dirname "$0")/../rig/rig.sh"
# shellcheck source=tests/rig/random.bash
. "$source_folder/tests/rig/random.bash"

chords=${1:-10000}
seed=${2:-$((EPOCHSECONDS % 32768))}
gust=400
echo "# $chords chords with the seed $seed"

# storm CHORDS: the keys of two languages' buttons and of the exit are hit more often.
storm() {
    seed=$((seed + 1))
    finger "storm $1 $seed $french $leave $leave"
}

# foreign_windows: those on the screen that are no visitor process's, and those that are too many.
foreign_windows() {
    local children owners
    read -ra children <"/proc/$halte/task/$halte/children"
    owners=$("$bin/rig-windows" list | cut -d' ' -f2)
    grep -vxF "$(printf '%s\n' "${children[@]}" none)" <<<"$owners" | sed 's/^/a window of process /'
    sort <<<"$owners" | uniq -d | sed 's/^/two windows of process /'
}

# Between two looks a process may have come or gone, so what is wrong must be so twice.
nothing_foreign_is_there() {
    why=$(foreign_windows)
    [ -n "$why" ] || return 0
    sleep 0.2
    why=$(foreign_windows)
    [ -z "$why" ]
}

nobody_gets_out() {
    local supervisor come=0 visitors=0 last
    kiosk || return
    supervisor=$halte
    last=$visitor
    for ((come = 0; come < chords; come += gust)); do
        # At full speed, and then a moment for the visitors to answer in, so that their visits begin and end.
        storm $gust && nothing_foreign_is_there && await 10 "a screen that stands still" is_still && await_feeling ||
            return
        why="halte ended after $((come + gust)) chords"
        ! is_gone "$supervisor" || return
        read_screen && [ "$visitor" != "$last" ] && last=$visitor && visitors=$((visitors + 1))
    done
    echo "# $come chords, and at least $visitors visits that ended meanwhile"
    why="no visit ended meanwhile"
    [ "$visitors" -gt 0 ] && [ "$halte" = "$supervisor" ]
}

nothing_crashed() {
    why="halte's log says: $(log_lines | head -3 | tr '\n' ' ')"
    [ -z "$(log_lines)" ]
}

after_it_the_screen_is_the_first_one() {
    await_feeling && await 5 "a screen that stands still" is_still || return
    # The keys may have names in another language by now, but the exit is where it was. A welcome screen may still be that
    # of a visit which the storm has ended, and deaf: then the next one's is there for the second try.
    ! is_welcome || open_situations || open_situations || return
    local last=$visitor
    finger "tap $leave" && await 10 "a fresh welcome" is_fresh_welcome "$last" &&
        await 3 "the first picture" has_hash "$welcome_hash" && nothing_foreign_is_there || return
    await 3 "one window only" is_one_window
}
is_one_window() { [ "$("$bin/rig-windows" list | wc -l)" = 1 ]; }

# The controls. The same storm ends a program that does leave on a key, and the look finds a window that is not ours.
a_plain_program_does_not_stand_it() {
    end_kiosk || return
    "$bin/rig-windows" plant 8>&- 9>&- &
    local plain=$!
    await 5 "a plain program's window" has_a_window && storm 100
    local ended=no
    ! await 3 "an end of the plain program" is_gone $plain || ended=yes
    kill $plain 2>/dev/null
    wait $plain 2>/dev/null
    [ $ended = yes ]
}
has_a_window() { [ -n "$("$bin/rig-windows" list)" ]; }

a_planted_window_is_found() {
    kiosk || return
    "$bin/rig-windows" plant 8>&- 9>&- &
    local plain=$!
    await 5 "a window that is not ours" something_foreign_is_there
    local found=$?
    kill $plain
    wait $plain 2>/dev/null
    [ $found = 0 ]
}
something_foreign_is_there() { ! nothing_foreign_is_there; }

# More touches than frames can be drawn, on a key that draws something each time.
a_flood_of_touches_neither_hangs_nor_lasts() {
    kiosk && open_services && await_feeling && await 3 "a screen that stands still" is_still || return
    local visit=$visitor touch
    find_node '"turns_page":true,' || return
    for ((touch = 0; touch < 1500; ++touch)); do
        echo "tap $((x + w / 2)) $((y + h / 2))" >&8
        read -r -t 5 -u 9 _ || return
    done
    # A second is the longest that the visit is busy with them; on a slow machine its frames are far apart meanwhile.
    sleep 2
    await 3 "a screen that stands still" is_still || return
    why="the visit was replaced: $(head -1 "$folder/log")"
    [ "$visitor" = "$visit" ] && [ -z "$(log_lines)" ] && leave && await 5 "a fresh welcome" is_fresh_welcome "$visit"
}

# The second tap of a double tap, on the same place and on the place of a language's key, a little later every time.
a_second_tap_in_the_swap_lands_nowhere() {
    local wait_ms leaver
    kiosk || return
    for ((wait_ms = 0; wait_ms <= 300; wait_ms += 20)); do
        open_situations && await_feeling && leaver=$visitor &&
            finger "tap $leave" "sleep $wait_ms" "tap $leave" "tap $french" || return
        await 10 "a fresh welcome" is_fresh_welcome "$leaver" || return
        leaver=$visitor
        must_not 250 "an answer to a second tap after $wait_ms ms" is_no_untouched_welcome "$leaver" || return
    done
    await 3 "the first picture" has_hash "$welcome_hash"
}
is_no_untouched_welcome() { ! is_welcome || [ "$visitor" != "$1" ] || [[ $tree == *'"pressed":true'* ]]; }

# The finger comes down before the swap, on what will be a language's key, and is lifted when the next visitor feels.
a_touch_held_through_the_swap_does_nothing() {
    local wait_ms leaver
    kiosk || return
    for wait_ms in 0 20 60 200; do
        open_situations && await_feeling && leaver=$visitor &&
            finger "tap $leave" "sleep $wait_ms" "down $french" || return
        await 10 "a fresh welcome" is_fresh_welcome "$leaver" && await_feeling || return
        leaver=$visitor
        finger "move $french" up || return
        must_not 400 "an answer to a held touch of $wait_ms ms" is_no_untouched_welcome "$leaver" || return
    done
    await 3 "the first picture" has_hash "$welcome_hash"
}

# The control of the two above.
the_same_touch_counts_later() {
    await_feeling && finger "down $french" "sleep 30" up && await 5 "the situations" is_situations
}

escape() {
    if ! find_places || ! finger "keyboard $folder/keyboard"; then
        test_that "A kiosk with a keyboard can be tried" false
        return
    fi
    test_that "Nobody gets out of $chords chords and touches, and no window is there but ours" nobody_gets_out
    test_that "Nothing crashed meanwhile" nothing_crashed
    test_that "After the storm the screen is the first start's to the pixel" after_it_the_screen_is_the_first_one
    test_that "A flood of touches neither hangs a visit nor keeps it busy" a_flood_of_touches_neither_hangs_nor_lasts
    test_that "A second tap in the moment of the swap lands nowhere" a_second_tap_in_the_swap_lands_nowhere
    test_that "A touch held down through the swap does nothing in the next visit" \
        a_touch_held_through_the_swap_does_nothing
    test_that "The same touch counts when it comes later" the_same_touch_counts_later
    test_that "A window that is not ours is found" a_planted_window_is_found
    test_that "The same storm ends a plain program" a_plain_program_does_not_stand_it
}

run_rig touchscreen escape &
wait_for_rigs $!
[ $failures = 0 ]
