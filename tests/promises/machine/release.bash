# shellcheck shell=bash
# Our programs for the release that the guest has. To be sourced.
# shellcheck disable=SC2016  # what mmdebstrap's hooks say, their own shell reads
# shellcheck disable=SC2034,SC2154  # whole_machine and prepare.bash share these variables

# make_build: leaves in $guest_build a folder with bin/ and the safe pages, and in $libraries the packages they load.
make_build() {
    guest_build=$build
    if [ "$release" = "$(own_release)" ]; then
        libraries=$("$machine_folder/libraries" "$bin/halte" "$bin/halte-visitor" "$bin/halte-check")
        return
    fi
    tar -C "$source_folder" -cf "$run/source.tar" --sort=name --mtime=@0 \
        CMakeLists.txt data fonts include kiosk src tests
    guest_build=$build/machine/$release-build-$(sha256sum "$run/source.tar" | head -c 12)
    [ -e "$guest_build/libraries" ] || build_in_release
    rm "$run/source.tar"
    libraries=$(<"$guest_build/libraries")
}

build_in_release() {
    say "Building Halte in a Debian ($release): about a quarter of an hour, once for each state of the source"
    rm -rf "$build/machine/$release-build-"*
    mkdir -p "$guest_build"
    mirrors | nice mmdebstrap --quiet --format=null --variant=minbase \
        --include="$(packages_of run build | paste -sd,)" \
        --customize-hook='mkdir "$1/halte"' --customize-hook="tar-in '$run/source.tar' /halte" \
        --customize-hook='chroot "$1" /halte/tests/promises/machine/build_inside' \
        --customize-hook="copy-out /out/bin /out/safe-page-landscape.png /out/safe-page-portrait.png /out/libraries '$guest_build'" \
        "$release" - - >"$build/machine/$release-build.log" 2>&1 || {
        tail -20 "$build/machine/$release-build.log"
        fail "Halte could not be built in a Debian ($release); the whole log is $build/machine/$release-build.log"
    }
}
