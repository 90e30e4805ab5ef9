#include <dirent.h>
#include <fcntl.h>
#include <halte/base.h>
#include <sys/inotify.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <cerrno>

#include "groups.h"

namespace halte::sandbox {
namespace {

int opened(std::string const& path, int flags) {
    UniqueFd const file(open(path.c_str(), flags | O_CLOEXEC, 0600));
    return file ? 0 : errno;
}

int opened_as(int descriptor) {
    UniqueFd const owned(descriptor);
    return owned ? 0 : errno;
}

int listed(char const* path) {
    DIR* const folder = opendir(path);
    if (folder == nullptr) return errno;
    closedir(folder);
    return 0;
}

int shared_memory() {
    UniqueFd const memory(shm_open("/halte-attempt", O_RDWR | O_CREAT, 0600));
    if (!memory) return errno;
    shm_unlink("/halte-attempt");
    return 0;
}

}  // namespace

std::vector<Attempt> file_attempts(std::string const& folder) {
    std::string const old = folder + "/old";
    auto const there = [folder](char const* name) { return folder + "/" + name; };
    auto const fresh = [=](char const* name) {
        unlink(there(name).c_str());
        rmdir(there(name).c_str());
        return there(name);
    };
    opened(old, O_WRONLY | O_CREAT);
    opened(there("leaving"), O_WRONLY | O_CREAT);
    return {
        {"to write a new file", 1, [=] { return opened(fresh("new"), O_WRONLY | O_CREAT); }},
        {"to write a file that is there", 1, [=] { return opened(old, O_WRONLY); }},
        {"to read and write it", 1, [=] { return opened(old, O_RDWR); }},
        {"to add to it", 1, [=] { return opened(old, O_WRONLY | O_APPEND); }},
        {"to empty it on opening", 1, [=] { return opened(old, O_RDONLY | O_TRUNC); }},
        {"to empty it by its path", 3, [=] { return worked(truncate(old.c_str(), 0)); }},
        {"to write a file without a name", 1, [=] { return opened(folder, O_TMPFILE | O_WRONLY); }},
        {"to rename a file", 1, [=] { return worked(rename(old.c_str(), old.c_str())); }},
        {"to remove a file", 1,
         [=] {
             int const removed = worked(unlink(there("leaving").c_str()));
             opened(there("leaving"), O_WRONLY | O_CREAT);
             return removed;
         }},
        {"to make a folder", 1, [=] { return worked(mkdir(fresh("folder").c_str(), 0700)); }},
        {"to make a symbolic link", 1, [=] { return worked(symlink("old", fresh("link").c_str())); }},
        {"to make a hard link", 1, [=] { return worked(link(old.c_str(), fresh("hard").c_str())); }},
        {"to make a fifo", 1, [=] { return worked(mkfifo(fresh("fifo").c_str(), 0600)); }},
        {"to change a file's mode", only_seccomp, [=] { return worked(chmod(old.c_str(), 0600)); }},
        {"to change a file's times", only_seccomp,
         [=] { return worked(utimensat(AT_FDCWD, old.c_str(), nullptr, 0)); }},
        {"to give a file an attribute", only_seccomp,
         [=] { return worked(setxattr(old.c_str(), "user.halte", "x", 1, 0)); }},
        {"to make shared memory with a name", 1, shared_memory},
        {"to write to a device", 1, [] { return opened("/dev/null", O_WRONLY); }},
        {"to list the root folder", 1, [] { return listed("/"); }},
        {"to list temporary files", 1, [=] { return listed(folder.c_str()); }},
        {"to read a temporary file", 1, [=] { return opened(old, O_RDONLY); }},
        {"to read the list of users", 1, [] { return opened("/etc/passwd", O_RDONLY); }},
        {"to read which processes there are", 1, [] { return listed("/proc"); }},
        {"to read another process's command line", 1, [] { return opened("/proc/1/cmdline", O_RDONLY); }},
        {"to write its own memory through a file", 1, [] { return opened("/proc/self/mem", O_RDWR); }},
        {"to watch files", only_seccomp, [] { return opened_as(inotify_init1(IN_CLOEXEC)); }},
    };
}

}  // namespace halte::sandbox
