# shellcheck shell=bash
# The disks of the guest: a small Debian, made once for each list of packages, and our programs, made every time. To be
# sourced.
# shellcheck disable=SC2016  # what mmdebstrap's hooks say, their own shell reads
# shellcheck disable=SC2154  # whole_machine and prepare.bash share these variables

guest_packages() {
    packages_of guest session run
    echo "$libraries"
}

# make_base: leaves in $base the folder of the disk, its kernel and its initial memory disk.
make_base() {
    local packages
    packages=$(guest_packages | sort -u)
    base=$build/machine/$release-disk-$(recipe "$packages" | sha256sum | head -c 12)
    [ ! -e "$base/root" ] || return 0
    say "Installing a Debian ($release) for the guest: about five minutes, once"
    rm -rf "$build/machine/$release-disk-"* && mkdir -p "$base"
    debian_as_tar "$packages" && tar_as_disk
}

# All that the disk depends on.
recipe() {
    echo "$1"
    declare -f debian_as_tar tar_as_disk
    cat "$machine_folder/modules" "$machine_folder/first"
}

# A list of modules instead of all of them keeps the initial memory disk small: emulated, it is unpacked slowly. The
# faces' cache holds the time of their folders, of which the disk keeps whole seconds.
debian_as_tar() {
    mirrors | nice mmdebstrap --quiet --format=tar --variant=minbase --include="$(paste -sd, <<<"$1")" \
        --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' \
        --dpkgopt='path-exclude=/usr/share/locale/*' \
        --essential-hook='mkdir -p "$1/etc/initramfs-tools/conf.d" "$1/etc/initramfs-tools/hooks"' \
        --essential-hook='echo MODULES=list >"$1/etc/initramfs-tools/conf.d/machine"' \
        --essential-hook="cp '$machine_folder/modules' \"\$1/etc/initramfs-tools/hooks/machine\"" \
        --customize-hook='cp "$1"/boot/vmlinuz-* "$1/kernel" && cp "$1"/boot/initrd.img-* "$1/initrd"' \
        --customize-hook="download /kernel '$base/kernel'" --customize-hook="download /initrd '$base/initrd'" \
        --customize-hook='rm -rf "$1"/boot/* "$1/kernel" "$1/initrd"' \
        --customize-hook='find "$1/usr/share/fonts" -exec touch -d @1 {} + && chroot "$1" fc-cache -f' \
        --customize-hook='chroot "$1" useradd --no-create-home kiosk && mkdir "$1/opt/halte"' \
        --customize-hook="cp '$machine_folder/first' \"\$1/sbin/machine-init\"" \
        "$release" "$base/tar" - >"$base/log" 2>&1 || {
        tail -20 "$base/log"
        fail "mmdebstrap could not make a Debian; its whole log is $base/log"
    }
}

# A quarter more than the files need, and twice as many names.
tar_as_disk() {
    local blocks names
    blocks=$(($(stat -c %s "$base/tar") / 4096 * 5 / 4))
    names=$(($(tar -tf "$base/tar" | wc -l) * 2))
    genext2fs --allow-holes --block-size 4096 --size-in-blocks $blocks --number-of-inodes $names \
        --tarball "$base/tar" "$base/making" >>"$base/log" 2>&1 || fail "genext2fs failed: $(tail -1 "$base/log")"
    rm "$base/tar"
    mv "$base/making" "$base/root"
}

# make_programs FILE: the second disk, as kiosk/session expects the folders.
make_programs() {
    local root=$run/opt
    mkdir -p "$root/kiosk" "$root/build/bin"
    cp "$source_folder"/kiosk/{session,fit-screen} "$root/kiosk/"
    cp "$guest_build"/bin/{halte,halte-visitor,halte-check} "$root/build/bin/"
    cp "$guest_build"/safe-page-{landscape,portrait}.png "$root/build/"
    cp "$machine_folder/init" "$run/halte.toml" "$run/canary.snapshot" "$root/"
    /usr/sbin/mke2fs -q -t ext2 -d "$root" "$run/$1" 128M >"$run/build.log"
    rm -rf "$root"
}

# boot IMAGE PROGRAMS WORDS OF THE KERNEL'S LINE...
boot() {
    local base=$1 programs=$2
    shift 2
    start_emulator "$base" "root=/dev/vda ro console=ttyS0 quiet init=/sbin/machine-init $*" \
        -device "virtio-vga,xres=$width,yres=$height" -device virtio-tablet-pci \
        -drive "file=$base/root,if=virtio,format=raw,readonly=on" \
        -drive "file=$programs,if=virtio,format=raw,readonly=on"
}
