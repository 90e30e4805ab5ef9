# shellcheck shell=bash
# The terminal under cage, instead of the kiosk's own X server. Each function is one test, as in trials.bash; the first
# starts it, and the others find it there. To be sourced.
# shellcheck disable=SC2034,SC2154  # the scripts, the rig and machine.bash share these variables

under_cage() {
    try "It works under cage as well" works_under_cage
    try "Under cage a supervisor that hangs is replaced" comes_back_after signal_process STOP halte
    try "Under cage an upgrade in a visit does not disturb it" upgrade_in_a_visit
    try "Under cage no two displays show a visit" one_display_at_most_is_lit
    try "Under cage fingers land where they touch on a turned picture" works_turned_under_cage
}

works_under_cage() {
    starts_again_with two_outputs && await_screen 300 step-0 &&
        in_guest "systemctl disable --now halte-kiosk; systemctl enable halte-cage; sync" && power_cut && switch_on &&
        watch_the_start 400 && visit_to end && leave_visit && logs_nothing_of_a_visit &&
        comes_back_after kill_process halte-visitor && comes_back_after kill_process cage
}

# Older versions of cage are not started then, newer ones show the kiosk on one of them.
one_display_at_most_is_lit() {
    why="the only display is dark"
    look_at_head 0 && is_lit && plug 1 800 600 && in_guest "systemctl restart halte-cage; true" && sleep 60 || return
    local head lit=0
    for head in 0 1; do
        look_at_head $head || return
        ! is_lit || ((++lit))
    done
    why="both displays are lit"
    [ $lit -lt 2 ] && plug 1 0 0 && in_guest "systemctl restart halte-cage; true" &&
        await_screen 120 step-0 && visit_and_leave
}
# The emulator has some words of its own for a screen that gets no picture.
is_lit() { [ "$(tr -d '\000' <"$run/head.ppm" | wc -c)" -gt $(($(wc -c <"$run/head.ppm") / 2)) ]; }
look_at_head() { ask screendump "{\"filename\":\"head.ppm\",\"device\":\"gpu\",\"head\":$1}"; }

works_turned_under_cage() {
    in_guest "printf '[screen]\nrotation = 90\n' >/etc/halte/halte.toml.d/50-turned.toml; systemctl restart halte-cage" ||
        return
    look_turned 90
    await_screen 120 step-0 && visit_and_leave
}
