# shellcheck shell=bash
# A fresh minimal Debian with the package installed as a technician does it, as a folder and then as a disk. To be
# sourced.
# shellcheck disable=SC2016  # what mmdebstrap's hooks say, their own shell reads
# shellcheck disable=SC2034,SC2154  # the scripts and prepare.bash share these variables

# What any small machine has before Halte comes: a kernel, systemd, apt.
plain_packages="linux-image-amd64,systemd-sysv,e2fsprogs,apt,ca-certificates"

# make_plain: leaves in $plain the tar of a minimal Debian of $release, made once.
make_plain() {
    plain=$build/field/plain-$release-$(declare -f plain_debian | cat - <(echo "$plain_packages") | sha256sum | head -c 12).tar
    [ ! -e "$plain" ] || return 0
    say "Making a minimal Debian ($release): about two minutes, once"
    mkdir -p "$build/field" && rm -f "$build/field/plain-$release"-*
    plain_debian || {
        tail -20 "$build/field/plain.log"
        fail "mmdebstrap could not make a Debian; its whole log is $build/field/plain.log"
    }
    mv "$plain.new" "$plain"
}
plain_debian() {
    mirrors | nice mmdebstrap --quiet --format=tar --variant=minbase --include="$plain_packages" \
        --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-include=/usr/share/doc/halte/*' \
        --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/locale/*' \
        --customize-hook='rm -f "$1/etc/resolv.conf"' "$release" "$plain.new" - >"$build/field/plain.log" 2>&1
}

in_root() { chroot "$root" env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 "$@" >>"$run/root.log" 2>&1; }

# make_root: the minimal Debian as the folder $root, with the network of this machine.
make_root() {
    root=$run/root
    mkdir -p "$root" && tar -C "$root" -xf "$plain" && cat /etc/resolv.conf >"$root/etc/resolv.conf" || return
    mkdir -p "$root/srv/halte" && in_root apt-get update
}

# The command of the guide. What a package of Debian brings as well is left out, to save time.
install_package() {
    cp "$package" "$root/root/" && in_root apt-get install -y --no-install-recommends "/root/$(basename "$package")"
}

# make_repository: the package, and the same with the next version, as apt finds them on a disk.
make_repository() {
    local next=$run/next
    dpkg-deb -R "$package" "$next" && sed -i "s/^Version: .*/Version: $next_version/" "$next/DEBIAN/control" &&
        dpkg-deb --root-owner-group -b "$next" "$root/srv/halte/halte_${next_version}_amd64.deb" >>"$run/root.log" &&
        cp "$package" "$root/srv/halte/" && (cd "$root/srv/halte" && apt-ftparchive packages . >Packages) &&
        echo "deb [trusted=yes] file:/srv/halte ./" >"$root/etc/apt/sources.list.d/halte.list" || return
    rm -r "$next"
}

# prepare_guest: what the tests add to the terminal: an agent, patience, the settings that the scout had, and a snapshot
# where somebody may think that it can be read.
prepare_guest() {
    local units=$root/etc/systemd/system
    install -D "$field/guest/agent" "$root/usr/local/sbin/field-agent" &&
        install -m 644 -D "$field/guest/field-agent.service" "$units/field-agent.service" &&
        install -m 644 -D "$field/guest/slow.conf" "$units/halte-kiosk.service.d/slow.conf" &&
        install -m 644 -D "$field/guest/slow.conf" "$units/halte-cage.service.d/slow.conf" &&
        install -m 644 -D "$run/landscape/halte.toml" "$root/etc/halte/halte.toml.d/10-place.toml" &&
        install -m 644 -D "$build/src/programs/embedded.snapshot" "$root/home/staff/directory.halte" || return
    in_root systemctl enable field-agent.service
    echo "/dev/vda / ext4 defaults 0 1" >"$root/etc/fstab"
    : >"$root/etc/machine-id"
}

# make_disk: leaves $run/disk, with $run/kernel and $run/initrd beside it. A disk made from a folder keeps whole seconds
# alone, by which the faces' cache would be out of date.
make_disk() {
    find "$root/usr/share/fonts" -exec touch -h -d @1700000000 {} + && in_root fc-cache -f || return
    cp "$root"/boot/vmlinuz-* "$run/kernel" && cp "$root"/boot/initrd.img-* "$run/initrd" || return
    rm -f "$run/disk" && truncate -s 4G "$run/disk" && /usr/sbin/mke2fs -q -F -t ext4 -d "$root" "$run/disk" &&
        rm -rf "$root"
}
