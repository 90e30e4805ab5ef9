# shellcheck shell=bash
# The package for the release of the machine. To be sourced.
# shellcheck disable=SC2016  # what mmdebstrap's hooks say, their own shell reads
# shellcheck disable=SC2034,SC2154  # the scripts, the rig and prepare.bash share these variables

# build_package: leaves its path in $package, its version and the next one in $first_version and $next_version. For another release than this machine's it is built in a Debian of it,
# once for each state of the source.
build_package() {
    local folder=$run/package
    if [ "$release" = "$(own_release)" ]; then
        rm -rf "$folder"
        HALTE_BUILD=$build "$source_folder/kiosk/package" --output "$folder" >"$run/package.log" 2>&1
    else
        tar -C "$source_folder" -cf "$run/source.tar" --sort=name --mtime=@0 \
            CMakeLists.txt README.md data fonts include kiosk src
        folder=$build/field/$release-package-$(sha256sum "$run/source.tar" | head -c 12)
        compgen -G "$folder/*.deb" >/dev/null || package_in_release "$folder" >"$run/package.log" 2>&1
    fi || {
        tail -5 "$run/package.log"
        return 1
    }
    package=$(echo "$folder"/*.deb)
    first_version=$(dpkg-deb -f "$package" Version) && next_version=$first_version+next
}

package_in_release() {
    rm -rf "$build/field/$release-package-"* && mkdir -p "$1"
    mirrors | nice mmdebstrap --quiet --format=null --variant=minbase \
        --include="$(packages_of run session build package | paste -sd,)" \
        --customize-hook='mkdir "$1/halte"' --customize-hook="tar-in '$run/source.tar' /halte" \
        --customize-hook='chroot "$1" env SOURCE_DATE_EPOCH=1700000000 /halte/kiosk/package --output /out' \
        --customize-hook="sync-out /out '$1'" "$release" - -
}

lintian_finds_no_error() {
    local found
    found=$(lintian --allow-root "$package" 2>&1 | grep -E '^[EW]: ')
    why="lintian says: $found"
    [ -z "$found" ]
}

carries_its_licences() {
    local text
    dpkg-deb --fsys-tarfile "$package" | tar -xO ./usr/share/doc/halte/copyright >"$run/copyright" || return
    for text in 'EUROPEAN UNION PUBLIC LICENCE v. 1.2' 'Creative Commons Attribution 4.0 International Public License'; do
        why="its copyright file does not have the text of the $text"
        grep -q "^ $text" "$run/copyright" || return
    done
}

# What is installed must be what apt knows: nothing is enabled, nothing else is changed.
takes_nothing_over() {
    local enabled
    enabled=$(find "$root/etc/systemd/system" -name '*halte*')
    why="there is already: $enabled"
    [ -z "$enabled" ] && [ ! -e "$root/etc/default/grub.d/halte.cfg" ]
}

purge_leaves_nothing() {
    in_root apt-get purge -y halte || return
    why="there is still: $(traces_in "$root")"
    [ -z "$(traces_in "$root")" ]
}
# Of the product, not of the package's file or of the package manager's own records of the past.
traces_in() {
    find "$1" -xdev \( -path "$1/proc" -o -path "$1/root" -o -path "$1/srv" -o -path "$1/var/log" -o -path "$1/var/cache" \) \
        -prune -o -name '*halte*' -print
    grep -rls halte "$1/etc" | grep -v -e /etc/apt/ -e 99mmdebstrap -e '-$'
    true
}
