#!/bin/bash
# What the supervisor does when a visitor process dies, hangs or cannot start, and what it does when it is told to.
# shellcheck source=tests/rig/rig.sh
. "$(dirname "$0")/../rig/rig.sh"

a_killed_visit_is_followed_by_a_fresh_welcome() {
    kiosk && picture welcome && open_service || return
    local killed=$visitor
    kill -KILL "$killed"
    await 10 "a fresh welcome" is_fresh_welcome "$killed" && await 3 "the first start's picture" shows welcome
}

# The limit is 3 s without a sign of life. What follows is the time of a start on a slow machine.
a_stopped_visit_is_replaced_within_the_limit() {
    kiosk && open_service || return
    local stopped=$visitor since
    kill -STOP "$stopped"
    since=$(now_ms)
    await 10 "a fresh welcome" is_fresh_welcome "$stopped" && await 3 "the first start's picture" shows welcome || return
    why="the fresh welcome came after $((shown_ms - since)) ms"
    [ $((shown_ms - since)) -le 5000 ]
}

a_new_directory_replaces_an_untouched_welcome() {
    kiosk || return
    local untouched=$visitor
    kill -HUP "$halte"
    await 10 "another visitor process" is_fresh_welcome "$untouched" && await 3 "the same picture" shows welcome &&
        await 3 "an end of the last process" is_gone "$untouched"
}

a_new_directory_waits_for_the_end_of_a_visit() {
    kiosk && open_service || return
    local reader=$visitor
    kill -HUP "$halte"
    must_not 1500 "a visitor who lost the page" is_another_visitor "$reader" || return
    leave && await 10 "a fresh welcome" is_fresh_welcome "$reader"
}

sigterm_ends_everything() {
    kiosk && open_services || return
    local last=$visitor supervisor=$halte
    end_kiosk || return
    why="halte ended with $status"
    [ "$status" = 0 ] || return
    why="a process outlived halte"
    is_gone "$last" && is_gone "$supervisor"
}

no_visitor_outlives_a_killed_supervisor() {
    kiosk && open_services || return
    local last=$visitor
    kill -KILL "$halte"
    wait "$halte" 2>/dev/null
    halte=
    await 3 "an end of the visitor process" is_gone "$last"
}

# serves_the_embedded_directory_instead_of FILE: and one sentence in the log says so.
serves_the_embedded_directory_instead_of() {
    kiosk --directory "$1" && await 3 "the embedded directory's welcome" shows welcome || return
    why="the log holds: $(log_lines)"
    [ "$(log_lines | wc -l)" = 1 ] && grep -q "The embedded directory serves instead\.$" "$folder/log"
}

a_bad_snapshot_file() {
    local good=$build/src/programs/embedded.snapshot
    head -c 4096 /dev/urandom >"$folder/noise"
    head -c 20000 "$good" >"$folder/torn"
    cp "$good" "$folder/future" && chmod u+w "$folder/future"
    # SQLite keeps user_version in bytes 60 to 63.
    printf '\377' | dd of="$folder/future" bs=1 seek=60 conv=notrunc status=none
    cp "$good" "$folder/altered" && chmod u+w "$folder/altered"
    printf '\377\377\377\377' | dd of="$folder/altered" bs=1 seek=30000 conv=notrunc status=none
    test_that "The embedded directory serves when the given one is missing" \
        serves_the_embedded_directory_instead_of "$folder/nowhere"
    test_that "The embedded directory serves when the given one is no database" \
        serves_the_embedded_directory_instead_of "$folder/noise"
    test_that "The embedded directory serves when the given one is torn off" \
        serves_the_embedded_directory_instead_of "$folder/torn"
    test_that "The embedded directory serves when the given one was altered" \
        serves_the_embedded_directory_instead_of "$folder/altered"
    test_that "The embedded directory serves when the given one is of another schema" \
        serves_the_embedded_directory_instead_of "$folder/future"
    mkfifo "$folder/fifo"
    test_that "The embedded directory serves when the given one is a FIFO" \
        serves_the_embedded_directory_instead_of "$folder/fifo"
    a_share_whose_server_is_gone
    test_that "A good snapshot is shown without a word in the log" a_good_snapshot_is_shown "$good"
}

