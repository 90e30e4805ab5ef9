#pragma once
/// A folder like a share whose server is gone: whoever opens or looks at something in it waits for ever. It is a file
/// system in user space (FUSE) whose other side never says a word.

#include <fcntl.h>
#include <sys/mount.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

namespace halte::test {

class DeadShare {
public:
    DeadShare() : m_silent(open("/dev/fuse", O_RDWR | O_CLOEXEC)) {
        std::string const options =
            "fd=" + std::to_string(m_silent) + ",rootmode=40000,user_id=0,group_id=0,allow_other";
        m_mounted = m_silent >= 0 && mkdtemp(m_root.data()) != nullptr &&
                    mount("dead", m_root.c_str(), "fuse", 0, options.c_str()) == 0;
    }
    DeadShare(DeadShare const&) = delete;
    DeadShare& operator=(DeadShare const&) = delete;
    /// Whoever still waits is let go.
    ~DeadShare() {
        if (m_mounted) umount2(m_root.c_str(), MNT_DETACH);
        if (m_silent >= 0) close(m_silent);
        rmdir(m_root.c_str());
    }

    /// Whether this machine lets the tests make one. Where it does not, the test that asks is reported as skipped.
    [[nodiscard]] bool is_there(char const* test) const {
        if (!m_mounted) std::printf("skip %s: this user may mount no file system (FUSE)\n", test);
        return m_mounted;
    }
    [[nodiscard]] std::string file(std::string const& name) const { return m_root + "/" + name; }

private:
    std::string m_root = (std::filesystem::temp_directory_path() / "halte-dead-share-XXXXXX").string();
    int m_silent = -1;
    bool m_mounted = false;
};

}  // namespace halte::test
