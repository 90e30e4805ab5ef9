# shellcheck shell=bash
# A kiosk on the rig (rig.sh, which sources this): starting it, reading what is on its screen from the accessibility tree
# of the visitor process whose window is on top, and touching that by name.
# shellcheck disable=SC2034,SC2154  # rig.sh and the scripts share these variables

# stage_visitor FILE: halte starts the program halte-visitor that stands beside it, so the tests put theirs there.
stage_visitor() {
    [ -e "$folder/stage/halte" ] || cp "$bin/halte" "$folder/stage/halte"
    ln -sf "$1" "$folder/stage/halte-visitor"
    ln -sf "$bin/halte-check" "$folder/stage/halte-check"
}

# What the log says, but for what is true of whoever runs the tests: an ordinary user may not lock memory.
log_lines() { grep -v '^Memory may be written to swap' "$folder/log"; }

# The shortest times that the settings allow. A script that takes its time sets `inactivity` to more seconds.
inactivity=15
# Where the terminal stands, and in which kind of place.
latitude=50.85
longitude=4.35
profile=hospital
write_settings() {
    cat >"$folder/halte.toml" <<TOML
[place]
name = "Maison de l’Exemple"
address = "Rue de l’Exemple 1, 1000 Bruxelles"
latitude = $latitude
longitude = $longitude
timezone = "$(deep_in_the_night)"

[screen]
diagonal_inches = 15

[visit]
profile = "$profile"
inactivity_seconds = $inactivity
inactivity_reading_seconds = $inactivity
countdown_seconds = 20
TOML
}

# A time zone in which it is now deep in the night, so that no service opens or closes while a test runs.
deep_in_the_night() {
    local behind=$((EPOCHSECONDS / 3600 % 24 - 2))
    [ $behind -le 12 ] || behind=$((behind - 24))
    # The names of tzdata count westwards: Etc/GMT+5 is five hours behind.
    if [ $behind -ge 0 ]; then echo "Etc/GMT+$behind"; else echo "Etc/GMT-${behind#-}"; fi
}

