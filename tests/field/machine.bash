# shellcheck shell=bash
# The terminal of the field tests: the emulator's machine with the disk of image.bash, the agent inside, and what can be
# seen from outside. To be sourced after the rig's emulator.bash.
# shellcheck disable=SC2034,SC2154  # the scripts share these variables

memory=1024
# More words of the kernel's line, for one start.
more_words=
# The graphics card: one with two outputs, which are plugged by the emulator's viewers; or a plain one, from which a turned
# picture can be seen, because X tells the first of changes only where a picture is upright.
card=two_outputs

# fresh_disk: forgets all that the machine has ever written.
fresh_disk() { rm -f "$run/state" && qemu-img create -q -f qcow2 -F raw -b "$run/disk" "$run/state"; }

two_outputs() {
    echo "-device virtio-vga,id=gpu,max_outputs=2,xres=$width,yres=$height" \
        "-vnc unix:vnc0,display=gpu,head=0 -vnc unix:vnc1,display=gpu,head=1"
}
plain() { echo "-device VGA,xres=$width,yres=$height"; }

# switch_on: with the kernel's line of halte-terminal. A machine that starts itself again is left to it.
switch_on() {
    rm -f "$run"/agent.{in,out} && mkfifo "$run"/agent.{in,out} || return
    local graphics
    read -ra graphics < <($card)
    start_emulator "$run" "root=/dev/vda console=tty0 $kernel_words $more_words" -action reboot=reset \
        -chardev pipe,id=agent,path=agent -device virtio-serial-pci -device virtserialport,chardev=agent,name=field \
        "${graphics[@]}" -device qemu-xhci -device usb-tablet,id=finger \
        -drive file=state,if=virtio,format=qcow2 || return
    exec {to_agent}<>"$run/agent.in" {from_agent}<>"$run/agent.out"
    agent_is_ready=
}

# power_cut: as if the plug were pulled.
power_cut() {
    [ -n "$machine" ] || return 0
    kill -KILL "$machine" 2>/dev/null
    exec {from_machine}<&- {to_machine}>&- {to_agent}>&- {from_agent}<&-
    wait "$machine" 2>/dev/null
    machine=
}

# in_guest COMMAND: run there by root; what it says is left in $said.
in_guest() {
    local line
    said=
    await_agent || return
    printf '%s\n' "$1" >&"$to_agent"
    while IFS= read -r -t "${patience:-200}" -u "$from_agent" line; do
        line=${line%$'\r'}
        # What a command says may end without an end of its line.
        if [[ $line == *"field: done "* ]]; then
            said+=${line%field: done *}
            return "${line##* }"
        fi
        said+=$line$'\n'
    done
    why="the machine did not answer to: $1"
    return 1
}
await_agent() {
    local line
    [ -z "$agent_is_ready" ] || return 0
    while IFS= read -r -t 300 -u "$from_agent" line; do
        [[ $line != *"field: ready"* ]] || { agent_is_ready=yes && return; }
    done
    why="the machine's agent did not start"
    return 1
}

# begin_in_guest COMMAND: goes on there while the test goes on here.
begin_in_guest() { in_guest "systemd-run --quiet --collect bash -c '$1'"; }

# try SENTENCE COMMAND...: a test that begins and ends on the welcome screen. One that fails must not fail the next ones.
try() {
    local before=$failures
    test_that "$@"
    [ $failures = "$before" ] || cp "$run/now.ppm" "$run/shots/failed-$failures.ppm"
    [ $failures = "$before" ] || shows_step step-0 || { power_cut && switch_on && await_screen 300 step-0; } ||
        echo "# the machine did not come back: $why"
}

# Which scout's visit is to be made, and by how many degrees the terminal's picture is turned.
scouted=landscape/pictures
route=landscape/route
turned=0

# await_screen SECONDS STEP: until the screen looks like what the scout saw.
await_screen() { await "$1" "the screen of $2" shows_step "$2"; }
shows_step() { see && is_of_the_size now.ppm && upright && looks_like "$1" now.ppm; }
see() { screenshot now.ppm; }
upright() { [ $turned = 0 ] || "$field/turn" "$run/now.ppm" $turned; }
is_of_the_size() { head -c 15 "$run/$1" | grep -q "^$width $height"; }

# touch_place X Y: of the upright picture. A new screen ignores fingers for half a second; emulated, for longer.
touch_place() {
    sleep 2
    case $turned in
        0) touch_at "$1" "$2" ;;
        90) touch_at $((width - 1 - $2)) "$1" ;;
        180) touch_at $((width - 1 - $1)) $((height - 1 - $2)) ;;
        270) touch_at "$2" $((height - 1 - $1)) ;;
    esac
}

# visit_to STEP: the touches of the route, up to that one's screen. The first is step-0, the welcome screen.
visit_to() {
    local step at_x at_y before='' touched
    while read -r step _ at_x at_y <&3; do
        await_next "$step" || return
        [ "$step" != "$1" ] || return 0
        before=$step touched="$at_x $at_y"
        touch_place "$at_x" "$at_y" || return
    done 3<"$run/$route"
}
# await_next STEP: a touch that falls in the half second in which a new screen is deaf is made again, as anybody would.
await_next() {
    if await 20 "the screen of $1" shows_step "$1"; then return; fi
    if [ -n "$before" ] && shows_step "$before"; then
        echo "# a touch on $before was not felt; it is made again"
        # shellcheck disable=SC2086  # two numbers
        touch_place $touched || return
    fi
    await_screen 60 "$1"
}

leave_visit() {
    read -r _ _ at_x at_y < <(grep ^end "$run/$route")
    touch_place "$at_x" "$at_y" && await_screen 60 step-0
}
