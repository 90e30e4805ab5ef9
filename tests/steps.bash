# shellcheck shell=bash
# The steps of tests/run: their names, what each needs, and how it is run. To be sourced after kiosk/prepare.bash.
# shellcheck disable=SC2034,SC2154  # tests/run shares these variables

# limit_of LONG: seconds. Of every day, a quarter of an hour for the slowest; of the long form, as long as they need.
limit_of() { if [ "$1" = yes ]; then echo 14400; else echo 1800; fi; }

# steps_of LONG: names, in their order. Those of a room are named after it, others after the file that they stand in.
steps_of() {
    local name
    if [ "$1" = yes ]; then
        printf '%s\n' long/tidy long/audit long/sanitize long/soak long/hands long/escape long/crashes long/crash_memory \
            long/fuzz field/installed long/whole_machine
        return
    fi
    # Those that take minutes come first in their row, so that none of them is alone at the end.
    printf '%s\n' tidy style unit/screens unit/visitor reading/core sanitize fuzz e2e/soak e2e/frames e2e/journeys promises/memory \
        e2e/waiting e2e/swap levels levels/planted-faults style/planted-faults
    (cd "$source/tests/unit" && printf 'unit/%s\n' * | grep -vx -e unit/screens -e unit/visitor)
    echo promises/memory-search
    (cd "$source/tests" && grep -l TEST_CASE e2e/*.cpp promises/*.cpp | sed 's/[.]cpp$//' |
        grep -vx -e e2e/soak -e e2e/frames -e e2e/journeys -e promises/memory -e e2e/waiting -e e2e/swap | sort)
}

# Steps that need processors, not punctuality, and a build folder that the others do not build in, are run behind them.
how_to_run() {
    case $1 in
        tidy | style | unit/screens | unit/visitor | reading/core | sanitize | fuzz | e2e/soak | e2e/frames) echo behind ;;
        long/tidy | long/audit | long/sanitize) echo behind ;;
        *) echo in front ;;
    esac
}

# The sections of kiosk/packages.txt.
sections_of() {
    case $1 in
        style) echo lint ;;
        levels* | style/planted-faults) echo build ;;
        tidy | long/tidy) printf '%s\n' build lint ;;
        fuzz | long/fuzz) printf '%s\n' build fuzz ;;
        sanitize | long/sanitize) printf '%s\n' build fuzz run ;;
        unit/* | long/audit) printf '%s\n' build run ;;
        field/*) printf '%s\n' build run session tour test package field ;;
        *) printf '%s\n' build run session tour test ;;
    esac
}

# The kiosk and what tries it.
kiosk_targets=(halte halte-visitor halte-check halte-directory halte-safe-page safe_page observed-visitor kiosk-tests)
targets_of() {
    case $1 in
        style* | levels* | sanitize | long/sanitize | fuzz | long/fuzz) ;;
        unit/*) echo "test_${1#unit/}" ;;
        promises/memory-search) echo test_memory_search ;;
        reading/core) echo reading-tests ;;
        long/audit) echo whole-audit ;;
        e2e/clauses | e2e/kiosk_files) echo file-tests ;;
        e2e/visit | e2e/journeys | e2e/soak | long/soak | long/hands) printf '%s\n' "${kiosk_targets[@]}" ;;
        *) echo all ;;
    esac
}

# command_of NAME: leaves it in `command`.
command_of() {
    case $1 in
        tidy) command=("$source/tests/tidy" "$build") ;;
        long/tidy) command=("$source/tests/tidy" --deep "$build") ;;
        style) command=("$source/tests/check_style") ;;
        style/planted-faults) command=("$source/tests/check_lengths" --self-test) ;;
        levels) command=("$source/tests/check_levels") ;;
        levels/planted-faults) command=("$source/tests/check_levels" --self-test) ;;
        sanitize) command=("$source/tests/sanitize") ;;
        fuzz) command=("$source/tests/fuzz/run") ;;
        long/fuzz) command=("$source/tests/fuzz/run" 300) ;;
        long/sanitize) command=("$source/tests/sanitize" --all) ;;
        long/audit) command=("$build/bin/whole-audit") ;;
        long/soak) command=("$build/bin/kiosk-tests" --rig=pointer '-sf=*/e2e/soak.cpp' --count=2000) ;;
        long/escape) command=("$build/bin/promise-tests" --rig=touchscreen '-sf=*/promises/escape.cpp' --count=100000) ;;
        long/crashes) command=("$build/bin/promise-tests" '-sf=*/promises/crashes.cpp' --count=500) ;;
        long/hands) command=("$build/bin/kiosk-tests" --rig=pointer --all '-sf=*/e2e/journeys.cpp' '-tc=*switches*') ;;
        long/crash_memory) command=("$build/bin/promise-tests" --rig=pointer --all '-sf=*/promises/crash_memory.cpp') ;;
        long/whole_machine) command=("$source/tests/promises/whole_machine") ;;
        unit/*) command=("$build/bin/test_${1#unit/}") ;;
        *) if [ -x "$source/tests/$1.sh" ]; then command=("$source/tests/$1.sh"); else registered_command "$1"; fi ;;
    esac
}

# What CMake has registered under the name.
registered_command() {
    mapfile -t command < <(ctest --test-dir "$build" --show-only=json-v1 | python3 -c '
import json, sys
for test in json.load(sys.stdin)["tests"]:
    if test["name"] == sys.argv[1]: print(*test["command"], sep="\n")' "$1")
    [ ${#command[@]} -gt 0 ] || command=(echo "not ok CMake knows a test \"$1\"")
}
