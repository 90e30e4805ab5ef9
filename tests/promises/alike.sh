#!/bin/bash
# Two visits that had nothing in common leave the same behind: whoever comes next, or looks from outside, cannot tell one
# from the other. Visits are made with the product's own program.
# shellcheck source=tests/rig/rig.sh
. "$(dirname "$0")/../rig/rig.sh"
# shellcheck source=tests/promises/observe.bash
. "$(dirname "$0")/observe.bash"

# A scout, whose buttons have names, finds where to touch: the product's program shows the same, and says nothing.
note_touch() {
    local step
    step=step-$way-$(wc -l <"$folder/way-$way")
    picture "$step" && echo "$step $1" >>"$folder/way-$way"
}
scout() {
    way=$1
    : >"$folder/way-$way"
    before_touch=note_touch
    kiosk && "way_$way"
    local status=$?
    before_touch=
    [ $status = 0 ] && picture "end-$way" && reach "$(leave_in "$way")" && exit_at="$((x + w / 2)) $((y + h / 2))"
}
leave_in() { if [ "$1" = arabic ]; then echo "مسح ومغادرة"; else echo "Wissen en weggaan"; fi; }

way_arabic() {
    touch_button "العربية" && await 5 "the situations" sees "اغتصاب أو اعتداء جنسي" &&
        touch_button "اغتصاب أو اعتداء جنسي" && touch_button "SOS Viol, 0800 98 100" && await 5 "the page" is_service
}
way_dutch() {
    touch_button "Nederlands" && await 5 "the situations" sees "Kind of jongere" && touch_button "Taal en tekstgrootte" &&
        touch_button "Heel groot" && touch_button "Terug" && touch_button "Kind of jongere" && read_page && read_page
}
read_page() {
    await 5 "a screen that stands still" is_still && find_node '"turns_page":true,' && await_page &&
        finger "tap $((x + w / 2)) $((y + h / 2))" && await 3 "a page that turns" is_after_frame "$frame"
}

# visit_and_leave WAY: observed when the first screen stands, at the end of the visit, and when it is over.
visit_and_leave() {
    local step line
    scout "$1" && end_kiosk && stage_visitor "$bin/halte-visitor" && : >"$folder/log" && launch &&
        await 20 "the welcome screen" shows "step-$1-0" && observe "fresh-$1" || return
    sleep 0.6
    local visitor
    visitor=$(cat "/proc/$halte/task/$halte/children")
    while read -r step line; do
        touch_once_seen "$step" "$line" || return
    done <"$folder/way-$1"
    await 5 "the end of the way" shows "end-$1" && await 5 "a next process" has_two && observe "during-$1" || return
    finger "tap $exit_at" && await 10 "an end of the process" is_gone "${visitor% }" &&
        await 5 "the welcome screen" shows "step-$1-0" && observe "after-$1"
}
has_two() { [ "$(wc -w <"/proc/$halte/task/$halte/children")" = 2 ]; }

two_visits_are_made() { visit_and_leave arabic && visit_and_leave dutch && end_kiosk; }

they_leave_the_same() {
    why="what differs is: $(lines_that_differ after-arabic after-dutch)"
    [ -z "$(differences after-arabic after-dutch)" ] && [ "$(find "$folder/observed/after-dutch" -type f | wc -l)" -ge 8 ]
}
only_the_screen_told_them_apart() {
    local told
    told=$(differences during-arabic during-dutch)
    why="what differs is: $(lines_that_differ during-arabic during-dutch)"
    [ "$told" = screen.ppm ]
}
the_log_holds_no_line() {
    why="the log says: $(head -2 "$folder/observed/after-dutch/log")"
    [ ! -s "$folder/observed/after-dutch/log" ]
}
the_first_screen_is_the_same_before_and_after() {
    local told
    # The first process of a kiosk has other numbers for its pipes.
    told=$(differences fresh-arabic after-arabic | grep -v process-)
    why="what differs is: $(lines_that_differ fresh-arabic after-arabic)"
    [ -z "$told" ]
}

# A secret in every place that is looked at.
planted_secrets_are_found() {
    local window told
    : >"$folder/log"
    launch && await 20 "the welcome screen" shows step-dutch-0 && observe planted-not && end_kiosk || return
    HALTE_SECRET=rape launch && await 20 "the welcome screen" shows step-dutch-0 || return
    window=$(xwininfo -root -children | grep -oE '0x[0-9a-f]+' | sed -n 2p)
    xprop -id "$window" -f _NET_WM_NAME 8u -set _NET_WM_NAME "Halte - rape"
    xprop -root -f HALTE_SECRET 8u -set HALTE_SECRET rape
    echo "somebody asked about rape" >>"$folder/log"
    observe planted
    xprop -root -remove HALTE_SECRET
    told=$(differences planted-not planted)
    why="what was found is: ${told//$'\n'/ }"
    [ "${told//$'\n'/ }" = "atoms log process-1 process-2 root-properties windows" ]
}

alike() {
    test_that "Two visits with nothing in common are made" two_visits_are_made
    test_that "Two visits with nothing in common leave the same behind" they_leave_the_same
    test_that "While they lasted, only the screen told them apart" only_the_screen_told_them_apart
    test_that "The log holds no line of them" the_log_holds_no_line
    test_that "The first screen is the same before and after" the_first_screen_is_the_same_before_and_after
    test_that "Secrets are found that are put where we look" planted_secrets_are_found
}

# Not dumpable: another user reads nothing of a visitor process, and so not even its own.
if [ "$(id -u)" != 0 ]; then
    test_that() { skip "$1" "only root may look at a visitor process"; }
    alike
    exit 0
fi
run_rig pointer alike &
wait_for_rigs $!
[ $failures = 0 ]
