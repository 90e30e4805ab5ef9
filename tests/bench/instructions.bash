# shellcheck shell=bash
# Instructions per touch, counted by valgrind: no other program's load is in them. To be sourced.
# shellcheck disable=SC2034,SC2154  # the rig, the run and the measures share these variables

# count OPTIONS PROGRAM ARGUMENTS...: becomes the program, so that its id is the one of whoever says this.
count() { exec valgrind --tool=callgrind --callgrind-out-file="$folder/callgrind" "$@" >>"$folder/log" 2>&1; }

# Counting begins when the welcome screen stands, and ends when the last touch of the visit is answered.
measure_instructions() {
    local floor all own
    learn_visit && await_counted_visit || return
    all=$(total_of "$folder/callgrind.1")
    own=$(instructions_without_driver "$folder/callgrind.1")
    floor=$(instructions_of_a_layer) || return
    row "instructions per touch, all" "$(millions $((all / ${#places[@]})))" "$(millions "$floor")" \
        "$(divided $((all / ${#places[@]})) "$floor")" -
    row "instructions per touch, without the OpenGL driver" "$(millions $((own / ${#places[@]})))" - - -
}

# By hand, without a supervisor, which would lose patience.
await_counted_visit() {
    [ -z "$halte" ] || end_kiosk || return
    rm -f "$folder"/callgrind*
    count --instr-atstart=no "$bin/unconfined-visitor" --config "$folder/halte.toml" &
    halte=$!
    visitor=$halte
    await 120 "the welcome screen" shows_welcome && await_rest "$visitor" && callgrind_control --instr=on "$visitor" &&
        replay_visit && callgrind_control --dump "$visitor" || return
    end_kiosk || return 0
} 2>>"$folder/log" >&2

total_of() { awk '/^(totals|summary):/ { print $2; exit }' "$1"; }

# Code that the driver makes while it runs belongs to no file.
instructions_without_driver() {
    callgrind_annotate --threshold=100 "$1" 2>>"$folder/log" |
        awk '/^ *[0-9,]+ \(/ { count = $1; gsub(",", "", count)
            if (/PROGRAM TOTALS/) next
            if (/\[.*\]$/ && !/dri|LLVM|gallium|\[\?\?\?\]/) sum += count } END { printf "%d\n", sum }'
}

# The difference of two runs, so that the start is not in it.
instructions_of_a_layer() {
    local few many
    (count "$bin/floor-layer" 2) && few=$(total_of "$folder/callgrind") && (count "$bin/floor-layer" 6) &&
        many=$(total_of "$folder/callgrind") || return
    echo $(((many - few) / 4))
}
