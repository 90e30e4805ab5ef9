#!/bin/bash
# What a technician is told of a terminal and of wrong settings, and what the kiosk makes of them.
# shellcheck source=tests/rig/rig.sh
. "$(dirname "$0")/../rig/rig.sh"

settings_of() { printf '%s\n' "$@" >"$folder/wrong.toml"; }

# check OPTIONS...: what halte --check says of wrong.toml, without the folder's name, in `said` and `status`.
check() {
    said=$("$bin/halte" --check --config "$folder/wrong.toml" "$@" 2>&1)
    status=$?
    said=${said//$folder\//}
    why="it ended with $status and said: $said"
}

# told STATUS LINE...: what halte --check ends with, and its lines under "Settings".
told() {
    local wanted=$1 under
    shift
    check
    under=${said%%$'\n\n'*}
    [ $status = "$wanted" ] && [ "$under" = "$(printf '%s\n' Settings "$@")" ]
}

# What a machine without a touchscreen ends with, whatever else it has.
right_settings() {
    write_settings && cp "$folder/halte.toml" "$folder/wrong.toml"
    check
    [[ $said == "Settings"$'\n'"  ok       wrong.toml is right."$'\n\n'* ]] || return
    if [[ $said == *"  FAILURE  "* ]]; then [ $status = 1 ]; else [ $status = 0 ]; fi
}

what_holds_a_visitor_is_told() {
    right_settings || return
    [[ $said == *$'\n\n'"What holds a visitor process on this machine"$'\n'* ]] &&
        [[ $said =~ (Landlock, version [1-9]|"  warning  Files: ") ]] &&
        [[ $said == *"  ok       System calls: only those on the list are made (seccomp)."* ]]
}

wrong_keys_and_values() {
    settings_of '[place]' 'nam = "x"' '[visit]' 'countdown_seconds = 5'
    told 78 '  FAILURE  wrong.toml:2:1: [place] has no key "nam".' '           Did you mean "name"?' \
        '  FAILURE  wrong.toml:4:21: 5 s is out of range.' '           Write a whole number from 20 to 300.'
}

what_the_directory_lacks() {
    settings_of '[visit]' 'profile = "hospitl"' 'languages = ["fr", "tlh"]' '[directory]' 'file = "/nowhere/at.all"'
    check
    [ $status = 78 ] && [[ $said == *'wrong.toml:2:11: The directory has no profile "hospitl".'*'It has: asylum-centre, '* ]] &&
        [[ $said == *'wrong.toml:3:13: The directory has no language "tlh".'*'It has: fr, '* ]] &&
        [[ $said == *'wrong.toml:5:8: '*'/nowhere/at.all'* ]]
}

# Files of the folder come after the main one; each problem is told with its own file; a main file that is gone is told.
a_folder_of_files() {
    settings_of '[visit]' 'profile = "school"' '[screen]' 'rotation = 180'
    mkdir -p "$folder/wrong.toml.d"
    printf '[screen]\nrotation = 90\n' >"$folder/wrong.toml.d/10-screen.toml"
    printf '[screen]\nrotation = 45\n' >"$folder/wrong.toml.d/20-wrong.toml"
    printf '[screen]\nrotation = 270\n' >"$folder/wrong.toml.d/30-left.toml~"
    local outcome=0
    told 78 '  FAILURE  wrong.toml.d/20-wrong.toml:2:12: 45 is no quarter turn.' \
        '           Write 0, 90, 180 or 270, without quotation marks.' &&
        prints screen.rotation 90 && prints visit.profile school || outcome=1
    rm -r "$folder/wrong.toml.d"
    return $outcome
}

# A FIFO that nobody writes into, and an endless device.
what_never_ends_is_told() {
    settings_of '[visit]' 'profile = "school"' '[directory]' "file = \"$folder/never.halte\""
    mkdir -p "$folder/wrong.toml.d"
    mkfifo "$folder/wrong.toml.d/60.toml" "$folder/never.halte"
    ln -s /dev/zero "$folder/wrong.toml.d/70.toml"
    printf '[screen]\nrotation = 90\n' >"$folder/wrong.toml.d/80.TOML"
    local outcome=0
    check
    # Lines are broken where the test's own folder made them too long.
    said=${said//$'\n'           / }
    [ $status = 78 ] && tells_in_order \
        '60.toml: The settings cannot be read: it is no ordinary file. Nothing of this file counts.' \
        '70.toml: The settings cannot be read: it is no ordinary file. Nothing of this file counts.' \
        '80.TOML: Nothing of this file counts, because of its name. Rename it to 80.toml, or remove it.' \
        'wrong.toml:4:8: never.halte is not a file. Until it is mended, the embedded directory serves.' &&
        prints visit.profile school && prints screen.rotation 0 || outcome=1
    rm -r "$folder/wrong.toml.d" "$folder/never.halte"
    return $outcome
}
# tells_in_order SENTENCE...: as failures, one after the other.
tells_in_order() {
    local sentence rest=$said
    for sentence; do
        [[ $rest == *"  FAILURE  "*"$sentence"* ]] || return
        rest=${rest#*"$sentence"}
    done
}

# prints KEY VALUE
prints() {
    said=$("$bin/halte" --print "$1" --config "$folder/wrong.toml" 2>&1)
    status=$?
    why="--print $1 ended with $status and said: $said"
    [ $status = 0 ] && [ "$said" = "$2" ]
}

every_value_is_printed() {
    cp "$source_folder/kiosk/halte.toml" "$folder/wrong.toml"
    prints screen.rotation 0 && prints screen.output "" && prints visit.countdown_seconds 45 || return
    settings_of '[visit]' 'languages = ["fr", "ar"]' '[screen]' 'output = "HDMI-1"'
    prints visit.languages "fr ar" && prints screen.output HDMI-1 || return
    said=$("$bin/halte" --print screen.rotatoin 2>&1)
    status=$?
    why="it ended with $status and said: $said"
    [ $status = 64 ] && [[ $said == *"Did you mean screen.rotation?" ]]
}

# The same findings as on the page, the same status, and nothing beside them.
json_is_read_by_a_program() {
    right_settings || return
    local page=$said page_status=$status
    check --json
    [ $status = $page_status ] && python3 - "$said" "$page" <<'PYTHON'
import json, re, sys
said, page = json.loads(sys.argv[1]), sys.argv[2]
levels = [finding["level"] for finding in said["findings"]]
counted = re.search(r"(\d+) ok, (\d+) warnings?, (\d+) failures?$", page)
assert [levels.count(level) for level in ("ok", "warning", "failure")] == [int(n) for n in counted.groups()], counted
assert all(re.fullmatch(r"[a-z]+\.[a-z0-9_.-]+", finding["id"]) for finding in said["findings"])
assert all(bool(finding["cure"]) == (finding["level"] != "ok") for finding in said["findings"])
assert said["level"] == max(levels, key=["ok", "warning", "failure"].index)
PYTHON
}

# As strictly as Prometheus reads a text file: each name has one HELP and one TYPE before its samples, which stand
# together; no sample is there twice; the text ends with a line break.
metrics_are_read_by_prometheus() {
    right_settings || return
    local page_status=$status
    "$bin/halte" --check --prometheus --config "$folder/wrong.toml" >"$folder/halte.prom"
    status=$?
    why="it ended with $status and said: $(cat "$folder/halte.prom")"
    [ $status = $page_status ] && python3 - "$folder/halte.prom" <<'PYTHON'
import re, sys
text = open(sys.argv[1], encoding="utf-8").read()
assert text.endswith("\n") and not text.endswith("\n\n")
label = r'[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\n]|\\["\\n])*"'
sample = re.compile(r"([a-z_]+)(\{%s(?:,%s)*\})? (-?[0-9.]+)" % (label, label))
helped, typed, samples, current = set(), {}, set(), None
for line in text.splitlines():
    head = re.fullmatch(r"# (HELP|TYPE) ([a-z_]+) (.+)", line)
    if head and head.group(1) == "HELP":
        assert head.group(2) not in helped, line
        helped.add(head.group(2))
    elif head:
        current = head.group(2)
        assert current in helped and current not in typed and head.group(3) in ("gauge", "counter"), line
        assert (head.group(3) == "counter") == current.endswith("_total"), line
        typed[current] = head.group(3)
    else:
        read = sample.fullmatch(line)
        assert read and read.group(1) == current, line
        assert read.group(1, 2) not in samples, line
        samples.add(read.group(1, 2))
assert {name for name, _ in samples} == set(typed)
assert {"halte_info", "halte_check", "halte_snapshot_as_of_timestamp_seconds", "halte_settings_problems"} <= set(typed)
PYTHON
}

json_alone_is_no_question() {
    said=$("$bin/halte" --json 2>&1)
    status=$?
    why="it ended with $status and said: $said"
    [ $status = 64 ]
}

# Whoever collects the metrics must not see that somebody is there.
metrics_without_time() {
    "$bin/halte" --check --prometheus --config "$folder/halte.toml" | grep -v '^halte_check_timestamp_seconds '
}
metrics_know_no_visit() {
    kiosk || return
    local before during after
    before=$(metrics_without_time)
    open_services || return
    during=$(metrics_without_time)
    local leaver=$visitor
    leave && await 10 "a fresh welcome" is_fresh_welcome "$leaver" || return
    after=$(metrics_without_time)
    end_kiosk || return
    why="they differ: $(diff <(echo "$before") <(echo "$during"); diff <(echo "$before") <(echo "$after"))"
    [[ $before == *"halte_check{"* ]] && [ "$before" = "$during" ] && [ "$before" = "$after" ]
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
    test_that "Files of a folder beside the settings are read after them" a_folder_of_files
    test_that "Files that never end, and names that seem to count, are told" what_never_ends_is_told
    test_that "Every value that counts can be printed" every_value_is_printed
    test_that "A program reads the same findings as JSON" json_is_read_by_a_program
    test_that "Prometheus reads them as metrics" metrics_are_read_by_prometheus
    test_that "The metrics are the same before, during and after a visit" metrics_know_no_visit
    test_that "How to tell it is no question without one" json_alone_is_no_question
    test_that "The kiosk starts all the same and says once what is wrong" the_kiosk_starts_all_the_same_and_says_so_once
}

# finds ID LEVEL, under settings of the screen's turn.
finds() {
    printf '[screen]\ndiagonal_inches = 15\nrotation = %d\n' "$3" >"$folder/wrong.toml"
    check --json
    why="of a picture turned by $3 degrees it says: $said"
    python3 -c '
import json, sys
sys.exit(not any([one["id"], one["level"]] == sys.argv[2:] for one in json.loads(sys.argv[1])["findings"]))' \
        "$said" "$1" "$2"
}

# The rig's own server turns no picture, so what is turned here is the settings and the touchscreen.
a_turned_touchscreen_is_seen() {
    local matrix='Coordinate Transformation Matrix'
    finds screen.shown ok 0 && finds touch.present ok 0 && finds touch.mapped ok 0 || return
    finds touch.mapped failure 90 && finds screen.shown failure 90 || return
    xinput set-prop touchscreen "$matrix" 0 1 0 -1 0 1 0 0 1
    finds touch.mapped ok 90 && finds touch.mapped failure 270 && finds touch.mapped failure 0 || return
    xinput set-prop touchscreen "$matrix" 1 0 0 0 1 0 0 0 1
    finds touch.mapped ok 0
}

a_server_that_hangs_is_told() {
    kill -STOP "$server"
    finds screen.shown failure 0 && finds touch.mapped failure 0
    local outcome=$?
    kill -CONT "$server"
    [ $outcome = 0 ] && finds screen.shown ok 0
}

machine() {
    test_that "An X server that does not answer is told, and not waited for" a_server_that_hangs_is_told
    if ! command -v xinput >/dev/null; then
        skip "settings, $rig" "xinput is missing (Debian package xinput)"
        return
    fi
    test_that "A touchscreen that feels another place than the finger's is seen" a_turned_touchscreen_is_seen
}

run_rig pointer settings &
wait_for_rigs $!
run_rig touchscreen machine &
wait_for_rigs $!
[ $failures = 0 ]
