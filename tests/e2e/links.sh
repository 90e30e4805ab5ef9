#!/bin/bash
# What the program that visitors touch loads and calls: only what visitor_links lists, each with its reason. What
# halte --check needs beyond that is in a program of its own. Names differ between releases of Debian, so the list may
# hold a library that is not loaded here.
# shellcheck source=tests/rig/rig.sh
. "$(dirname "$0")/../rig/rig.sh"

rig="in the file of the program"
list=$source_folder/tests/e2e/visitor_links

# listed KIND: the names of that kind in the list.
listed() { awk -v kind="$1" '$1 == kind { print $2 }' "$list" | sort; }
libraries_of() { readelf -d "$bin/$1" | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p' | sort; }
calls_of() { nm -D --undefined-only "$bin/$1" | awk '{ sub(/@.*/, "", $2); print $2 }' | sort -u; }
# The calls of a program that reach beyond it: other programs, other processes, the network.
reaching_calls_of() {
    calls_of "$1" | grep -E '^(v?fork|clone|exec[a-z]+|posix_spawnp?|popen|system|dlopen|ptrace|socket|connect|bind)$'
}

every_line_has_a_reason() {
    why="without a reason: $(grep -vE '^(#.*|)$|^(library|call) +[^ ]+ +[^ ]+' "$list")"
    [ "$why" = "without a reason: " ] && [ -n "$(listed library)" ]
}
# nothing_beyond KIND, with names on standard input: what a program has and the list has not.
nothing_beyond() {
    why="on no line of visitor_links: $(comm -13 <(listed "$1") - | paste -sd' ')"
    [ "$why" = "on no line of visitor_links: " ]
}
loads_nothing_else() { nothing_beyond library < <(libraries_of "$1"); }
calls_nothing_else() { nothing_beyond call < <(reaching_calls_of "$1"); }
is_without() {
    why="$1 holds $2"
    ! nm -C "$bin/$1" | grep -qE "$2"
}
holds() { ! is_without "$@"; }
judges_a_machine=' halte::(judge_|examine\(|as_json|graphics_finding)| nlohmann::'

test_that "Every line of the list has a reason" every_line_has_a_reason
test_that "The visitor program loads the libraries of the list, and no other" loads_nothing_else halte-visitor
test_that "It starts no program, and reaches out by no call that is not listed" calls_nothing_else halte-visitor
test_that "It holds nothing of what examines a machine" is_without halte-visitor "$judges_a_machine"
test_that "The program of --check does" holds halte-check "$judges_a_machine"
starts_programs() { reaching_calls_of "$1" | grep -q posix_spawn; }
test_that "The program of --check starts programs, which is seen in the same way" starts_programs halte-check
[ $failures = 0 ]
