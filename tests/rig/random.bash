# shellcheck shell=bash
# Random touches for the scripts that play visit after visit; to be sourced after rig.sh. They look at the screen's
# picture only, so that they can play on a program that writes no accessibility tree.
# shellcheck disable=SC2034,SC2154  # rig.sh and the scripts share these variables

# seed NUMBER: to be called in the process that draws. A subshell of bash begins with numbers of its own.
seed() { RANDOM=$(($1 % 32768)); }

# between LEAST MOST: leaves a number in `drawn`. $(between 1 2) would draw in a subshell.
between() { drawn=$(($1 + RANDOM % ($2 - $1 + 1))); }

# Where the keys stand is the same in every visit: leaves the places of two in `french` and `leave`, and the first
# picture's hash in `welcome_hash`. The visit stays open.
find_places() {
    kiosk && picture welcome && await_feeling && reach "Français" || return
    french="$((x + w / 2)) $((y + h / 2))"
    read -r welcome_hash _ < <("$bin/rig-watch" hash)
    open_situations && reach "Effacer et partir" || return
    leave_x=$x leave_y=$y
    leave="$((x + w / 2)) $((y + h / 2))"
}

# Anywhere on the screen but on the key that leaves: every visit is to last until its end is wanted.
random_place() {
    local at_x
    between 0 $((width - 1)) && at_x=$drawn
    between 0 $((height - 1))
    [ $drawn -lt $((leave_y - 8)) ] || [ "$at_x" -lt $((leave_x - 8)) ] || at_x=$((at_x - width / 2))
    place="$at_x $drawn"
}

# random_touches LEAST MOST: leaves them in `touches`, lines for a finger. Mostly taps, and now and then a drag, which
# may be short, wild or sideways.
random_touches() {
    local count step steps
    touches=()
    between "$1" "$2" && count=$drawn
    while [ ${#touches[@]} -lt "$count" ]; do
        random_place
        if [ $((RANDOM % 4)) != 0 ]; then
            touches+=("tap $place")
            continue
        fi
        touches+=("down $place")
        between 1 6 && steps=$drawn
        for ((step = 0; step < steps; ++step)); do random_place && touches+=("sleep 4" "move $place"); done
        touches+=(up)
    done
}

has_hash() { [ "$("$bin/rig-watch" hash)" = "$1 drawn" ]; }
has_left_the_welcome() { ! has_hash "$welcome_hash"; }
