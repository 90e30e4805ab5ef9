#!/bin/bash
# The editor's tool as an editor uses it, on the project's own data.
# shellcheck source=tests/rig/rig.sh
. "$(dirname "$0")/../rig/rig.sh"

rig="with halte-directory"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
directory() { "$bin/halte-directory" "$@" >"$folder/said" 2>&1; }
# ends_with STATUS TEXT ARGUMENTS OF halte-directory...
ends_with() {
    local wanted=$1 text=$2 status=0
    shift 2
    directory "$@" || status=$?
    why="it ended with $status and said: $(tail -1 "$folder/said")"
    [ $status = "$wanted" ] && grep -qF -- "$text" "$folder/said"
}

our_own_data_is_clean() { ends_with 0 "0 to mend" check "$source_folder/data"; }

the_same_input_gives_the_same_bytes() {
    directory build "$source_folder/data" -o "$folder/one" && directory build "$source_folder/data" -o "$folder/two" &&
        cmp "$folder/one" "$folder/two"
}

what_only_a_build_finds() {
    cp -r "$source_folder/data" "$folder/data" && echo '<svg' >"$folder/data/icons/phone.svg"
    ends_with 65 "icons/phone.svg" check "$folder/data"
}

a_device_is_no_file() {
    mkfifo "$folder/pipe" && ends_with 1 "is a device and no file" build "$source_folder/data" -o "$folder/pipe" &&
        [ -p "$folder/pipe" ]
}

test_that "Our own data has nothing to mend" our_own_data_is_clean
test_that "The same input gives the same bytes" the_same_input_gives_the_same_bytes
test_that "What only a build finds is found by a check" what_only_a_build_finds
test_that "A device is not overwritten" a_device_is_no_file
test_that "Status counts what waits" ends_with 0 "wait to be checked" status "$source_folder/data"
test_that "A day that is none is refused" ends_with 64 "is not a day" build "$source_folder/data" -o "$folder/x" --as-of soon
test_that "A day to come is refused" ends_with 65 "2999-01-01, is still to come" build "$source_folder/data" -o "$folder/x" --as-of 2999-01-01
[ $failures = 0 ]
