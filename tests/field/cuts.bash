# shellcheck shell=bash
# What happens to a terminal again and again: it is killed, upgraded, and its plug is pulled. Each function is one round,
# and every round ends on the welcome screen. To be sourced.
# shellcheck disable=SC2034,SC2154  # the scripts, the rig and machine.bash share these variables

# rounds SENTENCE COMMAND...: as many times as was asked for; a test of its own for each, so that it is seen which failed.
rounds() {
    local round sentence=$1
    shift
    for ((round = 1; round <= times; ++round)); do
        try "$sentence, $round of $times" "$@" "$round"
    done
}

killed_in_a_visit() {
    local victims=(halte-visitor halte Xorg)
    comes_back_after kill_process "${victims[$1 % 3]}"
}

# Upwards and downwards by turns.
upgraded_in_a_visit() {
    local version=$next_version
    [ $(($1 % 2)) = 1 ] || version=$first_version
    upgrade_in_a_visit "$version"
}

cut_in_a_visit() { visit_to "step-$((1 + $1 % 3))" && power_cut && switch_on && watch_the_start 300; }

# At another moment of the upgrade in every round: from its first second to its end.
cut_in_an_upgrade() {
    local version=$next_version
    # Before a subshell asks it, whose knowledge of it ends with it.
    await_agent || return
    [ "$(version_of_halte)" != "$next_version" ] || version=$first_version
    visit_to step-1 && begin_in_guest "$(upgrade_to "$version")" && sleep "$((1 + $1 * 2 % 25)).$((RANDOM % 10))" &&
        power_cut && switch_on && watch_the_start 300 && mend_the_packages
}
upgrade_to() { echo "DEBIAN_FRONTEND=noninteractive apt-get install -y --allow-downgrades halte=$1"; }

# The first two are what unattended-upgrades does by itself. A package whose files were being replaced at that moment waits for
# its next version, or for the third. The kiosk has been there before all of it.
mend_the_packages() {
    in_guest "dpkg --configure -a && apt-get install -y -f && { [ -z \"\$(dpkg --audit)\" ] || apt-get install -y --reinstall halte; }" &&
        await_screen 60 step-0 || return
    why="dpkg says: $said"
    in_guest "dpkg-query -W -f '\${db:Status-Abbrev}' halte" && [[ $said == ii* ]]
}

# What stands below some folders is the tests' own, or the package manager's records of the past.
gives_the_machine_back() {
    local place others=''
    for place in /srv /root /var/cache /var/log /var/lib/systemd /etc/apt; do others+=" ! -path '$place/*'"; done
    in_guest "halte-terminal give-back && apt-get purge -y halte && rm -r /etc/systemd/system/halte-*.service.d && systemctl is-active getty@tty1; find / -xdev -name '*halte*'$others"
    why="after a purge: $said"
    [[ $said == *active* ]] && ! grep -q '^/[^:]*$' <<<"$said"
}
