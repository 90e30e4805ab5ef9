# shellcheck shell=bash
# Statistics of lines of numbers, and the table that the measures end in. To be sourced; rows are kept in the file
# `$table`, because each rig is a process of its own.
# shellcheck disable=SC2154  # the measures say where the table is

# median, percentile P: of a number on each line.
percentile() {
    sort -n | awk -v p="$1" '{ value[NR] = $1 } END { if (NR) print value[int((NR - 1) * p / 100 + 0.5) + 1] }'
}
median() { percentile 50; }

# column N FILE: the median of a column. ratio FILE: the median of the lines' first column over their second.
column() { awk -v n="$1" '{ print $n }' "$2" | median; }
ratio() { awk '{ print $1 / $2 }' "$1" | median; }
divided() { awk -v a="$1" -v b="$2" 'BEGIN { print a / b }'; }

milliseconds() { awk -v us="$1" 'BEGIN { printf "%.1f ms", us / 1000 }'; }
megabytes() { awk -v kb="$1" 'BEGIN { printf "%.1f MB", kb / 1024 }'; }
millions() { awk -v count="$1" 'BEGIN { printf "%.1f M", count / 1e6 }'; }

# row MEASURE OURS FLOOR RATIO GOAL: "-" stands for what there is not. Without a ratio the goal is for OURS, a bare number.
row() {
    awk -v measure="$1" -v ours="$2" -v floor="$3" -v ratio="$4" -v goal="$5" 'BEGIN {
        met = goal == "-" ? "" : (ratio == "-" ? ours : ratio) + 0 <= goal + 0 ? "yes" : "NO"
        if (ratio != "-") ratio = sprintf("%.2f", ratio)
        printf "%s\t%s\t%s\t%s\t%s\t%s\n", measure, ours, floor, ratio, goal, met }' >>"$table"
}

print_table() {
    awk -F '\t' 'BEGIN { line("measure", "ours", "floor", "ratio", "goal", "met") }
        { line($1, $2, $3, $4, $5, $6) }
        function line(measure, ours, floor, ratio, goal, met) {
            printf "%-58s %11s %16s %7s %6s  %s\n", measure, ours, floor, ratio, goal, met
        }' "$table"
}