# launch ARGUMENTS OF halte...
launch() {
    rm -f "$folder"/trees/*
    write_settings
    RUNTIME_DIRECTORY=$folder HALTE_TREE=$folder/trees "$folder/stage/halte" --config "$folder/halte.toml" "$@" \
        2>>"$folder/log" 6>&- 7>&- 8>&- 9>&- &
    halte=$!
}

# kiosk ARGUMENTS OF halte...: a fresh kiosk, when its first visitor's welcome screen is on the screen.
kiosk() {
    [ -z "$halte" ] || end_kiosk || return
    : >"$folder/log"
    [ "$(readlink "$folder/stage/halte-visitor")" = "$bin/observed-visitor" ] || stage_visitor "$bin/observed-visitor"
    launch "$@"
    await 20 "a welcome screen" is_welcome
}

# Leaves the end status of halte in `status`.
end_kiosk() {
    local pid=$halte
    kill "$pid" 2>/dev/null
    await 5 "an end of halte after SIGTERM" is_gone "$pid" || return
    wait "$pid"
    status=$?
    halte=
}

# Of the visitor process whose window is on top: its id, frames drawn, when it and its page were shown, and its tree.
visitor=
frame=0
shown_ms=0
page_ms=0
tree=

read_screen() {
    local file header best=0 top=
    for file in "$folder"/trees/*.jsonl; do
        read -r header <"$file" || continue
        [[ $header =~ \"pid\":([0-9]+),\"frame\":([0-9]+),\"shown_ms\":([0-9]+) ]] || continue
        if [ "${BASH_REMATCH[3]}" -gt $best ] && kill -0 "${BASH_REMATCH[1]}" 2>/dev/null; then
            best=${BASH_REMATCH[3]}
            top=$file
        fi
    done 2>/dev/null
    [ -n "$top" ] && read_tree "$top"
}

read_tree() {
    tree=$(<"$1")
    # Screens keep some words together with unbreakable spaces; tests are typed with plain ones.
    tree=${tree//$'\xc2\xa0'/ }
    tree=${tree//$'\xe2\x80\xaf'/ }
    [[ $tree =~ \"pid\":([0-9]+),\"frame\":([0-9]+),\"shown_ms\":([0-9]+),\"page_ms\":([0-9]+) ]] || return
    visitor=${BASH_REMATCH[1]}
    frame=${BASH_REMATCH[2]}
    shown_ms=${BASH_REMATCH[3]}
    page_ms=${BASH_REMATCH[4]}
}

# find_node TEXT: the first node whose line holds the text and of which something can be seen. It is left in `node`, its
# rectangle in x, y, w and h, and the part that can be seen in `visible`.
find_node() {
    local line
    while IFS= read -r line; do
        [[ $line == *"$1"* ]] || continue
        [[ $line =~ \"rect\":\[([0-9-]+),([0-9-]+),([0-9]+),([0-9]+)\],\"visible\":\[([0-9-]+),([0-9-]+),([0-9]+),([0-9]+)\] ]] ||
            continue
        [ "${BASH_REMATCH[8]}" -gt 0 ] || continue
        node=$line
        x=${BASH_REMATCH[1]} y=${BASH_REMATCH[2]} w=${BASH_REMATCH[3]} h=${BASH_REMATCH[4]}
        visible="${BASH_REMATCH[*]:5:4}"
        return
    done <<<"$tree"
    return 1
}

# find_control NAME: the same for what can be pressed.
find_control() { find_node '"role":"button","name":"'"$1"'"' || find_node '"role":"switch","name":"'"$1"'"'; }

# sees TEXT: the words are somewhere on the screen now.
sees() { read_screen && find_node_named "$1"; }
find_node_named() {
    local line
    while IFS= read -r line; do
        [[ $line =~ \"name\":\"([^\"]*)\" ]] && [[ ${BASH_REMATCH[1]} == *"$1"* ]] && find_node "$line" && return
    done <<<"$tree"
    return 1
}
sees_no() { read_screen && ! find_node_named "$1"; }

is_welcome() { sees "Maison de l’Exemple" && find_node '"role":"button","name":"Français"' && sees_no "Effacer et partir"; }
is_situations() { sees "Ce n’est pas votre faute." && find_node '"name":"Effacer et partir"'; }
is_service() { sees "0800 98 100" && ! find_node '"role":"button","name":"SOS Viol, 0800 98 100"'; }
is_another_visitor() { read_screen && [ "$visitor" != "$1" ]; }
is_fresh_welcome() { is_another_visitor "$1" && is_welcome; }

# Two looks at the tree without a new frame between them, longer apart than two frames of a movement.
is_still() {
    read_screen || return
    local before="$visitor $frame"
    sleep 0.07
    read_screen && [ "$visitor $frame" = "$before" ]
}

# picture NAME: saves what is on the screen when two looks in a row saw the same.
picture() {
    local file=$folder/pictures/$1.ppm
    await 5 "a picture that stands still" is_same_twice "$file"
}
is_same_twice() {
    "$bin/rig-watch" picture "$1" && sleep 0.05 && "$bin/rig-watch" picture "$1.again" && cmp -s "$1" "$1.again"
}
# shows NAME: whether the screen is the same now, to the pixel.
shows() {
    "$bin/rig-watch" picture "$folder/pictures/now.ppm" && cmp -s "$folder/pictures/now.ppm" "$folder/pictures/$1.ppm"
}

# sleep_until MS of the epoch.
sleep_until() {
    local left=$(($1 - $(now_ms)))
    [ $left -le 0 ] || sleep "$((left / 1000)).$(printf %03d $((left % 1000)))"
}
# A new visitor's screen ignores fingers at first, for half a second; another page's keys do so for a third of one.
await_feeling() { await 10 "a visitor" read_screen && sleep_until $((shown_ms + 550)) && await_page; }
await_page() { sleep_until $((page_ms + 370)); }

# touch_once_seen PICTURE LINE: on a program that does not say when its page was shown.
touch_once_seen() { await 5 "what the scout saw at $1" shows "$1" && sleep 0.4 && finger "$2"; }

# reach NAME: turns pages until enough of the button of that name can be seen for a finger, and leaves that part's
# rectangle in x, y, w and h. Its page answers fingers by then.
reach() {
    local pages
    for ((pages = 0; pages < 15; ++pages)); do
        await 5 "a screen that stands still" is_still && await_page || return
        if find_control "$1" && [ "${visible##* }" -ge 60 ]; then
            read -r x y w h <<<"$visible"
            return
        fi
        find_node '"turns_page":true,' || break
        finger "tap $((x + w / 2)) $((y + h / 2))" || return
        await 3 "a page that turns" is_after_frame "$frame" || return
    done
    why="there is no button \"$1\""
    return 1
}
is_after_frame() { read_screen && [ "$frame" -gt "$1" ]; }

# touch_button NAME: as a person does, in its middle.
touch_button() {
    await_feeling && reach "$1" && finger "tap $((x + w / 2)) $((y + h / 2))"
}

# open_situations, open_services, open_service: from the welcome screen on.
open_situations() { touch_button "Français" && await 5 "the situations" is_situations; }
open_services() {
    open_situations && touch_button "Viol ou agression sexuelle" &&
        await 5 "the services" sees "Maintenant, si vous voulez"
}
open_service() { open_services && touch_button "SOS Viol, 0800 98 100" && await 5 "the service" is_service; }
leave() { touch_button "Effacer et partir"; }
