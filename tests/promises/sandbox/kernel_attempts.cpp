#include <linux/bpf.h>
#include <linux/io_uring.h>
#include <linux/perf_event.h>
#include <mqueue.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>

#include "groups.h"

namespace halte::sandbox {
namespace {

int gives_descriptor(long descriptor) {
    if (descriptor < 0) return errno;
    close(int(descriptor));
    return 0;
}

int io_uring() {
    io_uring_params wishes{};
    return gives_descriptor(syscall(SYS_io_uring_setup, 4, &wishes));
}

int performance_counter() {
    perf_event_attr about{};
    about.type = PERF_TYPE_SOFTWARE;
    about.size = sizeof about;
    about.config = PERF_COUNT_SW_TASK_CLOCK;
    return gives_descriptor(syscall(SYS_perf_event_open, &about, 0, -1, -1, 0));
}

int kernel_program() {
    bpf_attr wishes{};
    wishes.map_type = BPF_MAP_TYPE_ARRAY;
    wishes.key_size = 4;
    wishes.value_size = 4;
    wishes.max_entries = 1;
    return gives_descriptor(syscall(SYS_bpf, BPF_MAP_CREATE, &wishes, sizeof wishes));
}

int namespace_of_its_own() {
    pid_t const child = fork();
    if (child == 0) _exit(unshare(CLONE_NEWNS) == 0 ? 0 : 1);
    if (child < 0) return worked(unshare(CLONE_NEWNS));
    int status = 0;
    waitpid(child, &status, 0);
    return status == 0 ? 0 : EPERM;
}

int kept_key() { return syscall(SYS_add_key, "user", "halte", "x", 1, -2 /* this process's ring */) >= 0 ? 0 : errno; }

int message_queue() {
    int const queue = msgget(IPC_PRIVATE, IPC_CREAT | 0600);
    return queue < 0 ? errno : worked(msgctl(queue, IPC_RMID, nullptr));
}

int semaphores() {
    int const set = semget(IPC_PRIVATE, 1, IPC_CREAT | 0600);
    return set < 0 ? errno : worked(semctl(set, 0, IPC_RMID));
}

int shared_segment() {
    int const segment = shmget(IPC_PRIVATE, 4096, IPC_CREAT | 0600);
    return segment < 0 ? errno : worked(shmctl(segment, IPC_RMID, nullptr));
}

/// By their numbers in the kernel's own table, as a program finds them that was told of none.
int segments_of_others() {
    shm_info about{};
    return shmctl(0, SHM_INFO, reinterpret_cast<shmid_ds*>(&about)) < 0 ? errno : 0;
}

int the_clock_as_it_is() {
    timeval now{};
    gettimeofday(&now, nullptr);
    return worked(settimeofday(&now, nullptr));
}

}  // namespace

std::vector<Attempt> kernel_attempts() {
    return {
        {"to make calls past the filter (io_uring)", only_seccomp, io_uring},
        {"to count what others do (perf)", only_seccomp, performance_counter},
        {"to load a program into the kernel (bpf)", only_seccomp, kernel_program},
        {"to catch page faults", only_seccomp, [] { return gives_descriptor(syscall(SYS_userfaultfd, 1)); }},
        {"to get a namespace", only_seccomp, namespace_of_its_own},
        {"to become another user", only_seccomp, [] { return worked(setuid(getuid())); }},
        {"to set the clock", only_seccomp, the_clock_as_it_is},
        {"to keep a key in the kernel", only_seccomp, kept_key},
        {"to leave a message queue", only_seccomp, message_queue},
        {"to leave semaphores", only_seccomp, semaphores},
        {"to leave shared memory", only_seccomp, shared_segment},
        {"to find shared memory of others", only_seccomp, segments_of_others},
        {"to flush disks", only_seccomp, [] { return sync(), worked(syscall(SYS_sync)); }},
    };
}

}  // namespace halte::sandbox
