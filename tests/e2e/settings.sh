#!/bin/bash
# What a technician is told of wrong settings, and what the kiosk makes of them.
# shellcheck source=tests/rig/rig.sh
. "$(dirname "$0")/../rig/rig.sh"

settings_of() { printf '%s\n' "$@" >"$folder/wrong.toml"; }

# told STATUS LINE...: what halte --check ends with, and its lines, without the folder's name.
told() {
    local wanted=$1 said
    shift
    said=$("$bin/halte" --check --config "$folder/wrong.toml" 2>&1)
    status=$?
    said=${said//$folder\//}
    confinement=${said#*$'\n\n'}
    said=${said%%$'\n\n'*}
    why="it ended with $status and said: $said"
    [ $status = "$wanted" ] && [ "$said" = "$(printf '%s\n' "$@")" ]
}

right_settings() {
    write_settings && cp "$folder/halte.toml" "$folder/wrong.toml" && told 0 "wrong.toml is right."
}

what_holds_a_visitor_is_told() {
    right_settings || return
    why="it said: $confinement"
    [[ $confinement == "What holds a visitor process on this machine:"* ]] &&
        [[ $confinement =~ "files (Landlock)   "("in force, version "[1-9]|"not offered by this kernel, version 0") ]] &&
        [[ $confinement == *"calls (seccomp)    in force"* ]]
}

wrong_keys_and_values() {
    settings_of '[place]' 'nam = "x"' '[visit]' 'countdown_seconds = 5'
    told 78 'wrong.toml:2:1: [place] has no key "nam". Did you mean "name"?' \
        'wrong.toml:4:21: 5 s is out of range. Write a whole number from 20 to 300.'
}

what_the_directory_lacks() {
    settings_of '[visit]' 'profile = "hospitl"' 'languages = ["fr", "tlh"]' '[directory]' 'file = "/nowhere/at.all"'
    why="it did not say so"
    local said
    said=$("$bin/halte" --check --config "$folder/wrong.toml" 2>&1)
    [ $? = 78 ] && [[ $said == *'wrong.toml:2:11: The directory has no profile "hospitl". It has: asylum-centre, '* ]] &&
        [[ $said == *'wrong.toml:3:13: The directory has no language "tlh". It has: fr, '* ]] &&
        [[ $said == *'wrong.toml:5:8: '*'/nowhere/at.all'* ]]
}

# A second visit says nothing again: a log must not count visits.
the_kiosk_starts_all_the_same_and_says_so_once() {
    kiosk && end_kiosk || return
    sed 's/^diagonal_inches = .*/diagonal_inches = "big"/' "$folder/halte.toml" >"$folder/wrong.toml"
    : >"$folder/log"
    rm -f "$folder"/trees/*
    RUNTIME_DIRECTORY=$folder HALTE_TREE=$folder/trees "$folder/stage/halte" --config "$folder/wrong.toml" \
        2>>"$folder/log" 6>&- 7>&- 8>&- 9>&- &
    halte=$!
    await 20 "a welcome screen" is_welcome && open_situations || return
    local leaver=$visitor
    leave && await 10 "a fresh welcome" is_fresh_welcome "$leaver" || return
    why="the log says: $(cat "$folder/log")"
    [ "$(log_lines | wc -l)" = 1 ] && grep -q 'wrong.toml:9:19: This is not a number' "$folder/log"
}

settings() {
    test_that "Right settings are said to be right" right_settings
    test_that "What holds a visitor process here is told as well" what_holds_a_visitor_is_told
    test_that "Wrong keys and values are told with line, column and cure" wrong_keys_and_values
    test_that "What the directory does not have is told as well" what_the_directory_lacks
    test_that "The kiosk starts all the same and says once what is wrong" the_kiosk_starts_all_the_same_and_says_so_once
}

run_rig pointer settings &
wait_for_rigs $!
[ $failures = 0 ]
