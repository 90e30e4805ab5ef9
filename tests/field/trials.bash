# shellcheck shell=bash
# What happens to a terminal, and what must be seen then. Each function is one test; the machine is on, and shows the
# welcome screen, before and after. To be sourced.
# shellcheck disable=SC2034,SC2154  # the scripts, the rig and machine.bash share these variables

# watch_the_start SECONDS: from the power on, what is on the screen, some times a second. Before the kernel has the screen
# there are the firmware's own two lines, which are seen again for a moment when it takes the screen over; what it makes of
# it is dark.
watch_the_start() {
    local until=$((SECONDS + $1)) count=0 seen='' now
    rm -f "$run/last.ppm"
    while [ $SECONDS -lt $until ]; do
        see || return
        # To look closely takes a second, in which something else might come and go.
        sleep 0.2
        ! cmp -s "$run/now.ppm" "$run/last.ppm" || continue
        cp "$run/now.ppm" "$run/last.ppm"
        now=$(what_is_seen)
        if [ "$now" != "${seen##* }" ]; then
            seen+=" $now"
            cp "$run/now.ppm" "$run/shots/start-$((count++))-$now.ppm"
        fi
        [ "$now" != welcome ] || break
    done
    why="this was seen:$seen"
    [[ $seen =~ ^(\ firmware|\ dark)*\ dark\ safe-page\ welcome$ ]]
}

what_is_seen() {
    if ! is_of_the_size now.ppm; then
        echo firmware
    elif is_dark_below 0; then
        echo dark
    elif is_dark_below 36; then
        echo firmware
    elif ! upright; then
        echo unreadable
    elif looks_like safe-page now.ppm; then
        echo safe-page
    elif looks_like step-0 now.ppm; then
        echo welcome
    elif is_mixture /dev/null "$run/$scouted/safe-page"; then
        echo dark
    elif is_mixture "$run/$scouted/safe-page" "$run/$scouted/step-0"; then
        echo safe-page
    else
        echo other
    fi
}
# The emulator was asked while the second was being drawn: emulated, a picture that is turned takes a second.
is_mixture() { "$field/mixture" "$run/pixels" "$1" "$2"; }
is_dark_below() { [ "$(pixels_of "$run/now.ppm" | tail -c +$((width * 3 * $1 + 1)) | tr -d '\000' | wc -c)" = 0 ]; }

visit_and_leave() { visit_to end && leave_visit && pictures_are_equal; }
# After a visit the screen is the first visitor's, to the pixel.
pictures_are_equal() {
    local first=$run/welcome-$turned.ppm
    see || return
    [ -e "$first" ] || cp "$run/now.ppm" "$first"
    why="the welcome screen is not what it was"
    cmp -s "$run/now.ppm" "$first"
}

processes='for p in /proc/[0-9]*; do read -r n <$p/comm && echo "$n ${p#/proc/}"; done 2>/dev/null; true'

# number_of NAME: the oldest process of that name.
number_of() { in_guest "$processes" && awk -v name="$1" '$1 == name { print $2 }' <<<"$said" | sort -n | head -1; }
kill_process() { signal_process KILL "$1"; }
signal_process() { in_guest "{ $processes; } | while read -r n p; do [ \$n != $2 ] || kill -$1 \$p; done"; }

# comes_back_after COMMAND...: which happens in the middle of a visit.
comes_back_after() {
    visit_to step-2 && "$@" && await_screen 240 step-0
}

# The page of the visit must not stay. In the picture that is seen for a second more, the kernel may have written.
starts_again_after_a_panic() {
    visit_to step-2 && begin_in_guest "sleep 1; echo c >/proc/sysrq-trigger" && await 30 "the firmware" is_seen firmware &&
        agent_is_ready= && watch_the_start 300 && visit_and_leave
}
is_seen() { see && [ "$(what_is_seen)" = "$1" ]; }

version_of_halte() { in_guest "dpkg-query -W -f '\${Version}' halte" && echo "$said" | tail -1; }

# What a process executes, by device and number of its file.
file_of() { in_guest "stat -Lc %d:%i /proc/$1/exe"; }

