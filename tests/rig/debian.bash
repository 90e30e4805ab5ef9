# shellcheck shell=bash
# Which Debian this is, and where its packages come from. To be sourced.
# shellcheck disable=SC2016  # apt-get reads what is between quotation marks
# shellcheck disable=SC2154  # the scripts that source this share $release

own_release() { (. /etc/os-release && echo "$VERSION_CODENAME"); }

# Where this machine's own packages of Debian come from, as lines of sources.list for the guest's release.
mirrors() {
    apt-get indextargets --format '$(REPO_URI) $(SUITE) $(ORIGIN)' 'Created-By: Packages' 'Component: main' |
        awk -v release="$release" '$3 == "Debian" && !seen[$1]++ {
            print "deb", $1, release ($1 ~ /security/ ? "-security" : ""), "main" }'
}
