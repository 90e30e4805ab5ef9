# shellcheck shell=bash
# The visit that is measured, and the ways to play it: slowly, by the names of keys, on a visitor process whose tree can be
# read, or from the places that were learnt so, on the program of the product, which tells nothing. To be sourced.
# shellcheck disable=SC2034,SC2154  # the rig, the run and the measures share these variables

# Names of keys; `page` is the key that turns the page and `drag` a finger that pulls the list up and lets it run. A list
# is dragged only before a key that does not run with it, and every key is one that its page begins with: to reach another,
# pages would be turned that nobody counts.
steps=("Français" "Viol ou agression sexuelle" "Télé-Accueil, 107" drag "Retour" page drag "Retour"
    "Enfant ou adolescent" drag "Retour")
places=()
pictures=()
welcome_hash=

# Nanoseconds of all threads.
cpu_of() { cat "/proc/$1"/task/*/schedstat 2>/dev/null | awk '{ sum += $1 } END { print sum }'; }

# await_rest PID: until the process has done nothing for a while.
await_rest() { await 120 "a process at rest" is_resting "$1"; }
# A thread that would run but gets no processor (R) is not at rest, though it uses none.
is_resting() {
    local before
    before=$(cpu_of "$1")
    sleep 0.15
    [ "$(cpu_of "$1")" = "$before" ] && ! grep -q ') R ' "/proc/$1"/task/*/stat
}

# Leaves in `place` where to touch for a step.
find_place() {
    if [ "$1" = page ]; then
        await 5 "a screen that stands still" is_still && await_page && find_node '"turns_page":true,' || return
    else
        reach "$1" || return
    fi
    place="$((x + w / 2)) $((y + h / 2))"
}

# feel LINE OF rig-touch: notes when, so that the frame it causes can be told from others.
feel() {
    echo "${EPOCHREALTIME/./}" >>"$folder/touched"
    finger "$1"
}

drag_up() {
    local move
    feel "down $((width / 2)) $((height * 7 / 10))" || return
    for ((move = 1; move <= 12; ++move)); do
        finger "sleep 16" && feel "move $((width / 2)) $((height * 7 / 10 - move * 25))" || return
    done
    feel up && await_rest "$visitor" && read_screen
}

press() {
    find_place "$1" && feel "down $place" && await 3 "a pressed key" is_after_frame "$frame" && await_rest "$visitor" &&
        feel up && await 5 "a screen that answers" is_after_frame "$frame" && await_rest "$visitor"
}

# Every touch waits for the frame of the one before it, as a person does.
visit_slowly() {
    local step leaver=$visitor
    for step in "${steps[@]}"; do
        if [ "$step" = drag ]; then drag_up || return; else press "$step" || return; fi
    done
    find_place "Effacer et partir" && feel "down $place" &&
        await 3 "a pressed key" is_after_frame "$frame" && await_rest "$visitor" && feel up &&
        await 10 "a fresh welcome" is_fresh_welcome "$leaver"
}

# Where each key of the visit stands, in `places`, what is seen once it has acted, in `pictures`, and the picture of the
# welcome screen, in `welcome_hash`. A page that must be turned to reach a key is one more touch.
learn_visit() {
    [ ${#places[@]} = 0 ] || return 0
    local step
    kiosk && await_feeling && await_rest "$visitor" && welcome_hash=$(picture_now) || return
    for step in "${steps[@]}"; do
        [ "$step" != drag ] || continue
        until [ "$step" = page ] || is_within_reach "$step"; do learn_touch page || return; done
        learn_touch "$step" || return
    done
    end_kiosk
}
is_within_reach() {
    await 5 "a screen that stands still" is_still && find_control "$1" &&
        [ "${visible##* }" -ge 60 ]
}
learn_touch() {
    find_place "$1" && finger "tap $place" && await 5 "a screen that answers" is_after_frame "$frame" &&
        await_rest "$visitor" && places+=("$place") && pictures+=("$(picture_now)")
}

# A kiosk of the product's own visitor program; its process is left in `visitor`.
unobserved_kiosk() {
    [ -z "$halte" ] || end_kiosk || return
    stage_visitor "$bin/halte-visitor"
    launch && await 20 "the welcome screen" shows_welcome &&
        visitor=$(awk '{ print $1 }' "/proc/$halte/task/$halte/children") && await_rest "$visitor"
}
shows_welcome() { shows_picture "$welcome_hash"; }
picture_now() { "$bin/rig-watch" hash; }
shows_picture() { [ "$(picture_now)" = "$1" ]; }

# replay_visit: with a finger that is lifted only once the pressed key is drawn, as a person's is. A new visitor's screen
# ignores fingers at first, for half a second, and another page's keys for a third of one; this one does not say when
# they were shown.
replay_visit() {
    local at before
    sleep 0.6
    for at in "${!places[@]}"; do
        before=$(picture_now)
        finger "down ${places[at]}" && await 60 "a pressed key" shows_another_picture "$before" &&
            await_rest "$visitor" && finger up || return
        await 60 "the picture after touch $((at + 1))" shows_picture "${pictures[at]}" && await_rest "$visitor" || return
        sleep 0.4
    done
}
shows_another_picture() { ! shows_picture "$1"; }
