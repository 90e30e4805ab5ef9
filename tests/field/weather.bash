# shellcheck shell=bash
# A year of a terminal in an hour: what is plugged out and in, a machine that slept, clocks, disks. Each function is one
# test, as in trials.bash. To be sourced.
# shellcheck disable=SC2034,SC2154  # the scripts, the rig and machine.bash share these variables

touchscreen_comes_back() {
    ask device_del '{"id":"finger"}' && sleep 3 && ask device_add '{"driver":"usb-tablet","id":"finger"}' && sleep 5 &&
        visit_and_leave
}

# The output's plug, as the graphics card tells the kernel.
plug() { "$field/plug" "$run/vnc$1" "$2" "$3" || { why="output $1 could not be set to $2 x $3" && return 1; }; }

display_comes_back() {
    plug 0 0 0 && sleep 5 && plug 0 $width $height && await_screen 90 step-0 && visit_and_leave
}

display_comes_back_in_a_visit() {
    visit_to step-2 && plug 0 0 0 && sleep 5 && plug 0 $width $height && await_screen 90 step-2 && leave_visit
}

# Another one, of another size, is plugged in instead, and then the old one again.
another_display_is_filled() {
    plug 0 1280 800 && await 90 "a picture of 1280 x 800" fills 1280 800 && plug 0 $width $height &&
        await_screen 90 step-0
}
fills() { screenshot now.ppm && head -c 15 "$run/now.ppm" | grep -q "^$1 $2"; }

# More than one screen: whoever stands at the other one must not see the visit. The emulator shows words of its own on a
# screen that gets no picture.
second_display_stays_dark() {
    local look='{"filename":"second.ppm","device":"gpu","head":1}'
    plug 1 800 600 && sleep 20 && ask screendump "$look" && mv "$run/second.ppm" "$run/second-before.ppm" &&
        visit_to end && ask screendump "$look" && in_guest "XAUTHORITY=/run/halte-display/Xauthority xrandr -d :0" || return
    why="the second screen is not as it was before the visit"
    cmp -s "$run/second.ppm" "$run/second-before.ppm" || return
    why="the X server has it on: $said"
    grep -q '^Virtual-2 connected (' <<<"$said" && leave_visit && plug 1 0 0
}

wakes_up() {
    visit_to step-2 && begin_in_guest "echo mem >/sys/power/state" && await 60 "sleep" is_asleep &&
        ask system_wakeup && agent_is_ready=yes && await_screen 120 step-2 && leave_visit
}
is_asleep() { ask query-status && [[ $answer == *suspended* ]]; }

clock_is_wrong() {
    local day
    for day in 2049-07-01 2003-07-01; do
        in_guest "date -s '$day 03:00:00'" && sleep 5 && visit_and_leave || return
    done
}

disk_is_full() {
    in_guest "cat /dev/zero >/fill; sync; df -P / | tail -1"
    [[ $said == *"100%"* ]] && visit_and_leave && comes_back_after kill_process Xorg
}
starts_with_a_full_disk() { power_cut && switch_on && watch_the_start 300 && visit_and_leave; }

starts_read_only() {
    in_guest "rm -f /fill; sed -i 's/defaults/ro/' /etc/fstab; sync" && power_cut && more_words=ro && switch_on &&
        watch_the_start 300 && visit_and_leave && in_guest "touch /probe || grep ' / ' /proc/mounts"
    why="${why:-the root is not read-only: $said}"
    [[ $said == *" ro,"* ]]
}

# The overlay's own script writes on the screen before there is a kiosk.
starts_under_an_overlay() {
    more_words=overlayroot=tmpfs && power_cut && switch_on && await_screen 400 step-0 && visit_and_leave &&
        in_guest "grep ' / ' /proc/mounts"
    more_words=
    why="${why:-there is no overlay: $said}"
    [[ $said == *overlay* ]]
}

# The picture is turned, and with it the places of fingers, by one value.
works_turned() {
    in_guest "printf '[screen]\nrotation = $1\n' >/etc/halte/halte.toml.d/50-turned.toml; systemctl restart halte-display" ||
        return
    look_turned "$1"
    await_screen 120 step-0 && visit_and_leave
}
# From the first picture on: the safe page is turned as well.
starts_turned() {
    look_turned 90
    starts_again_with plain && in_guest "printf '[screen]\nrotation = 90\n' >/etc/halte/halte.toml.d/50-turned.toml; sync" &&
        power_cut && switch_on && watch_the_start 300 && visit_and_leave
}
look_turned() {
    local shape=landscape
    turned=$1
    [ $((turned % 180)) = 0 ] || shape=portrait
    scouted=$shape/pictures route=$shape/route
}
starts_upright_again() {
    look_turned 0
    starts_again_with two_outputs && watch_the_start 300 && visit_and_leave
}
starts_again_with() {
    card=$1
    power_cut && fresh_disk && switch_on
}
