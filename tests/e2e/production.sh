#!/bin/bash
# What the program that visitors touch can do: the accessibility tree, which says what is on the screen, must have no way
# out of it, and it loads and holds only what a visit needs.
# shellcheck source=tests/rig/rig.sh
. "$(dirname "$0")/../rig/rig.sh"

rig="in the file of the program"
holds() { grep -qa "$2" "$bin/$1"; }
holds_none() { [ -x "$bin/$1" ] && ! holds "$@"; }

# In the program of a visit there is nothing of the rooms that look at a machine or write a directory.
links_only_what_a_visit_needs() {
    local listed linked
    listed=$(sed -n 's/^\(lib[^ ]*\) .*/\1/p' "$(dirname "$0")/visitor_libraries.txt" | sort)
    linked=$(readelf -d "$bin/halte-visitor" | sed -n 's/.*(NEEDED).*\[\(.*\)\.so.*/\1/p' | sort)
    echo "# halte-visitor loads $(wc -l <<<"$linked") libraries, and calls $(nm -D --undefined-only "$bin/halte-visitor" | wc -l) of their symbols"
    why="it loads what tests/e2e/visitor_libraries.txt does not list, or the other way: $(comm -3 <(echo "$listed") <(echo "$linked") | tr -s '\n\t' ' ')"
    [ -n "$linked" ] && [ "$listed" = "$linked" ]
}
holds_no_other_room() {
    local held
    held=$(nm -C "$1" | grep -E ' [Tt] (halte::(examine|as_json|as_prometheus|find_unread|build_snapshot|check_data|supervise)\(|nlohmann|halte::describe_help)' || true)
    why="it holds $(head -3 <<<"$held" | tr '\n' ' ')"
    [ -z "$held" ]
}
holds_another_room() { ! holds_no_other_room "$1"; }

if [ ! -x "$bin/observed-visitor" ]; then
    skip "production" "observed-visitor is not built: see tests/e2e/CMakeLists.txt for the packages it needs"
    exit 0
fi
test_that "The visitor program cannot write its accessibility tree" holds_none halte-visitor HALTE_TREE
test_that "The supervisor cannot either" holds_none halte HALTE_TREE
test_that "The visitor program of the tests can" holds observed-visitor HALTE_TREE
test_that "The visitor program loads only libraries that a visit needs" links_only_what_a_visit_needs
test_that "It holds nothing that examines a machine or starts programs" holds_no_other_room "$bin/halte-visitor"
test_that "The program that examines a machine does" holds_another_room "$bin/halte-check"
[ $failures = 0 ]
