#!/bin/bash
# The accessibility tree says what is on the screen: it must have no way out of the program that visitors touch.
# shellcheck source=tests/rig/rig.sh
. "$(dirname "$0")/../rig/rig.sh"

rig="in the file of the program"
holds() { grep -qa "$2" "$bin/$1"; }
holds_none() { [ -x "$bin/$1" ] && ! holds "$@"; }

if [ ! -x "$bin/observed-visitor" ]; then
    skip "production" "observed-visitor is not built: see tests/e2e/CMakeLists.txt for the packages it needs"
    exit 0
fi
test_that "The visitor program cannot write its accessibility tree" holds_none halte-visitor HALTE_TREE
test_that "The supervisor cannot either" holds_none halte HALTE_TREE
test_that "The visitor program of the tests can" holds observed-visitor HALTE_TREE
[ $failures = 0 ]