# upgrade_in_a_visit [VERSION]: dpkg replaces every file under a visitor's fingers.
upgrade_in_a_visit() {
    local version=${1:-$next_version} visitor supervisor
    in_guest "apt-get update -o Dir::Etc::sourcelist=sources.list.d/halte.list -o Dir::Etc::sourceparts=-" || return
    visit_to step-2 && visitor=$(number_of halte-visitor) && supervisor=$(number_of halte) || return
    install_in_guest "$version" || return
    shows_step step-2 && [ "$(number_of halte-visitor)" = "$visitor" ] || {
        why="the visit did not go on after the upgrade"
        return 1
    }
    [ "$(version_of_halte)" = "$version" ] && visit_on_from_step_2 && leave_visit &&
        await 60 "a supervisor of the new version" executes "$supervisor" /usr/bin/halte &&
        await 60 "a visitor process of the new version" executes_by_name halte-visitor /usr/libexec/halte/halte-visitor
}
install_in_guest() { in_guest "DEBIAN_FRONTEND=noninteractive apt-get install -y --allow-downgrades halte=$1"; }

visit_on_from_step_2() {
    local at_x at_y
    read -r _ _ at_x at_y < <(grep ^step-2 "$run/$route")
    touch_place "$at_x" "$at_y" && await_screen 60 end
}

# executes PROCESS FILE: the file of that name that is on the disk now.
executes() { in_guest "[ /proc/$1/exe -ef $2 ] && ! readlink /proc/$1/exe | grep -q deleted"; }
executes_by_name() { executes "$(number_of "$1")" "$2"; }

# The emulator's finger is a tablet, and its screen has no size; nothing else may be a failure.
check_finds_nothing_else() {
    local failures_found
    in_guest "halte --check" || true
    echo "$said" >"$run/check"
    in_guest "halte --check --json" || true
    failures_found=$(python3 -c 'import json, sys
print(*[f["id"] for f in json.load(sys.stdin)["findings"] if f["level"] == "failure"])' <<<"$said")
    why="halte --check has as failures: $failures_found (see $run/check)"
    [ "$failures_found" = touch.present ]
}

# What root reads, and the user who runs the kiosk does not: for the mode of a file, and for the service's confines.
check_asks_as_the_kiosk() {
    local folder=/etc/halte/halte.toml.d told
    in_guest "halte --check | tr -s ' \\n' ' '" || return
    why="with nothing to be told of, it says: $said"
    [[ $said == *"can read settings, directory and faces from within halte-kiosk.service."* ]] || return
    in_guest "printf '[place]\\ndetail = \"x\"\\n' >$folder/60-mode.toml; chmod 600 $folder/60-mode.toml" &&
        in_guest "printf '[directory]\\nfile = \"/home/staff/directory.halte\"\\n' >$folder/61-home.toml" || return
    in_guest "halte --check | tr -s ' \\n' ' '"
    told=$said
    in_guest "rm $folder/6?-*.toml" || return
    why="it says: $told"
    [[ $told == *"FAILURE $folder/60-mode.toml cannot be read by halte, "*": Permission denied."* ]] &&
        [[ $told == *"FAILURE /home/staff/directory.halte cannot be read by halte, "*"sees nobody's home."* ]]
}

# A log that has a line more after a visit counts visits.
logs_nothing_of_a_visit() {
    in_guest "journalctl --no-pager -n 0 --show-cursor | sed -n 's/^-- cursor: //p' >/run/cursor" && visit_and_leave &&
        sleep 5 && in_guest "journalctl --no-pager -q -o cat --after-cursor=\"\$(cat /run/cursor)\""
    why="the log says: $said"
    [ -z "$said" ]
}

# Every file system but those in memory, and what of it is new since the machine was switched on: the journal keeps
# nothing on the disk of a minimal Debian, and what systemd itself keeps is not ours.
writes_nothing_elsewhere() {
    local written
    in_guest "find / -xdev -newer /proc/1 -type f -path '*halte*' ! -path '/var/lib/dpkg/*'; find /home /root /tmp /var/tmp /var/lib /var/cache -xdev -newer /proc/1 -user halte"
    written=$said
    why="there is: $written"
    [ -z "${written//$'\n'/}" ]
}
