# shellcheck shell=bash
# A machine in qemu that is looked at and touched from outside only: its screen, its finger, its serial line and its
# memory. To be sourced; every file stands in $run, where the emulator runs.
# shellcheck disable=SC2034,SC2154  # whole_machine and telling.bash share these variables

machine=
answer=
scouted=pictures
accelerator=tcg
processor=Nehalem

# In one thread: in several, a kernel that changes its own code while another processor executes it panics at some of
# its starts, because the emulator is not exact there.
accelerator_options() { [ "$accelerator" = kvm ] && echo kvm || echo tcg,thread=single; }

# start_emulator BASE "WORDS OF THE KERNEL'S LINE" OPTIONS OF qemu...: BASE is a folder with a kernel and its initrd.
start_emulator() {
    local base=$1 words=$2
    shift 2
    : >"$run/serial"
    coproc MACHINE {
        cd "$run" && exec qemu-system-x86_64 -machine pc -accel "$(accelerator_options)" -cpu "$processor" -m "$memory" -smp 2 \
            -nodefaults -no-reboot -display none -serial file:serial -qmp stdio \
            -kernel "$base/kernel" -initrd "$base/initrd" -append "$words" "$@" 2>emulator.log
    }
    # bash forgets a coprocess's number and pipes as soon as it has ended.
    machine=$MACHINE_PID
    exec {from_machine}<&"${MACHINE[0]}" {to_machine}>&"${MACHINE[1]}"
    ask qmp_capabilities
}

# ask COMMAND [ARGUMENTS AS JSON]: returns when the emulator has done it. Its answer is left in `answer`.
ask() {
    printf '{"execute":"%s","arguments":%s}\n' "$1" "${2:-{\}}" >&"$to_machine"
    while read -r -t 300 -u "$from_machine" answer; do
        case $answer in
            '{"return"'*) return 0 ;;
            '{"error"'*) break ;;
        esac
    done
    why="the emulator answered \"${answer:-nothing}\" to $1: $(tail -1 "$run/emulator.log")"
    return 1
}

# Its number is looked at once more, in case it has ended by itself.
switch_off() {
    [ -n "$machine" ] || return 0
    kill "$machine" 2>/dev/null
    await 5 "an end of the emulator" is_gone "$machine" || kill -KILL "$machine" 2>/dev/null
    exec {from_machine}<&- {to_machine}>&-
    wait "$machine" 2>/dev/null
    machine=
}

says() { grep -qa "^machine: $1" "$run/serial"; }
is_running_and_says_not() { ! is_gone "$machine" && ! says "$1"; }

# await_word SECONDS WORDS: until the guest has said them on its serial line.
await_word() {
    await "$1" "\"$2\" on the serial line" says "$2" && return
    sed 's/^/    serial: /' "$run/serial" | tail -20
    return 1
}

# choose_accelerator WORDS COMMAND...: the command starts a guest that soon has those words on its serial line. A machine
# whose /dev/kvm opens may still be one on which guests hang: so it is tried.
choose_accelerator() {
    local words=$1
    shift
    accelerator=kvm
    [ -w /dev/kvm ] && "$@" && await 10 "a guest" grep -qa "$words" "$run/serial" || accelerator=tcg
    switch_off
}

# screenshot FILE: as it is on the machine's screen now.
screenshot() { ask screendump "{\"filename\":\"$1\"}"; }

# await_picture SECONDS FILE COMMAND...: until the screen has stood still for three looks and the command likes them.
await_picture() {
    local seconds=$1 file=$2
    shift 2
    await "$seconds" "the picture $file" stands_still_and "$file" "$@"
}
stands_still_and() {
    local file=$1 look
    shift
    screenshot "$file" || return
    for look in 1 2; do
        sleep 1
        screenshot again.ppm && cmp -s "$run/$file" "$run/again.ppm" || return
    done
    "$@"
}

# touch_at X Y: a finger there, for a third of a second. No finger comes down on the same place twice; of one that did, the
# kernel would tell no place at all, and the X server would take its pointer's, which a new visitor process has moved away.
# Where it came down is left in `touched_x`.
touches=0
touch_at() {
    touched_x=$(($1 + touches++ % 5 - 2))
    feel "$(axis x "$(device_place $touched_x $width)"),$(axis y "$(device_place "$2" $height)")" && sleep 0.1 &&
        feel "$(button true)" && sleep 0.3 && feel "$(button false)"
}
axis() { printf '{"type":"abs","data":{"axis":"%s","value":%d}}' "$1" "$2"; }
button() { printf '{"type":"btn","data":{"button":"left","down":%s}}' "$1"; }
feel() { ask input-send-event "{\"events\":[$1]}"; }

# device_place PIXEL PIXELS: its middle, as the device measures: 32768 from one side to the other.
device_place() { echo $(((2 * $1 + 1) * 16384 / $2)); }

# Without the header, which each program writes in its own way.
pixels_of() { tail -c $((width * height * 3)) "$1"; }

# looks_like STEP FILE: whether most of it is what the scout, whose pictures are in $scouted, saw at that step, and no other step is nearer. Not all of
# it, because another processor may round a colour in another way.
looks_like() {
    local picture wanted
    pixels_of "$run/$2" >"$run/pixels"
    wanted=$(differences_from "$run/$scouted/$1")
    [ "$wanted" -lt $((width * height * 3 / 10)) ] || return
    for picture in "$run/$scouted"/*; do
        [ "$(differences_from "$picture")" -ge "$wanted" ] || return
    done
}
differences_from() { cmp -l "$run/pixels" "$1" | wc -l; }

# save_memory FILE: all of it, byte by byte from address 0, so that pages lie in the file as they lie in the machine. It
# stands still meanwhile.
save_memory() {
    ask stop && ask pmemsave "{\"val\":0,\"size\":$((memory * 1024 * 1024)),\"filename\":\"$1\"}" && ask cont
}
