# shellcheck shell=bash
# What tests that move packages and machines about share: telling whether a sentence is true, and waiting. To be sourced.
#
# A script prints "ok NAME", "not ok NAME: why" or "skip NAME: reason" for each test. It tests the build in HALTE_BUILD, or
# the one beside the source.
# shellcheck disable=SC2034  # scripts read what stands here
set -u
LC_ALL=C

source_folder=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=${HALTE_BUILD:-$source_folder/build}
bin=$build/bin
# Of every screen that is tried.
width=1024
height=768

failures=0
why=
rig=none

# test_that SENTENCE COMMAND...: the command is a function that leaves in `why` what it missed. `rig` says where it is tried.
test_that() {
    local sentence="$1, $rig"
    shift
    why=
    if "$@"; then
        echo "ok $sentence"
    else
        failures=$((failures + 1))
        echo "not ok $sentence: ${why:-$* failed}"
    fi
}

skip() { echo "skip $1: $2"; }

now_ms() { echo $((${EPOCHREALTIME/./} / 1000)); }

# await SECONDS WHAT COMMAND...: asks again and again until the command succeeds.
await() {
    local until=$(($(now_ms) + $1 * 1000)) seconds=$1 what=$2
    shift 2
    until "$@"; do
        if [ "$(now_ms)" -gt $until ]; then
            why="after $seconds s there was still not $what"
            return 1
        fi
        sleep 0.02
    done
}

is_gone() { ! kill -0 "$1" 2>/dev/null; }
