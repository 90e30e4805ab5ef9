#include <fcntl.h>
#include <linux/sched.h>
#include <seccomp.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <span>

#include "calls.h"

namespace halte {
namespace {

constexpr std::uint64_t every_bit = ~std::uint64_t(0);
/// Flags of open() that could change a file or the folder it is in.
constexpr std::uint64_t changing = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND | (O_TMPFILE & ~O_DIRECTORY);

constexpr ArgumentRule is(unsigned argument, std::uint64_t value) { return {argument, every_bit, value}; }
/// Of an argument that is an int: what stands in the register above it counts for nothing.
constexpr ArgumentRule is_int(unsigned argument, std::uint64_t value) { return {argument, 0xFFFF'FFFF, value}; }
/// Nothing that this process may ask can change or look into another process, or name a user or a segment: where a call
/// takes a process, it is this one, and by 0 where it may be.
constexpr ArgumentRule itself = is_int(0, 0);
/// A device is asked by numbers whose second byte says which kind of device it is.
constexpr ArgumentRule asks_device_of(char kind) { return {1, 0xFF00, std::uint64_t(kind) << 8U}; }

/// Memory. Writing and executing the same page must stay possible: the software renderer compiles shaders.
constexpr CallRule memory[] = {
    {SCMP_SYS(brk), "the heap"},
    {SCMP_SYS(mmap), "the heap, libraries, shaders"},
    {SCMP_SYS(mmap2), "the same on machines of 32 bits"},
    {SCMP_SYS(munmap), "giving it back"},
    {SCMP_SYS(mremap), "growing it"},
    {SCMP_SYS(mprotect), "shaders become executable"},
    {SCMP_SYS(madvise), "giving pages back, and those of an ended thread's stack"},
    {SCMP_SYS(memfd_create), "buffers that a driver shares with the X server; they have no place on a disk"},
    {SCMP_SYS(ftruncate), "the size of such a buffer; no other open file can be written"},
    {SCMP_SYS(fallocate), "the same"},
    // The one segment in which pictures are handed to the X server is made with the window. A driver that wants another
    // one, because the window's size changed, does without. Whoever could make or find one could leave words to others.
    {SCMP_SYS(shmdt), "letting go of that segment"},
};

/// Threads of this process. No process: clone() must ask for a thread, and clone3(), whose wishes a filter cannot read,
/// is answered as if it did not exist, so that the C library falls back on clone().
constexpr CallRule threads[] = {
    {SCMP_SYS(clone), "a driver's threads", ArgumentRule{0, CLONE_THREAD, CLONE_THREAD}},
    {SCMP_SYS(set_robust_list), "a thread's start"},
    {SCMP_SYS(rseq), "a thread's start"},
    {SCMP_SYS(gettid), "which thread this is"},
    {SCMP_SYS(futex), "waiting for one another"},
    {SCMP_SYS(futex_time64), "the same on machines of 32 bits"},
    {SCMP_SYS(membarrier), "the same, in newer drivers"},
    {SCMP_SYS(sched_yield), "the same"},
    // The C library asks it of a thread by the thread's number. Of another process it tells its cores and no more.
    {SCMP_SYS(sched_getaffinity), "how many cores there are"},
    {SCMP_SYS(getcpu), "memory near the core"},
    {SCMP_SYS(prctl), "a driver names its threads", is(0, PR_SET_NAME)},
    {SCMP_SYS(exit), "a thread's end"},
};

/// The end, and signals on the way to it.
constexpr CallRule endings[] = {
    {SCMP_SYS(exit_group), "the end"},
    {SCMP_SYS(rt_sigaction), "the same"},
    {SCMP_SYS(rt_sigprocmask), "a thread's start and end"},
    {SCMP_SYS(rt_sigreturn), "back from a signal"},
    {SCMP_SYS(sigaltstack), "a thread's start"},
    {SCMP_SYS(restart_syscall), "after SIGSTOP and SIGCONT"},
};

/// Time
constexpr CallRule time_and_sleep[] = {
    {SCMP_SYS(clock_gettime), "where it is no call without the kernel"},
    {SCMP_SYS(clock_getres), "the same"},
    {SCMP_SYS(gettimeofday), "the same"},
    {SCMP_SYS(time), "the same"},
    {SCMP_SYS(nanosleep), "a driver's short waits"},
    {SCMP_SYS(clock_nanosleep), "the same"},
};

/// What is open already: the X server, the supervisor's pipes, the graphics card.
constexpr CallRule open_already[] = {
    {SCMP_SYS(read), "all of them"},
    {SCMP_SYS(readv), "all of them"},
    {SCMP_SYS(write), "all of them"},
    {SCMP_SYS(writev), "all of them"},
    {SCMP_SYS(recvmsg), "the X server"},
    {SCMP_SYS(recvfrom), "the X server"},
    {SCMP_SYS(sendmsg), "the X server, with buffers to show"},
    {SCMP_SYS(sendto), "the X server"},
    {SCMP_SYS(shutdown), "the X server, at the end"},
    {SCMP_SYS(poll), "waiting for a finger"},
    {SCMP_SYS(ppoll), "the same"},
    {SCMP_SYS(select), "the same"},
    {SCMP_SYS(pselect6), "the same"},
    // Neither to whom a signal goes when bytes come (F_SETOWN, F_SETSIG, O_ASYNC, FIOASYNC, FIOSETOWN, SIOCSPGRP): that
    // could stop any process of this user.
    {SCMP_SYS(ioctl), "the graphics card (DRM)", asks_device_of('d')},
    {SCMP_SYS(ioctl), "a buffer that a card shares (dma-buf)", asks_device_of('b')},
    {SCMP_SYS(ioctl), "when a card has drawn it (sync_file)", asks_device_of('>')},
    {SCMP_SYS(ioctl), "NVIDIA's own driver", asks_device_of('F')},
    {SCMP_SYS(ioctl), "how many bytes wait", is_int(1, FIONREAD)},
    {SCMP_SYS(fcntl), "a second descriptor", is_int(1, F_DUPFD)},
    {SCMP_SYS(fcntl), "the same", is_int(1, F_DUPFD_CLOEXEC)},
    {SCMP_SYS(fcntl), "keeping descriptors to this process", is_int(1, F_GETFD)},
    {SCMP_SYS(fcntl), "the same", is_int(1, F_SETFD)},
    {SCMP_SYS(fcntl), "not waiting for bytes", is_int(1, F_GETFL)},
    {SCMP_SYS(fcntl), "the same", is_int(1, F_SETFL), ArgumentRule{2, O_ASYNC, 0}},
    {SCMP_SYS(fcntl), "a shared buffer keeps its size", is_int(1, F_ADD_SEALS)},
    {SCMP_SYS(fcntl), "the same", is_int(1, F_GET_SEALS)},
    {SCMP_SYS(dup), "a driver's second look at a buffer"},
    {SCMP_SYS(close), "all of them"},
    {SCMP_SYS(lseek), "the size of a buffer"},
    {SCMP_SYS(eventfd2), "a driver wakes its threads"},
    {SCMP_SYS(pipe2), "GLFW wakes its loop"},
};

/// Reading. What may be read, Landlock says.
constexpr CallRule reading[] = {
    {SCMP_SYS(open), "faces, libraries, time zones", ArgumentRule{1, changing, 0}},
    {SCMP_SYS(openat), "the same", ArgumentRule{2, changing, 0}},
    {SCMP_SYS(pread64), "libraries"},
    {SCMP_SYS(fadvise64), "how a file will be read"},
    {SCMP_SYS(getdents64), "folders of drivers and faces"},
    {SCMP_SYS(fstat), "sizes and times of files"},
    {SCMP_SYS(stat), "the same"},
    {SCMP_SYS(lstat), "the same"},
    {SCMP_SYS(statx), "the same"},
    {SCMP_SYS(newfstatat), "the same"},
    {SCMP_SYS(statfs), "whether a folder's times can be believed"},
    {SCMP_SYS(fstatfs), "the same"},
    {SCMP_SYS(access), "whether there is such a file"},
    {SCMP_SYS(faccessat), "the same"},
    {SCMP_SYS(faccessat2), "the same"},
    {SCMP_SYS(readlink), "links among libraries"},
    {SCMP_SYS(readlinkat), "the same"},
};

/// This machine and this process, asked
constexpr CallRule questions[] = {
    {SCMP_SYS(getpid), "libGLX asks before each of its calls whether it was forked"},
    {SCMP_SYS(getppid), "libraries ask"},
    {SCMP_SYS(getuid), "libraries ask"},
    {SCMP_SYS(geteuid), "libraries ask"},
    {SCMP_SYS(getgid), "libraries ask"},
    {SCMP_SYS(getegid), "libraries ask"},
    {SCMP_SYS(uname), "drivers ask for the kernel's version"},
    {SCMP_SYS(sysinfo), "how much memory there is"},
    {SCMP_SYS(prlimit64), "its own limits, read only", itself, is(2, 0)},
    {SCMP_SYS(getrandom), "hash tables and temporary names"},
};

}  // namespace

std::vector<CallRule> calls_of_a_visitor() {
    auto const this_process = std::uint64_t(getpid());
    std::vector<CallRule> calls{{SCMP_SYS(tgkill), "abort()", is_int(0, this_process)},
                                {SCMP_SYS(kcmp), "AMD's driver: whether two descriptors are one",
                                 is_int(0, this_process), is_int(1, this_process)}};
    for (std::span<CallRule const> const section :
         {std::span<CallRule const>(memory), std::span<CallRule const>(threads), std::span<CallRule const>(endings),
          std::span<CallRule const>(time_and_sleep), std::span<CallRule const>(open_already),
          std::span<CallRule const>(reading), std::span<CallRule const>(questions)})
        calls.insert(calls.end(), section.begin(), section.end());
    return calls;
}

}  // namespace halte
