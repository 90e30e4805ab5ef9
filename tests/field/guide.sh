#!/bin/bash
# Whether the guides tell the truth: the same chapters in both languages, commands, settings and files that exist, and
# dimensions that EN 301 549 (8.3.6) wants and halte --check agrees with. It reads kiosk/ and asks the built programs.
# shellcheck source=tests/rig/telling.bash
. "$(dirname "$0")/../rig/telling.bash"

kiosk=$source_folder/kiosk
guides=("$kiosk/GUIDE.md" "$kiosk/GUIDE.fr.md")
documents=("${guides[@]}" "$kiosk/FLEET.md")
shopt -s lastpipe
rig="in the documents"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# nothing_of WHAT: fails with the lines that were read as the reason.
nothing_of() {
    local lines
    lines=$(sort -u | paste -sd' ')
    why="$1: $lines"
    [ -z "$lines" ]
}

headings_of() { grep -oE '^#+ ([0-9.]+)?' "$1"; }
# Commands, files and settings in the order in which they stand, whatever the words around them.
code_of() {
    grep -E '^ {4,}[a-z[]' "$1"
    grep -vE '^ {4,}' "$1" | tr -s '\n ' ' ' | awk -v RS='`' 'NR % 2 == 0' | grep -v GUIDE
}

same_headings() { same headings_of "the headings differ"; }
same_code() { same code_of "commands, files or settings differ"; }
same() {
    why="$2: $(diff <($1 "${guides[0]}") <($1 "${guides[1]}") | grep '^[<>]' | head -3 | paste -sd' ')"
    diff -q <($1 "${guides[0]}") <($1 "${guides[1]}") >/dev/null
}

# EN 301 549, 8.3.6: the instructions cover these.
dimensions_are_told() {
    local guide number
    for guide in "${guides[@]}"; do
        grep -q '^## 11\..*EN 301 549, 8\.3' "$guide" && grep -q '^### 11\.1 ' "$guide" || echo "${guide##*/}: a heading"
        for number in 380 1220 1200 800 1100 510 635 1120 255 610 1170 760 1015; do
            sed -n '/^### 11\.1 /,/^### 11\.2 /p' "$guide" | grep -qw "$number" || echo "${guide##*/}: $number"
        done
    done | nothing_of "not told"
}

# Rows of 11.2: "DIAGONAL ROTATION LOWEST HIGHEST TAKEN", 0 where the picture is too high.
heights() {
    awk -F ' *[|] *' '/^### 11\.2 /, /^### 11\.3 / { if ($2 + 0) { sub(",", ".", $2)
        print $2, ($3 ~ /^(landscape|couché)$/ ? 0 : 90), $5 + 0, $6 + 0, $7 + 0 } }' "$1"
}

# judged DIAGONAL ROTATION HEIGHT: the level that halte --check gives to that height of the lower edge.
judged() {
    printf '%s\n' '[place]' "mounting_height_mm = $3" '[screen]' "diagonal_inches = $1" "rotation = $2" >"$folder/height.toml"
    env -u DISPLAY "$bin/halte" --check --json --config "$folder/height.toml" | python3 -c 'import json, sys
print(*[found["level"] for found in json.load(sys.stdin)["findings"] if found["id"] == "reach.height"])'
}

heights_are_right() {
    local inches rotation lowest highest taken rows=0
    [ "$(heights "${guides[0]}")" = "$(heights "${guides[1]}")" ] || { why="the two tables differ" && return 1; }
    while read -r inches rotation lowest highest taken; do
        rows=$((rows + 1))
        why="$inches inches turned by $rotation: halte --check judges otherwise"
        if [ "$highest" = 0 ]; then
            [ "$(judged "$inches" "$rotation" 380)" = failure ] || return
            continue
        fi
        [ "$(judged "$inches" "$rotation" "$lowest")$(judged "$inches" "$rotation" "$highest")" = okok ] &&
            [ "$(judged "$inches" "$rotation" $((highest + 1)))" = failure ] || return
        why="$inches inches turned by $rotation: $taken is not between $lowest and $highest"
        [ "$taken" -ge "$lowest" ] && [ "$taken" -le "$highest" ] || return
    done < <(heights "${guides[0]}")
    why="the table has $rows rows"
    [ $rows -ge 10 ]
}

