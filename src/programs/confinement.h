#pragma once
/// What a visitor process gives up, and when: each mechanism of confine.h at the earliest moment at which the start can
/// do without it. On older kernels less is in force, in this order, each line without those above it:
///
///     Landlock 6, Linux 6.12   abstract sockets of others, signals to others
///     Landlock 5, Linux 6.10   control (ioctl) of the devices that may only be read
///     Landlock 4, Linux 6.7    TCP, from the start on; after the first frame seccomp refuses every new socket
///     Landlock 3, Linux 6.2    truncating by path; after the first frame seccomp refuses it
///     Landlock 1, Linux 5.13   reading what is on no list, and writing before the first frame
///     none                     seccomp alone: after the first frame nothing is written, but any file can be read
///
/// Debian 12 has version 2, Debian 13 version 6. `halte --check` says what this machine has.

#include <halte/confine.h>

namespace halte {

/// What holds this process.
struct Held {
    int landlock;  ///< the version that the kernel offers, asked at the start: a confined process may not
    bool has_swap;
    MechanismState files = MechanismState::not_offered;
    MechanismState sockets = MechanismState::not_offered;
    MechanismState calls = MechanismState::not_offered;
    std::string swap_complaint{};  ///< why its memory could not be locked
};

class Confinement {
public:
    /// Test builds may leave it out.
    explicit Confinement(bool wanted) : m_wanted(wanted), m_held{landlock_version(), has_swap()} {}

    /// Settings and directory have been read by then, and are not to be read again.
    Result<void> before_anything_is_opened();
    Result<void> once_there_is_a_window();
    /// While the process waits to be shown, or behind its first frame, which comes sooner without it. Until now memory
    /// held nothing of a visit; from now on it is overwritten where it is freed, and locked.
    Result<void> before_the_first_finger();
    /// To the log: what this kernel does not offer, or this machine does not allow.
    void tell_what_is_missing() const;
    [[nodiscard]] Held const& held() const { return m_held; }

private:
    bool m_wanted;
    Held m_held;
};

}  // namespace halte
