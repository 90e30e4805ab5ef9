# shellcheck shell=bash
# The build in which every access to memory and every undefined behaviour is watched (ASan, UBSan), by clang: tests/sanitize
# and tests/fuzz/run share it. To be sourced after kiosk/prepare.bash.
# shellcheck disable=SC2034,SC2154  # kiosk/prepare.bash shares these variables

build=$build/watched
# What graphics drivers and fontconfig keep until their process ends is theirs.
watched=detect_leaks=0:strict_string_checks=1

# build_watched TARGET...: one at a time, because both are run at once.
build_watched() {
    install_missing build fuzz
    mkdir -p "$build"
    (
        flock 202
        export ASAN_OPTIONS=$watched  # of the programs that the build itself runs
        build_programs -DHALTE_SANITIZE=ON -DCMAKE_CXX_COMPILER=clang++-19 -DCMAKE_C_COMPILER=clang-19 -- "$@" 202>&-
    ) 202>>"$build/lock"
}