# A file system in user space whose other side never says a word: whoever opens something there is held by the kernel.
a_share_whose_server_is_gone() {
    local share=$folder/share silent
    mkdir "$share"
    coproc DEAD_SHARE { exec python3 -c 'import ctypes, os, sys
silent = os.open("/dev/fuse", os.O_RDWR)
options = f"fd={silent},rootmode=40000,user_id=0,group_id=0".encode()
if ctypes.CDLL(None).mount(b"dead", sys.argv[1].encode(), b"fuse", 0, options) == 0:
    print("mounted", flush=True)
    sys.stdin.read()' "$share" 2>&1; }
    silent=$DEAD_SHARE_PID
    if read -r line <&"${DEAD_SHARE[0]}" && [ "$line" = mounted ]; then
        test_that "The embedded directory serves when the given one is on a share whose server is gone" \
            serves_the_embedded_directory_instead_of "$share/p.halte"
        end_kiosk
        umount -l "$share"
    else
        skip "A share whose server is gone, $rig" "this user may mount no file system (FUSE)"
    fi
    kill "$silent" 2>/dev/null
    wait "$silent" 2>/dev/null
}

a_good_snapshot_is_shown() {
    kiosk --directory "$1" && await 3 "the welcome" shows welcome || return
    why="the log says: $(log_lines)"
    [ -z "$(log_lines)" ]
}

# crash_three_visits ARGUMENTS OF halte...
crash_three_visits() {
    local crashed
    kiosk "$@" || return
    for _ in 1 2 3; do
        open_situations && crashed=$visitor && kill -SEGV "$crashed" &&
            await 10 "a fresh welcome" is_fresh_welcome "$crashed" || return
    done
}
three_crashes_give_up_a_directory_from_outside() {
    crash_three_visits --directory "$build/src/programs/embedded.snapshot" || return
    await 10 "the embedded directory" shows_the_embedded_directory || return
    why="the log says: $(log_lines)"
    [ "$(log_lines | grep -c "3 visitor processes crashed or hung within an hour")" = 1 ]
}
shows_the_embedded_directory() { read_screen && tr '\0' ' ' <"/proc/$visitor/cmdline" | grep -q -- "--embedded-directory"; }
three_crashes_are_no_fault_of_the_embedded_directory() {
    crash_three_visits || return
    why="the log says: $(log_lines)"
    ! grep -q "embedded" "$folder/log" && ! shows_the_embedded_directory
}

# gap N: milliseconds between the Nth start and the one after it.
gap() { awk -v n="$1" 'NR == n { first = $1 } NR == n + 1 { printf "%d", ($1 - first) / 1000 }' "$folder/starts"; }

five_crashes_give_up_the_directory() {
    stage_crasher && launch --directory "$folder/given" && await 10 "twelve starts" has_started 12 || return
    why="the starts were: $(cut -d' ' -f2- "$folder/starts" | tr '\n' ';')"
    [ "$(head -5 "$folder/starts" | grep -c -- "--directory $folder/given$")" = 5 ] &&
        [ "$(tail -n +6 "$folder/starts" | grep -c -- "--embedded-directory$")" = "$(($(wc -l <"$folder/starts") - 5))" ]
}

the_next_starts_come_at_growing_intervals() {
    why="the last intervals were $(gap 9), $(gap 10) and $(gap 11) ms"
    [ "$(gap 9)" -lt 900 ] && [ "$(gap 10)" -ge 950 ] && [ "$(gap 10)" -lt 1900 ] && [ "$(gap 11)" -ge 1950 ]
}

the_log_says_what_was_given_up() {
    why="the log does not say so"
    grep -q "so the embedded one serves" "$folder/log" && grep -q "starts in 2 s" "$folder/log"
}

# Each of the two says where it stands: one is asked for by --check, and the other is what the kiosk starts. A visitor
# program that ends with this status ends the kiosk too.
closed=10
finds() {
    local found
    found=$("$folder/installed/bin/halte" "${@:2}" 2>&1)
    why="${*:2} found: $found"
    [[ $'\n'$found$'\n' == *$'\n'"$1"$'\n'* ]]
}
programs_are_found_where_a_package_puts_them() {
    mkdir -p "$folder/installed"/{bin,libexec/halte} && cp "$bin/halte" "$folder/installed/bin/" || return
    local place program
    for place in libexec/halte bin; do
        for program in halte-visitor halte-check; do
            printf '#!/bin/bash\necho "%s in %s"\nexit %d\n' $program $place $closed >"$folder/installed/$place/$program"
            chmod +x "$folder/installed/$place/$program"
        done
        finds "halte-check in $place" --check || return
        finds "halte-visitor in $place" || return
    done
}

a_good_program_is_shown_again() {
    stage_visitor "$bin/observed-visitor"
    await 10 "a welcome screen" is_welcome && await 3 "the first start's picture" shows welcome
}

processes() {
    test_that "A killed visit is followed by a fresh welcome screen" a_killed_visit_is_followed_by_a_fresh_welcome
    test_that "A stopped visit is replaced within the limit" a_stopped_visit_is_replaced_within_the_limit
    test_that "A new directory replaces an untouched welcome screen" a_new_directory_replaces_an_untouched_welcome
    test_that "A new directory waits for the end of a visit" a_new_directory_waits_for_the_end_of_a_visit
    test_that "SIGTERM ends everything with status 0" sigterm_ends_everything
    test_that "No visitor process outlives a killed supervisor" no_visitor_outlives_a_killed_supervisor
    a_bad_snapshot_file
    # With whatever a visit was touched.
    if [ "$rig" = "with a pointer" ]; then
        test_that "Three crashes within an hour give up a directory from outside" \
            three_crashes_give_up_a_directory_from_outside
        test_that "Three crashes are no fault of the embedded directory" \
            three_crashes_are_no_fault_of_the_embedded_directory
    fi
    test_that "Five crashes in a row give up the directory" five_crashes_give_up_the_directory
    test_that "The next starts come at growing intervals" the_next_starts_come_at_growing_intervals
    test_that "The log says what was given up" the_log_says_what_was_given_up
    test_that "A program that starts again is shown" a_good_program_is_shown_again
    test_that "The visitor's program and that of --check are found beside halte, else in libexec" \
        programs_are_found_where_a_package_puts_them
}

on_every_rig_at_once processes
[ $failures = 0 ]
