# shellcheck shell=bash
# What the tests of the installed terminal share: where they work, and what they ask of every release. To be sourced.
# shellcheck disable=SC2034,SC2154  # the files below share these variables
# shellcheck source=tests/rig/telling.bash
. "$(dirname "${BASH_SOURCE[0]}")/../rig/telling.bash"
field=$source_folder/tests/field
# shellcheck source=kiosk/prepare.bash
. "$source_folder/kiosk/prepare.bash"
# shellcheck source=tests/rig/debian.bash
. "$source_folder/tests/rig/debian.bash"
# shellcheck source=tests/rig/emulator.bash
. "$source_folder/tests/rig/emulator.bash"
# shellcheck source=tests/field/package.bash
. "$field/package.bash"
# shellcheck source=tests/field/image.bash
. "$field/image.bash"
# shellcheck source=tests/field/machine.bash
. "$field/machine.bash"
# shellcheck source=tests/field/scout.bash
. "$field/scout.bash"
# shellcheck source=tests/field/trials.bash
. "$field/trials.bash"

keep=no
name=
again=no

# begin_field RELEASE: the rest is skipped, with the reason, where it cannot be.
begin_field() {
    local program
    release=$1
    run=$build/field/run-$release$name
    rig="on Debian $release"
    [ "$(id -u)" = 0 ] || skip_all "a Debian in a folder is made by root alone"
    for program in mmdebstrap qemu-system-x86_64 qemu-img apt-ftparchive lintian; do
        command -v $program >/dev/null || skip_all "$program is missing (see kiosk/packages.txt)"
    done
    trap end_field EXIT
    trap 'exit 130' HUP INT TERM
    [ "$again" = yes ] || rm -rf "$run"
    mkdir -p "$run/shots"
}
skip_all() {
    skip "$(basename "$0" .sh)" "$1"
    exit 0
}

end_field() {
    power_cut
    rm -rf "$run/root" "$run/state"
    [ "$keep" = yes ] || rm -f "$run/disk"
}

# as_installed: from the source to a disk.
as_installed() {
    test_that "The package is built" build_package || return
    test_that "lintian finds nothing" lintian_finds_no_error
    test_that "The package carries the texts of its licences" carries_its_licences
    make_plain && make_root || fail "No minimal Debian: $(tail -1 "$run/root.log")"
    test_that "apt brings everything to a minimal Debian" install_package
    test_that "Installing takes nothing over" takes_nothing_over
    test_that "Purging leaves nothing" purge_leaves_nothing
    test_that "It can be installed again, and take the machine over" take_the_machine
}

# Every package is there now, so that dpkg alone is enough.
take_the_machine() {
    in_root dpkg -i "/root/$(basename "$package")" && in_root halte-terminal take-over &&
        kernel_words=$(sed -n 's/^GRUB_CMDLINE_LINUX_DEFAULT="[^ ]* \(.*\)"$/\1/p' "$root/etc/default/grub.d/halte.cfg")
    why="the kernel's line is empty; $(tail -3 "$run/root.log")"
    [ -n "$kernel_words" ]
}

# make_machine: the disk, and what visits on it look like: with a picture that is upright, and with one that is turned.
make_machine() {
    plan_route landscape ${width}x$height && plan_route portrait ${height}x$width || return
    make_repository && prepare_guest && make_disk || fail "No disk for the machine: $(tail -3 "$run/root.log")"
    declare -p kernel_words first_version next_version >"$run/facts"
    choose_accelerator "Run /bin/sh" probe
}
probe() { start_emulator "$run" "console=ttyS0 rdinit=/bin/sh"; }
