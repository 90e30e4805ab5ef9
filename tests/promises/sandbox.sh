#!/bin/bash
# The confinement of a visitor process, tried from inside: see sandbox/prisoner.cpp.
# shellcheck source=tests/rig/rig.sh
. "$(dirname "$0")/../rig/rig.sh"

prisoner_tries_everything() {
    write_settings && mkdir "$folder/cell"
    timeout 60 "$bin/prisoner" "$folder/cell" --config "$folder/halte.toml" >"$folder/told" 2>>"$folder/log"
    status=$?
    cat "$folder/told"
    why="it ended with $status after $(wc -l <"$folder/told") lines"
    [ $status = 0 ] && [ "$(wc -l <"$folder/told")" -gt 50 ]
}

# The real supervisor and the real visitor: what the kernel says of them.
kernel_says() { awk -v name="$2:" '$1 == name { print $2 }' "/proc/$1/status"; }
is_held() {
    local pid=$1
    why="of process $pid the kernel says NoNewPrivs $(kernel_says "$pid" NoNewPrivs), Seccomp $(kernel_says "$pid" Seccomp)"
    [ "$(kernel_says "$pid" NoNewPrivs)" = 1 ] && [ "$(kernel_says "$pid" Seccomp)" = 2 ]
}
the_product_is_held() {
    stage_visitor "$bin/halte-visitor" && launch && await 20 "a visitor process" has_window || return
    is_held "$halte" && is_held "$(pgrep -P "$halte" | head -1)"
}
has_window() { [ -n "$(pgrep -P "$halte")" ] && "$bin/rig-watch" hash | grep -q drawn; }

sandbox() {
    test_that "A visitor process that tries everything gets nowhere" prisoner_tries_everything
    test_that "The kernel holds the product's processes" the_product_is_held
}

run_rig pointer sandbox &
wait_for_rigs $!
[ $failures = 0 ]
