#!/bin/bash
# Nothing of a visit is in any memory after it: not in the supervisor, not in the next visitor's processes, not in the X
# server. Every search is made first where it must find something.
# shellcheck source=tests/rig/rig.sh
. "$(dirname "$0")/../rig/rig.sh"
# shellcheck source=tests/promises/canaries.bash
. "$(dirname "$0")/canaries.bash"
# shellcheck source=tests/promises/route.bash
. "$(dirname "$0")/route.bash"
# shellcheck source=tests/promises/searches.bash
. "$(dirname "$0")/searches.bash"

# Nobody hurries a search: but for the test of that, no visit ends by time.
inactivity=120

# Glyphs and the modules of a code are there only in memory that was given back, and how long is chance: `tell` says
# what there was, and memory-search's own tests that it would be found.
the_words_and_pixels_are_found_in_the_visitor() {
    local canary
    visit && await 5 "a next process" has_next && search during "$server" "$visitor" "$next" "$halte" && tell during
    for canary in name summary in-arabic in-dutch below id number; do
        finds during "$visitor" $canary "UTF-8, as it is" || return
    done
    for canary in name summary in-arabic in-dutch below; do
        finds during "$visitor" $canary "six letters in UTF-8" && finds during "$visitor" $canary "coverage of" || return
    done
    finds during "$visitor" code "pixels of the code" && finds during "$visitor" code "vertices of the code" &&
        has_two_sizes during
}

# The name stands at the top of a page in normal text and in large text.
has_two_sizes() {
    local sizes
    sizes=$(grep -cE "^hit"$'\t'"$visitor [^"$'\t'"]*"$'\t'"name"$'\t'"coverage of .* bold" "$folder/searches/$1")
    why="the name is there in $sizes sizes"
    [ "$sizes" -ge 2 ]
}

the_pixels_are_found_in_the_x_server() {
    finds during "$server" code "pixels of the code.*BGRX" && finds during "$server" drawn-large ".*BGRX" &&
        finds during "$server" drawn-below ".*BGRX" && finds before "$server" drawn-first ".*BGRX"
}

nothing_of_it_is_elsewhere() { finds_nothing during "$halte" "$next" && finds_the_snapshot during "$next"; }

# That words would be found in the X server, too. The needles are others, since it does not clear what it frees.
a_word_given_to_the_x_server_is_found() {
    local given
    given=$(word)
    printf 'whole\tgiven\t%s\n' "$given" >"$folder/given"
    "$bin/memory-search" derive "$folder/given" >"$folder/given-needles" || return
    xprop -root -f HALTE_GIVEN 8u -set HALTE_GIVEN "$given"
    "$bin/memory-search" search "$folder/given-needles" "$server" >"$folder/searches/given"
    xprop -root -remove HALTE_GIVEN
    finds given "$server" given "UTF-8, as it is"
}

# The supervisor stands still, so that nobody ends the process.
a_visitor_that_nobody_ends_keeps_the_visit() {
    kill -STOP "$halte"
    leave_by_route && await 5 "the welcome screen" shows welcome && search kept "$visitor" && tell kept
    finds kept "$visitor" name "UTF-8, as it is" && finds kept "$visitor" number "UTF-8, as it is"
}

# With the software renderer the graphics card's memory is the process's own.
its_pictures_are_overwritten_all_the_same() {
    await 10 "an end of the pictures" no_picture_is_in_the_visitor
}
no_picture_is_in_the_visitor() {
    search kept "$visitor" && ! grep -qE "^hit"$'\t'"$visitor .*(coverage of|pixels of|vertices of|BGRX)" "$folder/searches/kept"
}

nothing_is_left_after_the_exit() {
    kill -CONT "$halte" && ended exit "$visitor"
}

nothing_is_left_after_a_kill() {
    visit && await 5 "a next process" has_next && kill -KILL "$visitor" && ended killed "$visitor"
}

nothing_is_left_after_time() {
    local inactivity=15
    visit && ended time "$visitor"
}

nothing_is_left_in_the_x_server_after_the_end() {
    visit && end_kiosk && search over "$server" && tell over
    finds_nothing over "$server" && left_no_shared_memory "$visitor"
}

memory() {
    test_that "A scout finds the way to everything" scout
    test_that "During a visit its words and pixels are found in the visitor process" \
        the_words_and_pixels_are_found_in_the_visitor
    test_that "During a visit its pixels are found in the X server" the_pixels_are_found_in_the_x_server
    if command -v xprop >/dev/null; then
        test_that "A word that is given to the X server is found in it" a_word_given_to_the_x_server_is_found
    else
        skip "A word that is given to the X server is found in it, $rig" "xprop is missing (Debian package x11-utils)"
    fi
    test_that "During a visit nothing of it is in the supervisor or the next process" nothing_of_it_is_elsewhere
    test_that "A visitor process that nobody ends keeps the visit" a_visitor_that_nobody_ends_keeps_the_visit
    test_that "Its pictures are overwritten all the same" its_pictures_are_overwritten_all_the_same
    test_that "After Erase and leave nothing of the visit is in any process or the X server" \
        nothing_is_left_after_the_exit
    test_that "After a kill nothing of the visit is in any process or the X server" nothing_is_left_after_a_kill
    test_that "When time has ended a visit, nothing of it is in any process or the X server" nothing_is_left_after_time
    test_that "After the end of the kiosk nothing of the visit is in the X server" \
        nothing_is_left_in_the_x_server_after_the_end
}

prepare_searches memory
on_every_rig_at_once memory
[ $failures = 0 ]
