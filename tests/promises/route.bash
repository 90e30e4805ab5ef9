# shellcheck shell=bash
# One visit that leads everywhere, made twice. A scout makes it first with the visitor program of the tests, whose
# buttons can be found by name, and notes where it touched and what it saw. Then it is made with the product's own
# program, which shows the same and tells nobody where its buttons are. To be sourced, with the rig and canaries.bash.
# shellcheck disable=SC2034,SC2154  # rig.sh and the scripts share these variables

# note_touch LINE: how the screen looks before each touch, and the touch, come into $folder/route.
note_touch() {
    local step
    step=step-$(wc -l <"$folder/route")
    picture "$step" && echo "$step $1" >>"$folder/route"
}

# Every way in: a language, a subject, a service, a larger text, another language, the end of a long page, a QR code.
visit_everything() {
    touch_button "العربية" && await 5 "the situations" sees "اغتصاب أو اعتداء جنسي" &&
        touch_button "اغتصاب أو اعتداء جنسي" && touch_button "$canary_name, $canary_number" &&
        await 5 "the page" sees "$canary_arabic" && picture first && note_drawn drawn-first "$canary_arabic" first &&
        first_step=step-$(wc -l <"$folder/route") &&
        touch_button "اللغة وحجم النص" && await 5 "the languages" sees "حجم النص" && touch_button "كبير" &&
        touch_button "Nederlands" && await 5 "the languages in Dutch" sees "Tekstgrootte" && touch_button "Terug" &&
        await 5 "the page in Dutch" sees "$canary_dutch" && read_to_the_end
}

read_to_the_end() {
    while find_node '"name":"Omlaag"'; do
        await_page && finger "tap $((x + w / 2)) $((y + h / 2))" && await 3 "a page that turns" is_after_frame "$frame" &&
            await 5 "a screen that stands still" is_still || return
    done
    sees "$canary_below" && sees ": $canary_number" && picture end
}

# note_drawn CANARY TEXT PICTURE: the pixels of words that are on the screen.
note_drawn() {
    find_node "\"name\":\"$2" && read -r x y w h <<<"$visible" &&
        printf 'screen\t%s\t%s\t%s\t%s\t%s\t%s\n' "$1" "$folder/pictures/$3.ppm" "$x" "$y" "$w" "$h" >>"$folder/drawn"
}
note_code() {
    find_node_named ": $canary_number" && printf 'code\tcode\t%s\t%s\t%s\n' "$canary_uri" "$x" "$w" >>"$folder/drawn"
}

# The needles of this rig are those of every rig, and what is drawn on its screen.
scout() {
    mkdir -p "$folder/searches"
    : >"$folder/route"
    kiosk --directory "$shared/canary.snapshot" && picture welcome || return
    before_touch=note_touch
    visit_everything
    local status=$?
    before_touch=
    [ $status = 0 ] && note_drawn drawn-large "$canary_name" end && note_drawn drawn-below "$canary_below" end &&
        note_code && "$bin/memory-search" derive "$folder/drawn" >"$folder/needles" &&
        cat "$shared/needles" >>"$folder/needles" && note_the_exit
}
note_the_exit() { reach "Wissen en weggaan" && exit_x=$((x + w / 2)) exit_y=$((y + h / 2)); }
leave_by_route() { finger "tap $exit_x $exit_y"; }

# The visitor processes of the supervisor: the one whose window is on top, and perhaps the next one.
visitors() { cat "/proc/$halte/task/$halte/children"; }

# The same visit with the product's program, or another, up to its end. Its process is left in `visitor`. What the X
# server had of the first page is searched on the way, where that page is on the screen.
program="halte-visitor"
visit() {
    local step line
    end_kiosk_if_any && stage_visitor "$bin/$program" && launch --directory "$shared/canary.snapshot" &&
        await 20 "the welcome screen" shows welcome || return
    read -r visitor < <(visitors)
    # A new visitor's screen ignores fingers for half a second, which may begin later than the screen is seen.
    sleep 1
    while read -r step line; do
        await 5 "what the scout saw at $step" shows "$step" || return
        if [ "$step" = "$first_step" ] && [ ! -e "$folder/searches/before" ]; then
            search before "$server" || return
        fi
        touch_once_seen "$step" "$line" || return
    done <"$folder/route"
    await 5 "the end of the page" shows end
}
end_kiosk_if_any() { [ -z "$halte" ] || end_kiosk; }
