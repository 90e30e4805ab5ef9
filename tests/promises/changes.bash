# shellcheck shell=bash
# What a program changed outside itself, read off its system calls; to be sourced. Every process has a trace of its own
# (strace -ff). The lines of a trace are those of strace; numbers that differ from run to run are made alike.

# Calls that create, change or reach something which could outlive a process, where they worked.
changes_in() {
    cat "$@" | grep -vE ' = -1 E[A-Z0-9]+ \(' | awk '
        /^(open|openat|creat)\(/ && /O_(WRONLY|RDWR|CREAT|TRUNC|APPEND|TMPFILE)/ { print; next }
        /^(rename|renameat|renameat2|unlink|unlinkat|rmdir|truncate|ftruncate|fallocate|mkdir|mkdirat|mknod|mknodat)\(/ ||
        /^(link|linkat|symlink|symlinkat|chmod|fchmod|fchmodat|fchmodat2|chown|fchown|lchown|fchownat|utime|utimes)\(/ ||
        /^(utimensat|futimesat|setxattr|lsetxattr|fsetxattr|removexattr|mount|umount2|pivot_root|mq_open|mq_unlink)\(/ ||
        /^(socket|socketpair|connect|bind|listen|shmget|msgget|semget|memfd_create|add_key|sethostname|reboot)\(/' |
        alike
}

# Calls that the kernel or a confinement refused.
refusals_in() { cat "$@" | grep -E ' = -1 E(PERM|ACCES|ROFS) \(' | alike; }

alike() {
    sed -E 's/\bsun_path=@"[0-9a-f]{5}"/sun_path=@"CHOSEN"/; s#X11-unix/X[0-9]+#X11-unix/XN#
        s/^(connect|bind|listen|ftruncate|fallocate|fchmod)\([0-9]+/\1(FD/; s/(IPC_PRIVATE, )[0-9]+/\1SIZE/
        s/ += [0-9]+$//; s/ += -1 (E[A-Z]+) \(.*/ = \1/' | sort | uniq -c | sed -E 's/^ +([0-9]+) /\1\t/'
}

# shellcheck disable=SC2154  # promises is the folder of the scripts
# unexpected LIST: those lines that no line of tests/promises/LIST allows. There, a regular expression for the whole of a
# call stands before a tab, and after it the reason.
unexpected() {
    awk -F'\t' 'NR == FNR { if ($0 !~ /^#/ && NF == 2) allowed[++count] = "^" $1 "$"; next }
        { for (i = 1; i <= count; ++i) if ($2 ~ allowed[i]) next
          print }' "$promises/$1" -
}
