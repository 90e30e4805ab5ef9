# shellcheck shell=bash
# What kiosk/run and tests/run share: installing what is missing, building, and a virtual display. To be sourced.

source=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build=${HALTE_BUILD:-$source/build}

say() { printf '\n== %s\n' "$*" >&2; }
fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

# The packages of the named sections of packages.txt, one on a line.
packages_of() {
    awk -v wanted=" $* " '/^\[/ { section = substr($1, 2, length($1) - 2); next }
        /^[a-z0-9]/ && index(wanted, " " section " ") { print $1 }' "$source/kiosk/packages.txt"
}

# What is installed, and what that provides in the place of others (pkgconf is a pkg-config).
installed_packages() {
    dpkg-query -W -f '${db:Status-Status} ${Package}, ${Provides}\n' |
        awk '$1 == "installed" { sub(/^installed /, ""); gsub(/ *\([^)]*\)/, ""); gsub(/, */, "\n"); print }'
}

missing_packages() {
    comm -23 <(packages_of "$@" | sort -u) <(installed_packages | sort -u)
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# Needs the network only when something is missing.
install_missing() {
    local missing
    mapfile -t missing < <(missing_packages "$@")
    [ ${#missing[@]} -gt 0 ] || return 0
    say "Installing ${#missing[@]} Debian packages: ${missing[*]}"
    command -v apt-get >/dev/null || fail "This is no Debian: install what corresponds to them, and start again."
    [ "$(id -u)" = 0 ] || command -v sudo >/dev/null ||
        fail "Neither root nor sudo here. As root: apt-get install ${missing[*]}"
    local install=(env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}")
    # A fresh machine has no lists, and old ones name packages that are gone.
    apt-cache show --no-all-versions "${missing[@]}" >/dev/null 2>&1 || as_root apt-get update || true
    as_root "${install[@]}" || { as_root apt-get update && as_root "${install[@]}"; } ||
        fail "apt-get could not install them. Is this machine online?"
}

# build_programs [-DOPTION...] -- TARGET...: configures, because packages may have come since the last time, and builds.
build_programs() {
    local options=()
    while [ "$1" != -- ]; do
        options+=("$1")
        shift
    done
    shift
    [ -e "$build/build.ninja" ] || say "Configuring in $build"
    mkdir -p "$build"
    cmake -S "$source" -B "$build" -G Ninja "${options[@]}" >"$build/configure.log" 2>&1 || {
        cat "$build/configure.log"
        return 1
    }
    say "Building ${*:-everything}"
    cmake --build "$build" --target "${@:-all}"
}

# Starts Xvfb on a number that is free, leaves it in DISPLAY, and ends it with this script.
start_virtual_display() {
    local numbers="$build/display"
    command -v Xvfb >/dev/null || fail "Xvfb is missing (Debian package xvfb)."
    rm -f "$numbers" && mkfifo "$numbers"
    Xvfb -displayfd 7 -screen 0 3840x3840x24 -nolisten tcp -noreset 7>"$numbers" 2>"$build/xvfb.log" &
    # shellcheck disable=SC2064  # its number is the one of now
    trap "kill $! 2>/dev/null" EXIT
    read -r -t 30 DISPLAY <"$numbers" || { cat "$build/xvfb.log" && fail "Xvfb did not start."; }
    export DISPLAY=":$DISPLAY"
    rm -f "$numbers"
}