options_exist() {
    local help option word
    help=$("$bin/halte" --help)
    grep -ohE '\bhalte( --[a-z]+)+' "${documents[@]}" | grep -oE -- '--[a-z]+' | sort -u | while read -r option; do
        grep -qE -- "(^|[ ,])$option( |,|$)" <<<"$help" || echo "halte $option"
    done | nothing_of "no such option" || return
    grep -ohE 'halte-terminal [a-z-]+' "${documents[@]}" | sort -u | while read -r _ word; do
        grep -q "^  $word  " < <("$kiosk/terminal" --help) || echo "halte-terminal $word"
    done | nothing_of "no such command" || return
    grep -ohE 'halte-directory [a-z]+' "${documents[@]}" | sort -u | while read -r _ word; do
        grep -q "^  $word " < <("$bin/halte-directory" --help) || echo "halte-directory $word"
    done | nothing_of "no such command"
}

# Names like screen.rotation, and keys in examples; and halte --print knows them.
settings_exist() {
    local key
    {
        grep -ohE '`(place|screen|visit|directory)\.[a-z_]+`' "${documents[@]}" | tr -d '`'
        grep -ohE -- '--print [a-z_.]+' "${documents[@]}" | cut -d' ' -f2
        for key in "${documents[@]}"; do
            awk '/^[^ ]/ { section = "" }
                /^ +\[(place|screen|visit|directory)\]$/ { gsub(/[][ ]/, ""); section = $0; next }
                section && /^ +[a-z_]+ = / { print section "." $1 }' "$key"
        done
    } | sort -u | while read -r key; do
        awk -v key="$key" '/^\[/ { gsub(/[][]/, ""); section = $0 }
            $1 == "#" && $3 == "=" && section "." $2 == key { found = 1 }
            END { exit !found }' "$kiosk/halte.toml" && "$bin/halte" --print "$key" >/dev/null 2>&1 || echo "$key"
    done | nothing_of "no such setting"
}

# What Debian's own packages bring, or the administrator makes, as files in the folder of settings are.
is_of_others() {
    case $1 in
        /etc/fstab | /etc/overlayroot.local.conf | /etc/apt/* | /etc/default/prometheus-node-exporter) ;;
        /etc/halte/halte.toml.d/*.toml | /var/lib/halte/directory.halte | /usr/share/keyrings/*) ;;
        /dev/watchdog0 | /proc/* | /srv/*) ;;
        *) return 1 ;;
    esac
}
# A document is installed under its own name.
is_installed_or_written() {
    case $1 in
        /usr/share/doc/halte/*) [ -e "$kiosk/${1##*/}" ] || [ -e "$source_folder/${1##*/}" ] ;;
        *) grep -qF -- "$1" "$kiosk"/{terminal,display,fit-screen,halte.toml,CMakeLists.txt} "$kiosk"/{systemd,debian}/* ;;
    esac
}
files_exist() {
    local file
    grep -ohE '/(etc|usr|run|var|srv|proc|dev)(/[a-zA-Z0-9_.{}*-]+)+' "${documents[@]}" | sed 's/[.]$//' | sort -u |
        while read -r file; do
            is_of_others "$file" || is_installed_or_written "$file" || echo "$file"
        done | nothing_of "neither installed nor written by kiosk/"
}

# Whatever is called halte-something is a unit or a program.
units_exist() {
    local name
    grep -ohE '\bhalte-[a-z]+(\.(service|timer))?' "${documents[@]}" | sort -u | while read -r name; do
        case $name in
            halte-check | halte-directory | halte-terminal | halte-visitor) ;;
            *.*) [ -e "$kiosk/systemd/$name" ] || echo "$name" ;;
            *) [ -e "$kiosk/systemd/$name.service" ] || echo "$name" ;;
        esac
    done | nothing_of "no such unit"
}

test_that "Both guides have the same chapters" same_headings
test_that "Both guides have the same commands, files and settings" same_code
test_that "The dimensions of EN 301 549 8.3 are told in both guides" dimensions_are_told
test_that "Every command and option that is named exists" options_exist
test_that "Every setting that is named exists" settings_exist
test_that "Every file that is named is installed or written" files_exist
test_that "Every unit that is named exists" units_exist
test_that "The heights of the table are those that halte --check finds right" heights_are_right
[ $failures = 0 ]
