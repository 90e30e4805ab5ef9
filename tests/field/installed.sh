#!/bin/bash
# The package as a terminal has it: built, installed in a fresh minimal Debian of this machine's release, purged,
# installed again, and switched on as a machine of its own, up to a visit. What takes longer is in tests/field/terminal.
# shellcheck source=tests/field/field.bash
. "$(dirname "$0")/field.bash"

switched_on_it_shows_the_kiosk() { fresh_disk && switch_on && watch_the_start 300; }

on_a_machine() {
    try "Switched on, nothing is seen but the safe page, and then the welcome screen" switched_on_it_shows_the_kiosk
    try "A visit can be made, and its end shows the welcome screen" visit_and_leave
    try "halte --check finds nothing wrong but the emulator's finger" check_finds_nothing_else
    try "halte --check asks as the kiosk's user, from within the confines of its service" check_asks_as_the_kiosk
    try "The log has nothing of a visit" logs_nothing_of_a_visit
    try "It comes back when a visitor process is killed in a visit" comes_back_after kill_process halte-visitor
    try "It comes back when the supervisor is killed in a visit" comes_back_after kill_process halte
    try "It comes back when the X server is killed in a visit" comes_back_after kill_process Xorg
    try "An upgrade in a visit does not disturb it, and serves the next one" upgrade_in_a_visit
    try "What it writes is in /run alone" writes_nothing_elsewhere
}

begin_field "$(own_release)"
as_installed
[ $failures -gt 0 ] || make_machine
[ $failures -gt 0 ] || on_a_machine
[ $failures = 0 ]
