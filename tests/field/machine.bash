# shellcheck shell=bash
# The terminal of the field tests: the emulator's machine with the disk of image.bash, the agent inside, and what can be
# seen from outside. To be sourced after the rig's emulator.bash.
# shellcheck disable=SC2034,SC2154  # the scripts share these variables

memory=1024
# More words of the kernel's line, and more options of the emulator, for one start.
more_words=
more_options=()

# fresh_disk: forgets all that the machine has ever written.
fresh_disk() { rm -f "$run/state" && qemu-img create -q -f qcow2 -F raw -b "$run/disk" "$run/state"; }

# switch_on: with the kernel's line of halte-terminal. The second serial line is the agent's.
switch_on() {
    rm -f "$run"/agent.{in,out} && mkfifo "$run"/agent.{in,out} || return
    start_emulator "$run" "root=/dev/vda console=tty0 $kernel_words $more_words" \
        -chardev pipe,id=agent,path=agent -serial chardev:agent \
        -device "virtio-vga,xres=$width,yres=$height" -device qemu-xhci -device usb-tablet,id=finger \
        -drive file=state,if=virtio,format=qcow2 "${more_options[@]}" || return
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
        [[ $line != "field: done "* ]] || return "${line##* }"
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

# await_screen SECONDS STEP: until the screen stands still and looks like what the scout saw.
await_screen() { await "$1" "the screen of $2" shows_step "$2"; }
shows_step() { screenshot now.ppm && is_of_the_size now.ppm && looks_like "$1" now.ppm; }
is_of_the_size() { [ "$(stat -c %s "$run/$1")" -gt $((width * height * 3)) ] && head -c 15 "$run/$1" | grep -q "^$width $height"; }

# A new screen ignores fingers for half a second; emulated, for longer.
touch_place() { sleep 2 && touch_at "$@"; }

# visit_to STEP: the touches of the route, up to that one's screen. The first is step-0, the welcome screen.
visit_to() {
    local step at_x at_y
    while read -r step _ at_x at_y <&3; do
        await_screen 60 "$step" || return
        [ "$step" != "$1" ] || return 0
        touch_place "$at_x" "$at_y" || return
    done 3<"$run/route"
}

leave_visit() {
    read -r _ _ at_x at_y < <(grep ^end "$run/route")
    touch_place "$at_x" "$at_y" && await_screen 60 step-0
}
